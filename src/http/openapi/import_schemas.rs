//! The schemas of imports.

use serde_json::{Value, json};

use super::schemas::job_fields;
use super::shape::{closed, field, list, nullable, object, optional, reference, text, truth, whole};
use crate::report::schemas::root_of;

/// Every schema.
pub fn all() -> Vec<(&'static str, Value)> {
    let mut import =
        object("An import with what the files say, which is null until it is there.", job_fields());
    import["properties"]["result"] = nullable(reference(root_of("import")));
    import["properties"]["has_refused_rows"] = truth("Whether there are refused rows to fetch.");
    if let Some(required) = import["required"].as_array_mut() {
        required.extend(["result", "has_refused_rows"].map(Value::from));
    }
    let binary = || json!({"type": "string", "format": "binary"});
    let words = |sentence: &str| text(sentence);
    let form = object(
        "Files and how they are to be read; whatever is left out is found out from the files.",
        vec![
            field("file", list(binary())),
            optional("mapping", binary()),
            optional("acceptance", reference("ImportAcceptance")),
            optional("replace", truth("Whether rows that a whole table in a file lacks are taken out.")),
            optional("table", words("The table that the files are for.")),
            optional("shape", words("The shape of the files: table, wide, long, scenarios, ...")),
            optional("encoding", words("utf-8, utf-16le, utf-16be or windows-1252.")),
            optional("delimiter", words("`;`, `,`, `|` or `tab`.")),
            optional("decimal", words("Decimal mark of all columns: `,` or `.`.")),
            optional("dates", words("Order of day and month in all columns: dmy or mdy.")),
            optional("sheet", words("The one sheet of a workbook to read.")),
            optional("heading_row", whole("Row of the column headings, counted from 1.")),
            optional("language", words("Language of sentences: en or fr.")),
        ],
    );
    vec![("Import", import), ("ImportForm", closed(form))]
}
