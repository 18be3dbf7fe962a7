//! The import samples beside the repository, against the dossier they came from and their expected diagnostics.

use cxfolio::intake::mapping::Shape;
use cxfolio::intake::propose::Hints;
use cxfolio::wire::decimal::decimal;
use rust_decimal::{Decimal, dec};

use super::reading::{Done, Reading, benefit_of_year, by_key, numbers, sample_rows, texts};

/// Whether every cell of the staged table is the same in the dossier's own.
fn assert_same(done: &Done, table: &str, dossier: &str) {
    let staged = by_key(done.table(table), &["investment_id", "variant_id", "line_id"]);
    let own = sample_rows(dossier, table);
    assert_eq!(staged.len(), own.len(), "{table}");
    let mut compared = 0;
    for row in own {
        let key = [&row["investment_id"], &row["variant_id"], &row["line_id"]].map(String::as_str).to_vec();
        for (field, text) in &staged[&key] {
            let same = match (decimal(text), decimal(&row[*field])) {
                (Ok(new), Ok(old)) => new == old,
                _ => *text == row[*field],
            };
            assert!(same, "{table} {key:?} {field}: {text:?} for {:?}", row[*field]);
            compared += 1;
        }
    }
    assert!(1000 < compared, "{compared} cells were compared");
}

#[test]
fn french_cost_lines_are_those_of_the_bank() {
    let Some(mut reading) = Reading::beside("import/fr_lignes_de_cout.csv") else { return };
    let proposal = reading.propose(&Hints::default());
    assert_eq!(
        (proposal.mapping.shape, proposal.mapping.table.as_deref()),
        (Shape::Table, Some("cost_lines"))
    );
    assert!(proposal.columns.iter().all(|column| 0.9 <= column.confidence), "{:?}", proposal.columns);
    let done = reading.stage(&proposal.mapping);
    assert_eq!(done.errors(), []);
    assert_same(&done, "cost_lines", "banque-horizon");
}

#[test]
fn french_benefit_lines_are_those_of_the_bank() {
    let Some(reading) = Reading::beside("import/fr_lignes_de_gain_cp1252.csv") else { return };
    let done = reading.stage_as_proposed(&Hints::default());
    assert_eq!(done.errors(), []);
    assert_same(&done, "benefit_lines", "banque-horizon");
}

#[test]
fn the_file_with_errors_has_those_that_the_file_alone_shows() {
    let Some(reading) = Reading::beside("import/fr_gains_avec_erreurs.csv") else { return };
    let done = reading.stage_as_proposed(&Hints::default());
    assert_eq!(done.staged.rows_read, 16);
    let wanted = ["not_a_number", "formula_like_text", "missing_columns", "ambiguous_number"];
    let found: Vec<(u32, &str, &str, &str, &str)> = done
        .findings
        .iter()
        .filter(|finding| wanted.contains(&finding.code))
        .map(|finding| {
            let severity = finding.severity.name();
            (finding.place.row, finding.column.as_str(), finding.code, finding.value.as_str(), severity)
        })
        .collect();
    let mut found = found;
    found.sort();
    assert_eq!(
        found,
        [
            (6, "effet probable", "not_a_number", "n.d.", "error"),
            (12, "responsable du gain", "formula_like_text", "=HYPERLINK(...)", "warning"),
            (13, "*", "missing_columns", "12 of 14", "error"),
            (17, "effet bas", "ambiguous_number", "1.234,5", "error"),
        ]
    );
    let table = done.table("benefit_lines");
    assert_eq!(texts(table, "ramp_y2")[8], "1.4");
    assert_eq!(texts(table, "effect_low")[14], "-560000");
    assert_eq!(texts(table, "effect_low")[15], "1.234,5");
    assert!(texts(table, "benefit_owner")[10].starts_with("=HYPERLINK"));
}

#[test]
fn the_simple_finance_file_ties_to_the_cent() {
    let Some(mut reading) = Reading::beside("import/en_simple_finance_file.csv") else { return };
    let hints = Hints { year_0: Some(2027), last_year: Some(5), ..Hints::default() };
    let proposal = reading.propose(&hints);
    assert_eq!(proposal.mapping.shape, Shape::Wide);
    let done = reading.stage(&proposal.mapping);
    assert_eq!(done.told(), []);
    let (investments, costs, benefits) =
        (done.table("investments"), done.table("cost_lines"), done.table("benefit_lines"));
    assert_eq!((investments.rows.len(), costs.rows.len()), (32, 32));
    assert_eq!(texts(investments, "name_en")[0], "Cloud CRM and clienteling");
    assert_eq!(texts(investments, "mandatory").iter().filter(|text| **text == "1").count(), 1);
    let lines = texts(benefits, "line_id");
    assert_eq!(lines.iter().filter(|line| line.ends_with("-loss")).count(), 3, "{lines:?}");
    assert_eq!(texts(costs, "y0_eur")[0], "853733");
    let path = "import/en_simple_finance_file.csv";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    let mut reader = csv::Reader::from_path(path).expect("the file");
    let rows: Vec<std::collections::BTreeMap<String, Decimal>> = reader
        .deserialize::<std::collections::BTreeMap<String, String>>()
        .map(|row| {
            row.unwrap().into_iter().filter_map(|(name, text)| Some((name, text.parse().ok()?))).collect()
        })
        .collect();
    let ledger = |name: &str| rows.iter().filter_map(|row| row.get(name)).sum::<Decimal>();
    for year in 0..=5_usize {
        let staged: Decimal = numbers(costs, &format!("y{year}_eur")).iter().sum();
        assert_eq!(staged, ledger(&format!("cost_{}", 2027 + year)), "cost of year {year}");
    }
    for year in 1..=5_usize {
        assert_eq!(
            benefit_of_year(benefits, year),
            ledger(&format!("benefit_{}", 2027 + year)),
            "benefit of {year}"
        );
    }
    assert_eq!(numbers(done.table("levers"), "value_eur_per_unit_year"), [dec!(1)]);
}
