//! What a plan's sentences say: of what was aimed at, in one language, with the numbers and signs that belong to it.

use super::{run, text};

/// The words of a line that is run on the sample with quarters and envelopes.
fn said(line: &str) -> String {
    text(&run(&line.replace("OFFICE", "samples/bureau-plan")).stdout)
}

#[test]
fn the_proof_names_what_was_aimed_at() {
    let told = said("choose OFFICE --maximise coverage --lang en");
    assert!(told.contains("Proven: no plan that keeps all rules has more coverage."), "{told}");
    let told = said("choose OFFICE --maximise coverage --lang fr");
    assert!(told.contains("aucun plan respectant toutes les règles n’a une meilleure couverture."), "{told}");
    assert!(told.contains("Visé\u{a0}: couverture, atteint 0,55"), "{told}");
}

#[test]
fn a_wish_without_a_reason_and_its_numbers_are_french_in_french() {
    let told = said("choose OFFICE --force-in A07 --force-out A05 --lang fr");
    assert!(told.contains("Devis et contrat en ligne (A07) est imposé (comme demandé)"), "{told}");
    assert!(!told.contains("as requested"), "{told}");
}

#[test]
fn a_conflict_of_one_rule_is_not_called_one_between_rules() {
    let told = said("choose OFFICE --floor coverage=0.99 --lang en");
    assert!(told.contains("This cannot be kept by any plan:"), "{told}");
    assert!(!told.contains("cannot be kept together"), "{told}");
}

#[test]
fn starts_of_a_dossier_of_quarters_are_quarters() {
    let told = said("choose OFFICE --lang en");
    assert!(told.contains("Q1 2027"), "{told}");
}

#[test]
fn a_floor_that_is_too_high_is_repaired_by_lowering_it() {
    let told = text(&run("choose BANK --floor coverage=0.63 --lang en").stdout);
    assert!(told.contains("lower the floor on coverage from 63% to 62.5%"), "{told}");
    assert_eq!(run("choose BANK --floor coverage=0.625").status.code(), Some(0));
}

#[test]
fn sentences_call_things_by_their_names_in_the_language_of_the_reader() {
    let told = text(&run("explain BANK --investment B14 --lang en").stdout).replace("\n   ", " ");
    assert!(told.contains("forcing it in as “Core scope” costs the plan €563k"), "{told}");
    assert!(told.contains("because Mobile app redesign (B13, Core scope) would leave"), "{told}");
    let told = text(&run("explain BANK --investment B27 --lang fr").stdout).replace("\n   ", " ");
    assert!(told.contains("RGPD, B27) est obligatoire"), "{told}");
    let told = text(&run("frontier BANK --factors 0.3,0.4 --switches 0 --lang en").stdout);
    assert!(told.contains("At 40% of the budgets Lead generation and scoring (B05) leaves"), "{told}");
}

#[test]
fn a_repair_has_no_step_that_it_can_do_without() {
    let told = said("choose OFFICE --force-in A07 --force-out A05 --lang en");
    assert!(told.contains("  - no longer force Online quote and contract (A07) in\n"), "{told}");
    assert!(told.contains("  - no longer force Integration layer (A05) out\n"), "{told}");
    assert!(!told.contains(" and no longer force"), "{told}");
}
