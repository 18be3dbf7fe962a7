//! The plan as the terminal shows it: what to approve, what is kept in, what is left out, nothing at all, conflicts.

use std::fs;
use std::path::Path;

use crate::{assert_exit, bank, copied_bank, run_on, spoil, text};

/// The top of the plan names present values as such, and the money that is to be approved in each year with a budget.
#[test]
fn the_plan_says_what_is_to_be_approved() {
    let said = text(&assert_exit("choose BANK --lang en", 0).stdout);
    let top = said.lines().next().expect("a line");
    assert!(top.contains("in present value, €23.11M of cost brings €42.71M of benefit"), "{top}");
    assert!(top.ends_with("To approve: €9.02M in 2027, €5.73M in 2028, €2.86M in 2029."), "{top}");
    let dite = text(&assert_exit("choose BANK --lang fr", 0).stdout);
    let haut = dite.lines().next().expect("a line");
    assert!(
        haut.ends_with("À engager\u{a0}: 9,02\u{a0}M€ en 2027, 5,73\u{a0}M€ en 2028, 2,86\u{a0}M€ en 2029."),
        "{haut}"
    );
    assert!(dite.contains("Modèle de valeur complet"), "{dite}");
    for (plan, mark) in [(&said, "* kept in by a rule"), (&dite, "* maintenu par une règle")] {
        assert!(plan.contains("B27:core*") && plan.contains(mark), "{plan}");
    }
}

/// The table of what is left out, with long reasons in short, keeps within 120 columns.
#[test]
fn what_is_left_out_fits_the_terminal() {
    let retailer = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/maison-lumen");
    for language in ["en", "fr"] {
        for dossier in [&retailer, &bank()] {
            let said = text(&run_on(&format!("choose BANK --lang {language}"), dossier).stdout);
            let heading = if language == "en" { "left out" } else { "écarté" };
            let table: Vec<&str> = said
                .lines()
                .skip_while(|line| !line.starts_with(heading))
                .take_while(|line| !line.is_empty())
                .collect();
            assert!(table.len() > 15, "{said}");
            assert!(table.iter().all(|line| line.chars().count() <= 120), "{}", table.join("\n"));
        }
    }
}

/// With every candidate left out nothing is shown of a plan that has nothing.
#[test]
fn a_plan_of_nothing_is_said_in_one_sentence() {
    let folder = free_bank();
    for (language, expected) in [
        ("en", "fund nothing: no candidate is worth its cost under these rules."),
        ("fr", "ne rien financer\u{a0}: aucun candidat ne vaut son coût sous ces règles."),
    ] {
        let said = text(
            &run_on(&format!("choose BANK --scenario S-NOTHING --lang {language}"), folder.path()).stdout,
        );
        assert!(said.lines().next().is_some_and(|line| line.ends_with(expected)), "{said}");
        for empty in ["ROI", "in the plan", "au plan", "budget or cap", "R1 "] {
            assert!(!said.contains(empty), "{empty}: {said}");
        }
    }
    let memo = run_on("report BANK --scenario S-NOTHING --lang en", folder.path());
    assert_eq!(memo.status.code(), Some(0), "{}", text(&memo.stderr));
    let memo = text(&memo.stdout);
    assert!(memo.contains("Fund nothing: no candidate is worth its cost under these rules."));
    for empty in ["id=\"money\"", "id=\"dependence\"", ">0.0 years<"] {
        assert!(!memo.contains(empty), "{empty}");
    }
}

#[test]
fn rules_in_conflict_are_told_with_their_limits() {
    let said = text(&assert_exit("choose BANK --scenario S-INFEAS-ROLE --lang en", 5).stdout);
    assert!(said.contains("the days of role Security and compliance (R7) in 2027 = 100 days"), "{said}");
    let said = text(&assert_exit("choose BANK --scenario S-INFEAS-BUDGET --lang fr", 5).stdout);
    assert!(said.contains("le budget 2027 = 1\u{202f}300\u{a0}k€"), "{said}");
}

/// The bank with no money at all and nothing that must be done.
fn free_bank() -> tempfile::TempDir {
    let folder = copied_bank();
    let dependencies = folder.path().join("dependencies.csv");
    let kept: String = fs::read_to_string(&dependencies)
        .expect("a table")
        .lines()
        .filter(|line| !line.contains(",at_least_one,"))
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(dependencies, kept).expect("a table");
    spoil(folder.path(), "investments.csv", ",CX,1,5,0,2,\"regulator", ",CX,0,5,0,2,\"regulator");
    spoil(
        folder.path(),
        "scenarios.csv",
        "S-CUT20,budget,*,amount,mul,0.8,",
        "S-NOTHING,budget,*,amount,mul,0,\"\",\"\"\nS-CUT20,budget,*,amount,mul,0.8,",
    );
    folder
}
