//! What can be asked of the rows of every table.

use serde_json::json;

use super::operation::Operation;
use super::shape::reference;
use super::tables::item_name;
use crate::wire::table::{ColumnKind, TableSchema};
use crate::wire::tables;

/// The operations of every table.
pub fn operations() -> Vec<Operation> {
    tables::ALL.into_iter().flat_map(of_table).collect()
}

fn of_table(schema: &'static TableSchema) -> Vec<Operation> {
    let (table, item) = (schema.name, item_name(schema));
    let all = format!("/api/v1/dossiers/{{dossier}}/{table}");
    let one = format!("{all}/{{key}}");
    let what = schema.sentence;
    let page = Operation::get(&all, &format!("list_{table}"), "items", &format!("Rows, each {what}"))
        .paged()
        .query(
            "sort",
            json!({"type": "string", "enum": sorts(schema)}),
            "A field, with `-` before it for the largest first.",
        )
        .query("external_id", json!({"type": "string"}), "Only the row with this key in another tool.");
    let filters = schema.columns.iter().filter(|column| {
        !column.is_family() && matches!(column.kind, ColumnKind::Identifier | ColumnKind::Choice(_))
    });
    let page = filters.fold(page, |page, column| {
        page.query(column.name, json!({"type": "string"}), "Only rows with this text in the field.")
    });
    let put = |method: &'static str, name: String, sentence: &str, body: String| {
        let operation = Operation::new(method, &one, &name, "items", sentence);
        let operation = match method {
            "put" => operation.conditional_if_there(),
            _ => operation.conditional(),
        };
        operation.takes(reference(&body), true).answers(200, "The row now.", reference(&item)).tagged()
    };
    vec![
        page.answers(200, "The rows.", reference(&format!("{item}Page"))).tagged(),
        Operation::new(
            "post",
            &all,
            &format!("merge_{table}"),
            "items",
            &format!("Put rows in, or merge them with those that are there, each {what}; all or none"),
        )
        .once()
        .conditional()
        .takes(reference(&format!("{item}Batch")), true)
        .answers(200, "Where every row went.", reference("Written"))
        .tagged()
        .linked(
            200,
            "read",
            &format!("read_{table}"),
            json!({"dossier": "$response.body#/dossier", "key": "$response.body#/items/0/key"}),
        ),
        Operation::get(&one, &format!("read_{table}"), "items", &format!("A row: {what}"))
            .answers(200, "The row.", reference(&item))
            .tagged(),
        put("put", format!("put_{table}"), &format!("Make or replace a row: {what}"), format!("{item}Patch"))
            .answers(201, "The new row.", reference(&item))
            .tagged()
            .located(),
        put(
            "patch",
            format!("patch_{table}"),
            &format!("Change fields of a row: {what}"),
            format!("{item}Patch"),
        ),
        Operation::new("delete", &one, &format!("remove_{table}"), "items", &format!("Remove a row: {what}"))
            .conditional()
            .answers_nothing(204, "It is gone."),
    ]
}

/// By which fields rows can be sorted.
fn sorts(schema: &TableSchema) -> Vec<String> {
    let names = schema.columns.iter().filter(|column| !column.is_family()).map(|column| column.name);
    names.flat_map(|name| [name.to_string(), format!("-{name}")]).collect()
}
