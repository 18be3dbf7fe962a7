//! A mapping as a TOML text, to write by hand, to keep and to read again.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};
use serde::{Deserialize, Serialize};

use super::mapping::{Amounts, MappedColumn, Mapping, Reading, Shape};
use super::mapping_check::problem;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::source::options::{DateOrder, DecimalMark, Encoding};
use crate::source::refusal::Refusal;
use crate::wire::decimal::decimal;

/// The version of the format that is written, and the only one that is read.
const VERSION: u32 = 1;

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct MappingForm {
    version: u32,
    shape: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading_row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_order: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    defaults: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wide: Option<AmountsForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    long: Option<AmountsForm>,
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    recognised: Option<MatchForm>,
    #[serde(default, rename = "column", skip_serializing_if = "Vec::is_empty")]
    columns: Vec<ColumnForm>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct MatchForm {
    headings: Vec<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AmountsForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    year_0: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_year: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lever: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accounting: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nature: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost_year: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    benefit_year: Option<usize>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ColumnForm {
    source: Option<Sources>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scale: Option<toml::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    withheld: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignore: Option<bool>,
}

/// One heading, or several of which one is there.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
enum Sources {
    One(String),
    Several(Vec<String>),
}

impl Mapping {
    /// The mapping written in a file; what cannot be used is refused at its line of `file`.
    pub fn from_toml(file: &str, text: &str) -> Result<Mapping, Refusal> {
        let form: MappingForm = toml::from_str(text).map_err(|fault| {
            let before = fault.span().map_or("", |span| text.get(..span.start).unwrap_or_default());
            let line = before.matches('\n').count() as u32 + 1;
            let what = fault.message().trim().replace('\n', " ");
            refusal(file, line, (format!("{what}."), format!("{what} (message de la bibliothèque TOML).")))
        })?;
        let mapping =
            mapping_of(form).map_err(|fault| refusal(file, line_of(text, &fault.near), fault.sentences))?;
        match problem(&mapping) {
            None => Ok(mapping),
            Some(fault) => Err(refusal(file, line_of(text, &fault.near), fault.sentences)),
        }
    }

    /// The mapping as a text that [`Mapping::from_toml`] reads back to the same mapping.
    pub fn to_toml(&self) -> String {
        let reading = &self.reading;
        let amounts = amounts_form(&self.amounts);
        let is_long = self.shape == Shape::Long;
        let form = MappingForm {
            version: VERSION,
            shape: self.shape.name().to_string(),
            table: self.table.clone(),
            sheet: self.sheet.clone(),
            heading_row: reading.heading_row,
            decimal: reading.decimal.map(|mark| mark.sign().to_string()),
            encoding: reading.encoding.map(|encoding| encoding.name().to_string()),
            delimiter: reading.delimiter.map(|byte| char::from(byte).to_string()),
            date_order: reading.date_order.map(|order| order_name(order).to_string()),
            defaults: self.defaults.clone(),
            wide: if is_long { None } else { amounts_form(&self.amounts) },
            long: amounts.filter(|_| is_long),
            recognised: (!self.headings.is_empty()).then(|| MatchForm { headings: self.headings.clone() }),
            columns: self.columns.iter().map(column_form).collect(),
        };
        toml::to_string(&form).expect("texts, numbers and lists of them can be written as TOML")
    }
}

/// What is wrong with a mapping, and a word to find the line by.
pub(super) struct Fault {
    pub(super) near: String,
    /// In English and in French.
    pub(super) sentences: (String, String),
}

impl Fault {
    pub(super) fn new(near: &str, en: String, fr: String) -> Fault {
        Fault { near: near.to_string(), sentences: (en, fr) }
    }
}

fn refusal(file: &str, row: u32, (en, fr): (String, String)) -> Refusal {
    let place = Place { file: file.into(), row };
    let finding = Finding::new("mapping_invalid", Severity::Error, &place, en, fr);
    Refusal {
        finding: Box::new(finding.suggest(
            "Correct the mapping, or leave it out to have one proposed.",
            "Corrigez la correspondance, ou omettez-la pour en recevoir une.",
        )),
    }
}

/// The first line that holds this text between quotation marks or as a key; 0 when none does.
fn line_of(text: &str, near: &str) -> u32 {
    let quoted = format!("\"{near}\"");
    let has =
        |line: &str| line.contains(&quoted) || line.split('=').next().is_some_and(|key| key.trim() == near);
    text.lines().position(has).map_or(0, |line| line as u32 + 1)
}

fn mapping_of(form: MappingForm) -> Result<Mapping, Fault> {
    if form.version != VERSION {
        let (en, fr) = (
            format!("Version {} of mappings is not known, only {VERSION}.", form.version),
            format!(
                "La version {} des correspondances n'est pas connue, seule l'est la {VERSION}.",
                form.version
            ),
        );
        return Err(Fault::new("version", en, fr));
    }
    let Some(shape) = Shape::of_name(&form.shape) else {
        let known = Shape::ALL.map(Shape::name).join(", ");
        return Err(unknown("shape", &form.shape, &known));
    };
    let reading = reading_of(&form)?;
    let amounts = form.wide.or(form.long).unwrap_or_default();
    Ok(Mapping {
        shape,
        table: form.table,
        sheet: form.sheet,
        reading,
        defaults: form.defaults,
        amounts: amounts_of(amounts),
        columns: form.columns.into_iter().map(column_of).collect::<Result<_, _>>()?,
        headings: form.recognised.map(|form| form.headings).unwrap_or_default(),
    })
}

fn unknown(key: &str, text: &str, known: &str) -> Fault {
    let en = format!("`{key}` is \"{text}\", which is none of: {known}.");
    let fr = format!("`{key}` vaut « {text} », qui n'est aucun de : {known}.");
    Fault::new(text, en, fr)
}

fn reading_of(form: &MappingForm) -> Result<Reading, Fault> {
    let decimal = match form.decimal.as_deref() {
        None => None,
        Some("," | "comma") => Some(DecimalMark::Comma),
        Some("." | "point") => Some(DecimalMark::Point),
        Some(other) => return Err(unknown("decimal", other, "\",\", \".\"")),
    };
    let encoding = match form.encoding.as_deref() {
        None => None,
        Some(name) => {
            let known = || unknown("encoding", name, &Encoding::ALL.map(Encoding::name).join(", "));
            Some(Encoding::of_name(name).ok_or_else(known)?)
        }
    };
    let delimiter = match form.delimiter.as_deref() {
        None => None,
        Some("tab") => Some(b'\t'),
        Some(text) if text.len() == 1 => Some(text.as_bytes()[0]),
        Some(other) => return Err(unknown("delimiter", other, "\";\", \",\", \"|\", \"tab\"")),
    };
    let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear];
    let date_order = match form.date_order.as_deref() {
        None => None,
        Some(name) => {
            let found = orders.into_iter().find(|order| order_name(*order) == name);
            Some(found.ok_or_else(|| unknown("date_order", name, &orders.map(order_name).join(", ")))?)
        }
    };
    Ok(Reading { heading_row: form.heading_row, encoding, delimiter, decimal, date_order })
}

fn order_name(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayMonthYear => "dmy",
        DateOrder::MonthDayYear => "mdy",
    }
}

