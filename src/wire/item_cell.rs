//! A cell of a dossier as a field of a JSON item, both ways.

use rust_decimal::Decimal;
use serde_json::{Number, Value};

use super::decimal::{NotDecimal, decimal};
use super::settings_fields::{day, is_stray};
use super::table::{ColumnKind, ColumnSchema};
use super::withheld::is_withheld;
use super::words::{is_same_word, truth};
use crate::domain::text::Bilingual;

/// How a field is written in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldForm {
    Text,
    /// A list of texts.
    Texts,
    Truth,
    /// Decimal text, so that no digit is lost.
    Amount,
    Number,
    Whole,
}

impl FieldForm {
    /// What is expected, in French.
    fn french(self) -> &'static str {
        match self {
            FieldForm::Text => "un texte",
            FieldForm::Texts => "une liste de clés",
            FieldForm::Truth => "true ou false",
            FieldForm::Amount => "un montant décimal écrit comme texte, par exemple \"120000.00\"",
            FieldForm::Number => "un nombre",
            FieldForm::Whole => "un nombre entier",
        }
    }

    /// The form of a kind of column.
    pub fn of(kind: ColumnKind) -> FieldForm {
        match kind {
            ColumnKind::Text
            | ColumnKind::Identifier
            | ColumnKind::Choice(_)
            | ColumnKind::Day
            | ColumnKind::Limit => FieldForm::Text,
            ColumnKind::IdentifierList => FieldForm::Texts,
            ColumnKind::Flag => FieldForm::Truth,
            ColumnKind::Amount | ColumnKind::StatedAmount | ColumnKind::Effect | ColumnKind::StatedEffect => {
                FieldForm::Amount
            }
            ColumnKind::YearIndex => FieldForm::Whole,
            ColumnKind::Count
            | ColumnKind::Number
            | ColumnKind::Share
            | ColumnKind::Weight
            | ColumnKind::Multiplier
            | ColumnKind::Ratio
            | ColumnKind::Impact
            | ColumnKind::Scale
            | ColumnKind::Emotion
            | ColumnKind::Maturity
            | ColumnKind::Levels => FieldForm::Number,
        }
    }
}

/// Why a field cannot be a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    pub code: &'static str,
    pub message: Bilingual,
}

/// Significant digits that every JSON reader keeps of a number.
const DIGITS_MAX: usize = 15;

/// Letters of the longest text.
pub const TEXT_LETTERS: usize = 20_000;

/// Letters of the longest key.
pub const KEY_LETTERS: usize = 200;

/// The most letters that a text of this column may have.
pub fn letters_max(column: &ColumnSchema) -> usize {
    let is_key = column.is_key || matches!(column.kind, ColumnKind::Identifier | ColumnKind::IdentifierList);
    if is_key { KEY_LETTERS } else { TEXT_LETTERS }
}

/// Whether a column of texts also takes JSON numbers: limits, and the operands of scenarios.
pub fn may_be_number(column: &ColumnSchema) -> bool {
    column.kind == ColumnKind::Limit || column.name == "value"
}

/// How a field may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// In the form of its kind only.
    Exact,
    /// Also as files have it: any cell as a text, amounts as numbers, flags as words.
    AsInFiles,
}

/// The text of a cell for a field; blank for `null`.
pub fn cell_text(column: &ColumnSchema, field: &Value, manner: Manner) -> Result<String, CellFault> {
    let kind = column.kind;
    let form = FieldForm::of(kind);
    let is_in_form = match field {
        Value::Null => true,
        Value::String(_) => matches!(form, FieldForm::Text | FieldForm::Amount),
        Value::Array(_) => form == FieldForm::Texts,
        Value::Bool(_) => form == FieldForm::Truth,
        Value::Number(_) => matches!(form, FieldForm::Number | FieldForm::Whole),
        Value::Object(_) => false,
    };
    if manner == Manner::Exact && !is_in_form {
        return Err(unlike(&kind.words(), form.french()));
    }
    match (form, field) {
        (_, Value::Null) => Ok(String::new()),
        (FieldForm::Texts, Value::Array(items)) => list(column, items),
        (FieldForm::Truth, Value::Bool(is_set)) => Ok(u8::from(*is_set).to_string()),
        (FieldForm::Text, Value::Number(_)) if !may_be_number(column) => Err(unlike("a text", "un texte")),
        (_, Value::Number(number)) => of_text(column, &number_text(number)?),
        (_, Value::String(text)) => of_text(column, text),
        _ => Err(unlike(&kind.words(), form.french())),
    }
}

/// The field of a cell; a cell that is not of its kind stays a text.
pub fn cell_json(kind: ColumnKind, text: &str) -> Value {
    match FieldForm::of(kind) {
        FieldForm::Text | FieldForm::Amount => Value::from(text),
        FieldForm::Texts => Value::from(text.split('|').map(str::trim).collect::<Vec<_>>()),
        FieldForm::Truth => truth(text).map_or_else(|| Value::from(text), Value::from),
        FieldForm::Whole => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
        FieldForm::Number => match text.parse::<i64>() {
            Ok(whole) => Value::from(whole),
            Err(_) => text
                .parse::<f64>()
                .ok()
                .and_then(Number::from_f64)
                .map_or_else(|| Value::from(text), Value::Number),
        },
    }
}

