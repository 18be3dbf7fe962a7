//! Public project lists through the mappings that are shipped for them: rows, totals, what is withheld.

use std::collections::BTreeSet;
use std::path::Path;

use cxfolio::intake::mapping::Mapping;
use cxfolio::source::options::Options;
use cxfolio::wire::decimal::decimal;
use rust_decimal::{Decimal, dec};

use super::reading::{Done, Reading, benefit_of_year, numbers, texts};

fn shipped(name: &str) -> Mapping {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/imports").join(name);
    let text = std::fs::read_to_string(path).expect("a shipped mapping");
    Mapping::from_toml(name, &text).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn staged(file: &str, mapping: &str) -> Option<Done> {
    let mapping = shipped(mapping);
    let reading = Reading::beside_with(file, &mapping.options(&Options::default()))?;
    assert!(mapping.fits(&reading.source.sheets[0]), "{file} is not recognised");
    Some(reading.stage(&mapping))
}

/// Every row is an investment with a key, a name and a department, and has one line of cost.
fn assert_whole(done: &Done, rows: usize, name: &str) {
    let investments = done.table("investments");
    assert_eq!((done.staged.rows_read as usize, investments.rows.len()), (rows, rows));
    let ids: BTreeSet<&str> = texts(investments, "id").into_iter().collect();
    assert_eq!(ids.len(), rows, "keys are unlike each other");
    for field in ["id", name, "budget_department"] {
        let blank = texts(investments, field).iter().filter(|text| text.is_empty()).count();
        assert_eq!(blank, 0, "{field}");
    }
    assert_eq!(done.table("cost_lines").rows.len(), rows);
    assert_eq!(done.count("column_unmapped"), 0, "{:?}", done.told());
    assert_eq!(done.errors(), []);
}

#[test]
fn the_french_edition_of_november_2016_totals_its_published_figure() {
    let Some(done) = staged("public/dinum/panorama_2016-11-18_d64b828.csv", "dinum.toml") else { return };
    assert_whole(&done, 57, "name_fr");
    let costs = done.table("cost_lines");
    let told = numbers(costs, "y0_eur");
    assert_eq!(told.len(), 49);
    assert_eq!(told.iter().sum::<Decimal>(), dec!(2292900000), "published as 2.29 billion");
    assert_eq!(
        texts(costs, "y0_eur").iter().filter(|text| text.is_empty()).count(),
        8,
        "blanks are withheld"
    );
    assert_eq!(done.count("amount_without_year"), 1);
    assert_eq!(done.count("id_generated"), 1);
}

#[test]
fn the_other_french_editions_are_read_by_the_same_mapping() {
    for (file, rows, costed, total) in [
        ("public/dinum/panorama_projets_si.csv", 57, 49, dec!(2292900000)),
        ("public/dinum/Panorama_des_grands_projets_SI_-_20170630.csv", 61, 53, dec!(2561100000)),
        ("public/dinum/export.xlsx", 61, 60, dec!(2826280000)),
    ] {
        let Some(done) = staged(file, "dinum.toml") else { return };
        assert_whole(&done, rows, "name_fr");
        let costs = done.table("cost_lines");
        let told = numbers(costs, "y0_eur");
        assert_eq!((told.len(), told.iter().sum::<Decimal>()), (costed, total), "{file}");
        let words =
            texts(costs, "y0_eur").into_iter().filter(|text| ["En cadrage", "NA"].contains(text)).count();
        assert_eq!(costed + words, rows, "{file}: what is not costed keeps its words");
    }
}

#[test]
fn british_files_of_2018_and_2022() {
    let Some(done) = staged("public/uk_gmpp/uk_2018.csv", "uk_gmpp_2018.toml") else { return };
    assert_whole(&done, 133, "name_en");
    let told = numbers(done.table("cost_lines"), "y0_eur");
    assert_eq!((told.len(), told.iter().sum::<Decimal>()), (119, dec!(422739430000)));
    let Some(done) = staged("public/uk_gmpp/uk_2022.csv", "uk_gmpp.toml") else { return };
    assert_whole(&done, 235, "name_en");
    let told = numbers(done.table("cost_lines"), "y0_eur");
    assert_eq!((told.len(), told.iter().sum::<Decimal>()), (191, dec!(494181000000)));
    assert_eq!(done.count("mapping_column_absent"), 1, "that of benefits");
}

#[test]
fn the_british_file_of_2023_has_costs_and_benefits() {
    let Some(done) = staged("public/uk_gmpp/uk_2023.csv", "uk_gmpp.toml") else { return };
    assert_whole(&done, 244, "name_en");
    let (costs, benefits) = (done.table("cost_lines"), done.table("benefit_lines"));
    assert_eq!(benefits.rows.len(), 244);
    let effects = benefits.rows.iter().map(|row| row.place.row).zip(texts(benefits, "effect_mode"));
    let told: Vec<u32> = effects.filter(|(_, text)| decimal(text).is_ok()).map(|(row, _)| row).collect();
    let costed = costs.rows.iter().map(|row| row.place.row).zip(texts(costs, "y0_eur"));
    let both = costed.filter(|(row, text)| decimal(text).is_ok() && told.contains(row)).count();
    assert_eq!((told.len(), both), (110, 102), "projects with a benefit, and with both amounts");
    let told = numbers(costs, "y0_eur");
    assert_eq!((told.len(), told.iter().sum::<Decimal>()), (193, dec!(471818000000)));
    assert_eq!(benefit_of_year(benefits, 1), dec!(729446310000));
    let exempt = texts(costs, "y0_eur").into_iter().filter(|text| text.starts_with("Exempt")).count();
    assert!(0 < exempt, "what is exempt keeps its words");
}
