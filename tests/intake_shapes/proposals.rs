//! Proposed mappings: confidence, questions, what is left out, and their written form.

use cxfolio::intake::mapping::{Mapping, Shape};
use cxfolio::intake::propose::Hints;

use super::reading::{Reading, mapping};

#[test]
fn confidence_falls_from_the_name_to_the_content() {
    let text = "id,Dept,Months to frist value,genre,x\nE1,DSI,3,people,a\nE2,CDO,4,data,b\n";
    let mut reading = Reading::of_text("f.csv", text);
    let hints = Hints { table: Some("investments".to_string()), ..Hints::default() };
    let proposal = reading.propose(&hints);
    let shown: Vec<(Option<&str>, f64)> =
        proposal.columns.iter().map(|column| (column.field.as_deref(), column.confidence)).collect();
    assert_eq!(shown[0], (Some("id"), 1.0));
    assert_eq!(shown[2], (Some("months_to_first_value"), 0.7));
    assert_eq!(shown[4], (None, 0.0));
    let done = reading.stage(&proposal.mapping);
    assert!(done.told().contains(&("column_unmapped", 1, "x")), "{:?}", done.told());
}

#[test]
fn words_of_a_column_tell_its_field() {
    let text = "id,target_id,target_type,quoi,level\nE1,M01,moment,people,E1\nE2,M02,moment,opinion,E0\n";
    let mut reading = Reading::of_text("evidence.csv", text);
    let proposal = reading.propose(&Hints::default());
    assert_eq!(proposal.mapping.table.as_deref(), Some("evidence"));
    assert_eq!((proposal.columns[3].field.as_deref(), proposal.columns[3].confidence), (Some("kind"), 0.5));
}

#[test]
fn two_equal_columns_are_asked_about() {
    let text = "Projet;Coût 2027;coût_2027;Gain 2028\nA;1;2;3\nB;4;5;6\n";
    let mut reading = Reading::of_text("f.csv", text);
    let proposal = reading.propose(&Hints { year_0: Some(2027), ..Hints::default() });
    assert!(proposal.columns[1].field.is_none() && proposal.columns[2].field.is_none());
    assert!(reading.findings.iter().any(|finding| finding.code == "mapping_ambiguous"));
}

#[test]
fn a_required_field_without_a_column_names_what_is_left() {
    let text = "id investissement;variante;ligne;comptabilisation;A0;A1;sorte\nB01;core;L1;charge;1;2;construction\n";
    let done = Reading::of_text("cout.csv", text)
        .stage_as_proposed(&Hints { table: Some("benefit_lines".to_string()), ..Hints::default() });
    let missing: Vec<&str> = done
        .findings
        .iter()
        .filter(|finding| finding.code == "column_missing")
        .map(|finding| finding.column.as_str())
        .collect();
    assert!(missing.contains(&"lever_id") && missing.contains(&"effect_low"), "{missing:?}");
    let finding = done.findings.iter().find(|finding| finding.code == "column_missing").expect("a finding");
    assert!(finding.suggestion.en.contains("comptabilisation"), "{}", finding.suggestion.en);
}

#[test]
fn an_unknown_sheet_is_told() {
    let mut reading = Reading::of_text("f.csv", "couleur,forme\nrouge,rond\nbleu,carré\n");
    let proposal = reading.propose(&Hints::default());
    assert_eq!(proposal.confidence, 0.0, "{:?} {:?}", proposal.mapping, proposal.columns);
    assert!(reading.findings.iter().any(|finding| finding.code == "shape_unknown"));
}

#[test]
fn a_proposal_is_kept_and_recognises_the_next_file() {
    let text = "Projet;Direction;Coût 2027;Gain 2028\nA;DSI;1;2\n";
    let mut reading = Reading::of_text("janvier.csv", text);
    let proposal = reading.propose(&Hints { year_0: Some(2027), last_year: Some(4), ..Hints::default() });
    let kept =
        Mapping::from_toml("kept.toml", &proposal.mapping.to_toml()).expect("what was written is read");
    assert_eq!(kept, proposal.mapping);
    assert_eq!((kept.shape, kept.amounts.last_year), (Shape::Wide, 4));
    let next = Reading::of_text("fevrier.csv", "Direction;Projet;COUT 2027;Gain 2028;Avis\nDSI;B;3;4;oui\n");
    assert!(kept.fits(&next.source.sheets[0]));
    let other = Reading::of_text("autre.csv", "Direction;Projet;Gain 2028\nDSI;B;4\n");
    assert!(!kept.fits(&other.source.sheets[0]));
}

#[test]
fn everything_a_mapping_can_say_is_written_and_read() {
    let text = "version = 1\nshape = \"long\"\nsheet = \"Feuil1\"\nheading_row = 3\ndecimal = \",\"\n\
                encoding = \"windows-1252\"\ndelimiter = \";\"\ndate_order = \"dmy\"\n\
                [defaults]\nevidence_level = \"E1\"\n[long]\nyear_0 = 2027\nlever = \"LB-DIR\"\n\
                [match]\nheadings = [\"Montant\"]\n\
                [[column]]\nsource = [\"Montant\", \"Somme\"]\nfield = \"amount\"\nscale = 0.001\nsign = -1\nunit = \"k€\"\ndefault = \"0\"\nwithheld = [\"à chiffrer\"]\n\
                [[column]]\nsource = \"Note\"\nnumber = 2\nignore = true\n";
    let read = mapping(text);
    assert_eq!(mapping(&read.to_toml()), read);
}

#[test]
fn a_mapping_that_cannot_be_used_is_refused_at_its_line() {
    let refused = |text: &str| {
        let refusal = Mapping::from_toml("m.toml", text).expect_err("a fault");
        (refusal.finding.place.row, refusal.finding.message.en.clone())
    };
    let (line, sentence) =
        refused("version = 1\nshape = \"wide\"\n[[column]]\nsource = \"A\"\nfield = \"cots\"\n");
    assert_eq!(line, 5, "{sentence}");
    assert_eq!(refused("version = 1\nshape = \"round\"\n").0, 2);
    assert_eq!(refused("version = 1\nshape = \"table\"\ntable = \"cost_line\"\n").0, 3);
    assert_eq!(refused("version = 1\nshape = \"wide\"\n[[column]]\nsource =\n").0, 4);
    let twice = "version = 1\nshape = \"wide\"\n[[column]]\nsource = \"A\"\nfield = \"id\"\n[[column]]\nsource = \"B\"\nfield = \"id\"\n";
    assert!(refused(twice).1.contains("Two columns"));
    assert_eq!(refused("version = 2\nshape = \"wide\"\n").0, 1);
}
