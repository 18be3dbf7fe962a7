//! The columns of a mapping found in a sheet, and what is said about those that are not.

use super::aliases::{fields_of, required_columns};
use super::conversion::Conversion;
use super::mapping::Mapping;
use super::row_field::column_of;
use crate::domain::finding::{Finding, Severity};
use crate::ingest::nearest::nearest;
use crate::source::sheet::Sheet;

/// A column of the mapping that is there.
#[derive(Clone, Debug)]
pub struct LaidColumn {
    /// Its place in the sheet.
    pub at: usize,
    pub field: String,
    /// Its heading in the file, unlike that of every other column.
    pub heading: String,
    pub how: Conversion,
}

/// The mapped columns that the sheet has, in the order of the mapping.
pub fn laid_out(sheet: &Sheet, mapping: &Mapping) -> Vec<LaidColumn> {
    let mapped = mapping.columns.iter().filter(|column| !column.is_ignored);
    let laid = mapped.filter_map(|column| {
        let at = column.place_in(&sheet.headings)?;
        let heading = &sheet.headings[at];
        let mut how = Conversion::of(column, Some(heading));
        if how.default.is_empty()
            && let Some(text) = mapping.defaults.get(&column.field)
        {
            how.default.clone_from(text);
        }
        Some(LaidColumn { at, field: column.field.clone(), heading: heading.name(), how })
    });
    laid.collect()
}

/// Tells the columns of the sheet that nothing maps, and the columns of the mapping that the sheet lacks.
pub fn tell_columns(sheet: &Sheet, mapping: &Mapping, findings: &mut Vec<Finding>) {
    let row = sheet.heading_rows.map_or(0, |(_, last)| last);
    let place = sheet.place(row);
    let mapped: Vec<usize> =
        mapping.columns.iter().filter_map(|column| column.place_in(&sheet.headings)).collect();
    for (at, heading) in sheet.headings.iter().enumerate() {
        let is_empty =
            sheet.columns.get(at).is_some_and(|column| column.counts.told() + column.counts.withheld == 0);
        if mapped.contains(&at) || heading.text.is_empty() && is_empty {
            continue;
        }
        let (name, letter) = (heading.name(), &heading.letter);
        let en = format!("Column {letter} \"{name}\" is mapped to no field and is not imported.");
        let fr = format!("La colonne {letter} « {name} » ne correspond à aucun champ et n'est pas importée.");
        let finding = Finding::new("column_unmapped", Severity::Note, &place, en, fr);
        findings.push(finding.at(&name, "").suggest(
            "Give it a field in the mapping, or `ignore = true`.",
            "Donnez-lui un champ dans la correspondance, ou `ignore = true`.",
        ));
    }
    for column in &mapping.columns {
        if column.is_ignored || column.place_in(&sheet.headings).is_some() {
            continue;
        }
        let name = column.sources.join("\" / \"");
        let en =
            format!("The mapping reads \"{name}\" as {}, but the sheet has no such column.", column.field);
        let fr = format!(
            "La correspondance lit « {name} » comme {}, mais la feuille n'a pas cette colonne.",
            column.field
        );
        let finding = Finding::new("mapping_column_absent", Severity::Warning, &place, en, fr);
        findings.push(finding.at(column.sources.first().map_or("", String::as_str), ""));
    }
}

/// Tells the required fields of a table that neither a column nor a default fills.
pub fn tell_missing(sheet: &Sheet, mapping: &Mapping, table: &str, findings: &mut Vec<Finding>) {
    let laid = laid_out(sheet, mapping);
    let filled: Vec<&str> = laid
        .iter()
        .map(|column| column.field.as_str())
        .chain(mapping.defaults.keys().map(String::as_str))
        .filter_map(|field| column_of(table, field).map(|column| column.name))
        .collect();
    let free = || {
        let taken: Vec<usize> = laid.iter().map(|column| column.at).collect();
        sheet.headings.iter().enumerate().filter(move |(at, _)| !taken.contains(at))
    };
    let place = sheet.place(sheet.heading_rows.map_or(0, |(_, last)| last));
    for column in required_columns(table).filter(|column| !filled.contains(&column.name)) {
        let field = column.name;
        let en = format!("No column gives `{field}`: {}.", column.sentence);
        let fr = format!("Aucune colonne ne donne `{field}`, pourtant nécessaire.");
        let finding = Finding::new("column_missing", Severity::Error, &place, en, fr).at(field, "");
        let names: Vec<String> = free().map(|(_, heading)| heading.name()).collect();
        let meant = free().find(|(_, heading)| {
            let year_0 = mapping.amounts.year_0;
            fields_of(table, &heading.text, year_0)
                .iter()
                .any(|found| column_of(table, found).is_some_and(|found| found.name == field))
        });
        let near = meant
            .map(|(_, heading)| heading.name())
            .or_else(|| nearest(field, names.iter().map(String::as_str)).map(str::to_string));
        findings.push(match (near, names.is_empty()) {
            (Some(near), _) => finding.suggest(
                &format!("It may be the column \"{near}\": map it, or give a default."),
                &format!("Ce peut être la colonne « {near} » : faites-la correspondre, ou donnez un défaut."),
            ),
            (None, false) => {
                let names = names.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
                finding.suggest(
                    &format!("Map one of the columns left ({names}), or give a default."),
                    &format!(
                        "Faites correspondre une des colonnes restantes ({names}), ou donnez un défaut."
                    ),
                )
            }
            (None, true) => finding
                .suggest("Add the column, or give a default.", "Ajoutez la colonne, ou donnez un défaut."),
        });
    }
}