fn amounts_of(form: AmountsForm) -> Amounts {
    let usual = Amounts::default();
    Amounts {
        year_0: form.year_0,
        last_year: form.last_year.unwrap_or(usual.last_year),
        lever: form.lever.unwrap_or(usual.lever),
        accounting: form.accounting.unwrap_or(usual.accounting),
        nature: form.nature.unwrap_or(usual.nature),
        cost_year: form.cost_year.unwrap_or(usual.cost_year),
        benefit_year: form.benefit_year.unwrap_or(usual.benefit_year),
    }
}

/// Only what differs from the usual.
fn amounts_form(amounts: &Amounts) -> Option<AmountsForm> {
    let usual = Amounts::default();
    let form = AmountsForm {
        year_0: amounts.year_0,
        last_year: Some(amounts.last_year).filter(|year| *year != usual.last_year),
        lever: Some(amounts.lever.clone()).filter(|lever| *lever != usual.lever),
        accounting: Some(amounts.accounting.clone()).filter(|word| *word != usual.accounting),
        nature: Some(amounts.nature.clone()).filter(|word| *word != usual.nature),
        cost_year: Some(amounts.cost_year).filter(|year| *year != usual.cost_year),
        benefit_year: Some(amounts.benefit_year).filter(|year| *year != usual.benefit_year),
    };
    (*amounts != usual).then_some(form)
}

