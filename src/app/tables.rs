//! Tell how a dossier is written: the guide to its tables.

use super::error::AppError;
use crate::domain::finding::Severity;
use crate::domain::text::Bilingual;
use crate::report::table_guide::{GuideColumn, GuideTable};
use crate::wire::table::{ColumnSchema, TableSchema};
use crate::wire::tables::{ALL, named};

/// Every table in reading order, or the one with this name.
pub fn tables(name: Option<&str>) -> Result<Vec<GuideTable>, AppError> {
    let Some(name) = name else { return Ok(ALL.into_iter().map(guide).collect()) };
    let name = name.trim_end_matches(".csv");
    named(name).map(|schema| vec![guide(schema)]).ok_or_else(|| {
        let known: Vec<&str> = ALL.iter().map(|schema| schema.name).collect();
        let known = known.join(", ");
        AppError::Unknown(Bilingual {
            en: format!("A dossier has no table `{name}`; it has: {known}."),
            fr: format!("Un dossier n’a pas de table «\u{a0}{name}\u{a0}»\u{a0}; il a\u{a0}: {known}."),
        })
    })
}

fn guide(schema: &'static TableSchema) -> GuideTable {
    GuideTable {
        name: schema.name,
        sentence: schema.sentence,
        absence: match schema.absence {
            Some(Severity::Error) => "Needed.",
            Some(Severity::Warning) => {
                "Without it a part of the decision is missing, and `check` says which."
            }
            Some(Severity::Note) | None => "May be left out.",
        },
        columns: schema.columns.iter().map(column).collect(),
    }
}

fn column(schema: &'static ColumnSchema) -> GuideColumn {
    let name =
        schema.name.replace("{year}", "N").replace("{period}", "PERIOD").replace("{criterion}", "CRITERION");
    GuideColumn {
        name,
        is_required: schema.is_required,
        holds: schema.kind.words(),
        sentence: schema.sentence,
    }
}
