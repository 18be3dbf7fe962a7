//! What a mapping says that no dossier has: unknown tables, fields and units, one field filled by two columns.

use std::collections::BTreeSet;

use super::mapping::{Mapping, SETTINGS, Shape};
use super::mapping_text::Fault;
use super::row_field::{RowField, is_field_of};
use crate::ingest::nearest::nearest;
use crate::source::unit::unit_of;
use crate::wire::tables;

/// The first thing that is wrong; nothing when the mapping can be used.
pub(super) fn problem(mapping: &Mapping) -> Option<Fault> {
    let shape = mapping.shape.turned().unwrap_or(mapping.shape);
    let table = mapping.table.as_deref();
    if shape == Shape::Table {
        match table {
            None => {
                let en = "A mapping of the shape table names no `table`.".to_string();
                let fr = "Une correspondance de forme table ne nomme pas sa `table`.".to_string();
                return Some(Fault::new("shape", en, fr));
            }
            Some(name) if name != SETTINGS && tables::named(name).is_none() => {
                return Some(table_unknown(name));
            }
            Some(_) => {}
        }
    }
    for word in [&mapping.amounts.accounting] {
        if word != "capex" && word != "opex" {
            let en = format!("`accounting` is \"{word}\", neither capex nor opex.");
            let fr = format!("`accounting` vaut « {word} », ni capex ni opex.");
            return Some(Fault::new(word, en, fr));
        }
    }
    if mapping.amounts.benefit_year == 0 {
        let en = "`benefit_year` is 0, but benefits begin in year 1.".to_string();
        let fr = "`benefit_year` vaut 0, or les gains commencent en année 1.".to_string();
        return Some(Fault::new("benefit_year", en, fr));
    }
    let fields = mapping.columns.iter().filter(|column| !column.is_ignored).map(|column| &column.field);
    let unknown = fields.clone().chain(mapping.defaults.keys()).find(|field| !is_known(field, shape, table));
    if let Some(field) = unknown {
        return Some(field_unknown(field, shape, table));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = fields.into_iter().find(|field| !seen.insert(field.as_str())) {
        let en = format!("Two columns fill the field {twice}.");
        let fr = format!("Deux colonnes remplissent le champ {twice}.");
        return Some(Fault::new(twice, en, fr));
    }
    let units = mapping.columns.iter().filter_map(|column| column.unit.as_deref());
    let unit = units.into_iter().find(|unit| unit_of(unit).is_none())?;
    let en = format!("The unit \"{unit}\" is not known; k€, M€, £m and % are examples of known ones.");
    let fr = format!("L'unité « {unit} » n'est pas connue ; k€, M€, £m et % en sont des exemples.");
    Some(Fault::new(unit, en, fr))
}

fn table_unknown(name: &str) -> Fault {
    let near = nearest(name, tables::ALL.iter().map(|schema| schema.name));
    let (mean, dire) = meant(near);
    let en = format!("There is no table {name}{mean}.");
    let fr = format!("Il n'y a pas de table {name}{dire}.");
    Fault::new(name, en, fr)
}

fn meant(near: Option<&str>) -> (String, String) {
    near.map(|near| (format!("; did you mean {near}?"), format!(" ; vouliez-vous dire {near} ?")))
        .unwrap_or_default()
}

fn is_known(field: &str, shape: Shape, table: Option<&str>) -> bool {
    match shape {
        Shape::Wide | Shape::Long => RowField::parse(field).is_some_and(|field| field.is_of(shape)),
        Shape::Scenarios => is_field_of("scenarios", field),
        Shape::DossierLong => ["table", "row", "column", "value"].contains(&field),
        Shape::Table | Shape::TransposedTable | Shape::TransposedWide => match table {
            Some(SETTINGS) => ["path", "value"].contains(&field),
            Some(table) => is_field_of(table, field),
            None => false,
        },
    }
}

fn field_unknown(field: &str, shape: Shape, table: Option<&str>) -> Fault {
    let of = match shape {
        Shape::Table => table.unwrap_or_default(),
        shape => shape.name(),
    };
    let known = tables::named(if shape == Shape::Scenarios { "scenarios" } else { of });
    let near = known.and_then(|schema| nearest(field, schema.columns.iter().map(|column| column.name)));
    let (mean, dire) = meant(near);
    let en = format!("{of} has no field {field}{mean}.");
    let fr = format!("{of} n'a pas de champ {field}{dire}.");
    Fault::new(field, en, fr)
}