fn of_text(column: &ColumnSchema, text: &str) -> Result<String, CellFault> {
    let kind = column.kind;
    in_length(column, text)?;
    if text.chars().any(is_stray) {
        return Err(fault(
            "text_invalid",
            "The text holds control characters.",
            "Le texte contient des caractères de contrôle.",
        ));
    }
    let plain = text.trim();
    if plain.is_empty() {
        return Ok(String::new());
    }
    let is_key = kind == ColumnKind::Identifier || (kind == ColumnKind::Text && column.is_key);
    if is_key && plain.contains(|letter: char| letter == '|' || letter.is_control()) {
        return Err(fault(
            "key_invalid",
            "A key is one line without `|`.",
            "Une clé tient sur une ligne, sans «\u{a0}|\u{a0}».",
        ));
    }
    match kind {
        ColumnKind::Text => Ok(text.to_string()),
        ColumnKind::Identifier | ColumnKind::IdentifierList | ColumnKind::Limit => Ok(plain.to_string()),
        ColumnKind::Choice(words) => {
            let exact = words.iter().find(|word| **word == plain);
            let same = || words.iter().find(|word| is_same_word(word, plain));
            let word = exact.or_else(same).map(|word| word.to_string());
            word.ok_or_else(|| {
                let known = words.join(", ");
                let en = format!("`{plain}` is none of: {known}.");
                let fr = format!("«\u{a0}{plain}\u{a0}» n’est pas l’un de\u{a0}: {known}.");
                fault("choice_invalid", &en, &fr)
            })
        }
        ColumnKind::Flag => truth(plain)
            .map(|is_set| u8::from(is_set).to_string())
            .ok_or_else(|| unlike("true or false", "true ou false")),
        ColumnKind::Day => match day::<chrono::NaiveDate>(plain) {
            Some(_) => Ok(plain.to_string()),
            None => Err(fault("date_invalid", "A day is written 2027-03-31.", "Un jour s’écrit 2027-03-31.")),
        },
        _ if is_withheld(kind, plain) => Ok(plain.to_string()),
        _ => number(column, plain),
    }
}

/// A number within the range of its column, as it was written.
fn number(column: &ColumnSchema, text: &str) -> Result<String, CellFault> {
    let kind = column.kind;
    let (least, most) = kind.range().unwrap_or((Decimal::MIN, Decimal::MAX));
    match decimal(text) {
        Ok(number) if number < least || most < number => {
            let en = format!("{text} lies outside {least} to {most}.");
            let fr = format!("{text} sort de l’intervalle de {least} à {most}.");
            Err(fault("number_out_of_range", &en, &fr))
        }
        Ok(number) if kind == ColumnKind::YearIndex && !number.is_integer() => {
            Err(unlike("a whole number", "un nombre entier"))
        }
        Ok(number) if kind == ColumnKind::YearIndex || text.contains(['e', 'E', '+']) => {
            Ok(number.normalize().to_string())
        }
        Ok(_) => Ok(text.to_string()),
        Err(NotDecimal::TooLarge) => Err(fault(
            "number_too_large",
            "The number has more than 28 digits before the point.",
            "Le nombre a plus de 28 chiffres avant la virgule.",
        )),
        Err(NotDecimal::TooFine) => Err(fault(
            "number_too_small",
            "The number is too close to zero.",
            "Le nombre est trop proche de zéro.",
        )),
        Err(NotDecimal::Syntax) => Err(unlike(&kind.words(), FieldForm::of(kind).french())),
    }
}

/// The text of a JSON number, if no reader on the way can have lost a digit of it.
fn number_text(number: &Number) -> Result<String, CellFault> {
    let text = number.to_string();
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_start_matches('0').trim_end_matches('0').len();
    if significant <= DIGITS_MAX {
        return Ok(text);
    }
    Err(fault(
        "number_imprecise",
        "A JSON number keeps 15 digits; send this one as a text.",
        "Un nombre JSON garde 15 chiffres\u{a0}; envoyez celui-ci comme texte.",
    ))
}

fn list(column: &ColumnSchema, items: &[Value]) -> Result<String, CellFault> {
    let mut parts = Vec::with_capacity(items.len());
    for item in items {
        match item.as_str().map(str::trim) {
            Some(part) if !part.contains('|') && !part.is_empty() && !part.chars().any(is_stray) => {
                in_length(column, part)?;
                parts.push(part)
            }
            _ => return Err(unlike("a list of keys", "une liste de clés")),
        }
    }
    Ok(parts.join("|"))
}

