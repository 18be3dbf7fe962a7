//! Public project lists through the mappings that are shipped for them: rows, totals, what is withheld.

use std::collections::BTreeSet;
use std::path::Path;

use cxfolio::intake::mapping::Mapping;
use rust_decimal::{Decimal, dec};

use super::reading::{Done, Reading, benefit_of_year, numbers, texts};

fn shipped(name: &str) -> Mapping {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/imports").join(name);
    let text = std::fs::read_to_string(path).expect("a shipped mapping");
    Mapping::from_toml(name, &text).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn staged(file: &str, mapping: &str) -> Option<Done> {
    let mapping = shipped(mapping);
    let reading = Reading::beside(file)?;
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
    assert_eq!(told.iter().sum::<Decimal>(), dec!(2290000000));
    let withheld: BTreeSet<&str> =
        texts(costs, "y0_eur").into_iter().filter(|text| !text.chars().any(|c| c.is_ascii_digit())).collect();
    assert_eq!(withheld.into_iter().collect::<Vec<_>>(), ["", "En cadrage"]);
    assert_eq!(done.count("amount_without_year"), 1);
    assert_eq!(done.count("id_generated"), 1);
}

#[test]
fn the_other_french_editions_are_read_by_the_same_mapping() {
    for (file, rows) in [
        ("public/dinum/panorama_projets_si.csv", 57),
        ("public/dinum/Panorama_des_grands_projets_SI_-_20170630.csv", 61),
        ("public/dinum/export.xlsx", 61),
    ] {
        let Some(done) = staged(file, "dinum.toml") else { return };
        assert_whole(&done, rows, "name_fr");
        let told = numbers(done.table("cost_lines"), "y0_eur");
        assert!(40 < told.len() && told.len() < rows, "{file}: {} costs are told", told.len());
    }
}

#[test]
fn british_files_of_2018_and_2022() {
    let Some(done) = staged("public/uk_gmpp/uk_2018.csv", "uk_gmpp_2018.toml") else { return };
    assert_whole(&done, 133, "name_en");
    assert_eq!(texts(done.table("cost_lines"), "y0_eur")[0], "12131500000");
    let Some(done) = staged("public/uk_gmpp/uk_2022.csv", "uk_gmpp.toml") else { return };
    assert_whole(&done, 235, "name_en");
    assert_eq!(done.count("mapping_column_absent"), 1, "that of benefits");
}

#[test]
fn the_british_file_of_2023_has_costs_and_benefits() {
    let Some(done) = staged("public/uk_gmpp/uk_2023.csv", "uk_gmpp.toml") else { return };
    assert_whole(&done, 244, "name_en");
    let (costs, benefits) = (done.table("cost_lines"), done.table("benefit_lines"));
    assert_eq!(benefits.rows.len(), 244);
    let both = numbers(costs, "y0_eur").len().min(numbers(benefits, "effect_mode").len());
    assert!(100 < both, "{both} projects have amounts");
    let largest = numbers(costs, "y0_eur").into_iter().max().unwrap_or_default();
    assert!(dec!(10000000000) < largest, "whole-life costs of billions of pounds: {largest}");
    assert!(dec!(100000000000) < benefit_of_year(benefits, 1));
    let exempt = texts(costs, "y0_eur").into_iter().filter(|text| text.starts_with("Exempt")).count();
    assert!(0 < exempt, "what is exempt keeps its words");
}