fn column_of(form: ColumnForm) -> Result<MappedColumn, Fault> {
    let sources = match form.source {
        Some(Sources::One(source)) => vec![source],
        Some(Sources::Several(sources)) => sources,
        None => Vec::new(),
    };
    let name = sources.first().cloned().unwrap_or_default();
    let is_ignored = form.ignore.unwrap_or(false);
    let field = form.field.unwrap_or_default();
    if sources.is_empty() {
        let near = if field.is_empty() { "[[column]]" } else { &field };
        let en = "A column has no `source`, the heading it is read from.".to_string();
        return Err(Fault::new(near, en, "Une colonne n'a pas de `source`, son en-tête.".to_string()));
    }
    if field.is_empty() && !is_ignored {
        let en = format!("The column \"{name}\" has neither a `field` nor `ignore = true`.");
        let fr = format!("La colonne « {name} » n'a ni `field` ni `ignore = true`.");
        return Err(Fault::new(&name, en, fr));
    }
    let scale = match form.scale {
        None => dec!(1),
        Some(toml::Value::String(text)) => scale_of(&text, &name)?,
        Some(value) => scale_of(&value.to_string(), &name)?,
    };
    let is_negated = match form.sign {
        None | Some(1) => false,
        Some(-1) => true,
        Some(other) => {
            let en = format!("The sign of the column \"{name}\" is {other}, neither 1 nor -1.");
            let fr = format!("Le signe de la colonne « {name} » est {other}, ni 1 ni -1.");
            return Err(Fault::new(&name, en, fr));
        }
    };
    Ok(MappedColumn {
        sources,
        number: form.number.unwrap_or(1).max(1),
        field,
        scale,
        is_negated,
        unit: form.unit,
        default: form.default.unwrap_or_default(),
        withheld: form.withheld,
        is_ignored,
    })
}

fn scale_of(text: &str, name: &str) -> Result<Decimal, Fault> {
    decimal(text).ok().filter(|scale| *scale > Decimal::ZERO).ok_or_else(|| {
        let en = format!("The scale of the column \"{name}\" is {text}, no number above 0.");
        let fr = format!("L'échelle de la colonne « {name} » est {text}, pas un nombre supérieur à 0.");
        Fault::new(name, en, fr)
    })
}

fn column_form(column: &MappedColumn) -> ColumnForm {
    let source = match column.sources.as_slice() {
        [one] => Sources::One(one.clone()),
        several => Sources::Several(several.to_vec()),
    };
    let scale = match i64::try_from(column.scale) {
        Ok(whole) if column.scale.is_integer() => toml::Value::Integer(whole),
        _ => toml::Value::String(column.scale.to_string()),
    };
    ColumnForm {
        source: Some(source),
        number: Some(column.number).filter(|number| *number != 1),
        field: Some(column.field.clone()).filter(|field| !field.is_empty()),
        scale: (column.scale != dec!(1)).then_some(scale),
        sign: column.is_negated.then_some(-1),
        unit: column.unit.clone(),
        default: Some(column.default.clone()).filter(|text| !text.is_empty()),
        withheld: column.withheld.clone(),
        ignore: column.is_ignored.then_some(true),
    }
}