/// Refuses a text of more letters than its column takes.
fn in_length(column: &ColumnSchema, text: &str) -> Result<(), CellFault> {
    let most = match FieldForm::of(column.kind) {
        // A cell with a whole list, as files have it.
        FieldForm::Texts if text.contains('|') => TEXT_LETTERS,
        _ => letters_max(column),
    };
    // No letter takes less than a byte, so that most texts need no counting.
    if text.len() <= most || text.chars().count() <= most {
        return Ok(());
    }
    let en = format!("The text is longer than {most} letters.");
    let fr = format!("Le texte dépasse {most} lettres.");
    Err(fault("text_too_long", &en, &fr))
}

fn unlike(en: &str, fr: &str) -> CellFault {
    fault("type_invalid", &format!("Expected: {en}."), &format!("Attendu\u{a0}: {fr}."))
}

fn fault(code: &'static str, en: &str, fr: &str) -> CellFault {
    CellFault { code, message: Bilingual { en: en.to_string(), fr: fr.to_string() } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::table::optional;
    use serde_json::json;

    fn text(kind: ColumnKind, field: Value) -> Result<String, &'static str> {
        cell_text(&optional("field", kind, "a field"), &field, Manner::AsInFiles).map_err(|fault| fault.code)
    }

    #[test]
    fn fields_become_cells_without_losing_a_digit() {
        assert_eq!(text(ColumnKind::Amount, json!("9200000.10")), Ok("9200000.10".into()));
        assert_eq!(text(ColumnKind::Amount, json!(9200000)), Ok("9200000".into()));
        assert_eq!(text(ColumnKind::Amount, json!(1234567890.1234567)), Err("number_imprecise"));
        assert_eq!(text(ColumnKind::Share, json!("1e-3")), Ok("0.001".into()));
        assert_eq!(text(ColumnKind::Share, json!(1.5)), Err("number_out_of_range"));
        assert_eq!(text(ColumnKind::StatedAmount, json!("n.d.")), Ok("n.d.".into()));
        assert_eq!(text(ColumnKind::StatedAmount, json!(null)), Ok(String::new()));
        assert_eq!(text(ColumnKind::Amount, json!("12k")), Err("type_invalid"));
    }

    #[test]
    fn texts_and_keys_have_as_many_letters_as_the_interface_promises() {
        let long = |letters: usize| json!("é".repeat(letters));
        assert!(text(ColumnKind::Text, long(TEXT_LETTERS)).is_ok());
        assert_eq!(text(ColumnKind::Text, long(TEXT_LETTERS + 1)), Err("text_too_long"));
        assert!(text(ColumnKind::Identifier, long(KEY_LETTERS)).is_ok());
        assert_eq!(text(ColumnKind::Identifier, long(KEY_LETTERS + 1)), Err("text_too_long"));
        assert_eq!(text(ColumnKind::Identifier, json!("a|b")), Err("key_invalid"));
        assert_eq!(text(ColumnKind::Identifier, json!("a\nb")), Err("key_invalid"));
        assert_eq!(text(ColumnKind::IdentifierList, json!([long(KEY_LETTERS + 1)])), Err("text_too_long"));
        assert!(text(ColumnKind::IdentifierList, json!(vec![long(KEY_LETTERS); 3])).is_ok());
    }

    #[test]
    fn words_are_put_into_their_own_spelling() {
        let kind = ColumnKind::Choice(&["must-be", "performance"]);
        assert_eq!(text(kind, json!("Must be")), Ok("must-be".into()));
        assert_eq!(text(kind, json!("nice")), Err("choice_invalid"));
        assert_eq!(text(ColumnKind::Flag, json!("oui")), Ok("1".into()));
        assert_eq!(text(ColumnKind::IdentifierList, json!(["A", "B"])), Ok("A|B".into()));
        assert_eq!(text(ColumnKind::Text, json!({"a": 1})), Err("type_invalid"));
        assert_eq!(text(ColumnKind::Day, json!("31/03/2027")), Err("date_invalid"));
    }

    #[test]
    fn an_exact_field_is_in_the_form_of_its_kind() {
        let exact = |kind, field: Value| {
            cell_text(&optional("field", kind, "a field"), &field, Manner::Exact).is_ok()
        };
        assert!(exact(ColumnKind::Share, json!(0.5)) && !exact(ColumnKind::Share, json!("0.5")));
        assert!(exact(ColumnKind::Amount, json!("5")) && !exact(ColumnKind::Amount, json!(5)));
        assert!(exact(ColumnKind::Flag, json!(true)) && !exact(ColumnKind::Flag, json!("oui")));
        assert!(exact(ColumnKind::YearIndex, json!(1.0)) && !exact(ColumnKind::YearIndex, json!(1.5)));
    }

    #[test]
    fn cells_become_fields_of_their_form() {
        assert_eq!(cell_json(ColumnKind::Amount, "1.50"), json!("1.50"));
        assert_eq!(cell_json(ColumnKind::Share, "0.1"), json!(0.1));
        assert_eq!(cell_json(ColumnKind::Count, "1150000"), json!(1150000));
        assert_eq!(cell_json(ColumnKind::Flag, "1"), json!(true));
        assert_eq!(cell_json(ColumnKind::IdentifierList, "A|B"), json!(["A", "B"]));
    }
}
