//! The results recompute: every formula, by a spreadsheet of our own, to what the file states and what we print.

use std::fs;
use std::path::{Path, PathBuf};

use cxfolio::app::open::Source;
use cxfolio::app::prepare::Wish;
use cxfolio::app::report::{Reported, report};
use cxfolio::case::cases::Cases;
use cxfolio::domain::text::Language;
use cxfolio::finance::discount::Timing;
use cxfolio::quantity::real::real;
use cxfolio::report::workbook::Shown;
use cxfolio::report::workbook::results::results_workbook;

use crate::evaluate::{Spreadsheet, Value};
use crate::samples::sample;

fn reported(path: &Path, wish: &Wish) -> Reported {
    let source = Source::path(path.to_path_buf());
    report(&source, wish).unwrap_or_else(|error| panic!("{}", error.message().en))
}

fn workbook(reported: &Reported, shown: Shown, language: Language) -> Vec<u8> {
    results_workbook(&reported.chosen.result(), &reported.grounds, shown, language).expect("a workbook")
}

/// Computes every formula and compares it with the result in the file; gives how many there were.
fn recomputed(sheet: &Spreadsheet) -> usize {
    for cell in sheet.formulas.keys() {
        let (found, stated) = (sheet.value(cell), &sheet.stored[cell]);
        let is_close = match (&found, stated) {
            (Value::Number(found), Value::Number(stated)) => {
                (found - stated).abs() < 1e-6 * stated.abs().clamp(1.0, 1e4)
            }
            (found, stated) => found == stated,
        };
        assert!(is_close, "{cell:?}: computed {found:?}, stated {stated:?}: {:?}", sheet.formulas[cell]);
        assert_ne!(found, Value::Truth(false), "{cell:?}: {:?}", sheet.formulas[cell]);
    }
    sheet.formulas.len()
}

/// The sheet of an option, by its name.
fn of_option(sheet: &Spreadsheet, investment: &str, variant: &str) -> String {
    let name = format!("{investment} {variant}");
    assert!(sheet.sheets.contains(&name), "{name} in {:?}", sheet.sheets);
    name
}

/// A sample with other settings, each given as it stands and as it becomes.
fn changed(folder: &Path, name: &str, changes: &[(&str, &str)]) -> PathBuf {
    let to = folder.join(format!("{name}-{}", changes.len() + changes[0].1.len()));
    fs::create_dir_all(&to).expect("a folder");
    for entry in fs::read_dir(sample(name)).expect("a sample") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "csv") {
            fs::copy(&path, to.join(path.file_name().unwrap())).expect("a copy");
        }
    }
    let mut settings = fs::read_to_string(sample(name).join("workspace.json")).expect("settings");
    for (from, into) in changes {
        assert!(settings.contains(from), "{from}");
        settings = settings.replace(from, into);
    }
    fs::write(to.join("workspace.json"), settings).expect("settings");
    to
}

#[test]
fn every_formula_recomputes_to_what_the_file_states() {
    for (name, language, least) in [
        ("banque-horizon", Language::French, 4000),
        ("maison-lumen", Language::English, 4000),
        ("minimal", Language::English, 300),
    ] {
        let reported = reported(&sample(name), &Wish::default());
        let bytes = workbook(&reported, Shown::AllOptions, language);
        assert!(
            bytes == workbook(&reported, Shown::AllOptions, language),
            "{name} gives other bytes the second time"
        );
        let sheet = Spreadsheet::read(&bytes);
        let count = recomputed(&sheet);
        assert!(least < count, "{name} has only {count} formulas");
        assert_eq!(sheet.sheets.len(), 8 + reported.chosen.cases.variants.len());
    }
}

#[test]
fn the_measures_are_those_that_are_printed() {
    let reported = reported(&sample("banque-horizon"), &Wish::default());
    let sheet = Spreadsheet::read(&workbook(&reported, Shown::AllOptions, Language::English));
    let at = |name: &str, label: &str, column: u32| sheet.number(&sheet.beside(name, label, column));
    for case in &reported.chosen.cases.variants {
        let name = of_option(&sheet, case.investment.as_str(), case.variant.as_str());
        assert!((at(&name, "NPV", 8) - real(case.npv)).abs() < 0.01, "{name}");
        assert!((at(&name, "PV of cost", 8) - real(case.pv_cost)).abs() < 0.01, "{name}");
        let roi = case.appraisal.roi.expect("costs");
        assert!((at(&name, "ROI (NPV over PV of cost)", 8) - real(roi)).abs() < 1e-9, "{name}");
        if let [root] = case.appraisal.irr.roots.as_slice() {
            assert!((at(&name, "IRR", 8) - root).abs() < 1e-9, "{name}");
        }
        if let Some(years) = case.appraisal.payback.sustained {
            assert!((at(&name, "Payback, sustained (years)", 8) - real(years)).abs() < 1e-9, "{name}");
        }
    }
    let plan = &reported.chosen.outcome.plan.as_ref().expect("a plan").case;
    assert!((at("Plan", "NPV", 7) - real(plan.npv)).abs() < 0.01);
    assert!((at("Summary", "NPV", 1) - real(plan.npv)).abs() < 0.01);
}

#[test]
fn another_rate_entered_gives_what_a_dossier_of_that_rate_gives() {
    let folder = tempfile::tempdir().expect("a folder");
    let reported_9 = reported(&sample("banque-horizon"), &Wish::default());
    let mut sheet = Spreadsheet::read(&workbook(&reported_9, Shown::AllOptions, Language::English));
    let rate = sheet.beside("Parameters", "Discount rate", 1);
    sheet.enter(&rate, 0.14);
    let dossier =
        changed(folder.path(), "banque-horizon", &[("\"discount_rate\": 0.09", "\"discount_rate\": 0.14")]);
    let cases: Cases = reported(&dossier, &Wish::default()).chosen.cases;
    for case in &cases.variants {
        let name = of_option(&sheet, case.investment.as_str(), case.variant.as_str());
        let npv = sheet.number(&sheet.beside(&name, "NPV", 8));
        assert!((npv - real(case.npv)).abs() < 0.01, "{name}: {npv} and {}", case.npv);
    }
}

#[test]
fn another_belief_in_a_claim_gives_what_a_dossier_of_that_belief_gives() {
    let folder = tempfile::tempdir().expect("a folder");
    let reported_44 = reported(&sample("maison-lumen"), &Wish::default());
    let mut sheet = Spreadsheet::read(&workbook(&reported_44, Shown::AllOptions, Language::English));
    let belief = sheet.beside("Parameters", "Realised over promised, reference class", 1);
    sheet.enter(&belief, 0.7);
    let change = ("\"reference_class_realisation\": 0.44", "\"reference_class_realisation\": 0.7");
    let dossier = changed(folder.path(), "maison-lumen", &[change]);
    for case in &reported(&dossier, &Wish::default()).chosen.cases.variants {
        let name = of_option(&sheet, case.investment.as_str(), case.variant.as_str());
        let npv = sheet.number(&sheet.beside(&name, "NPV", 8));
        assert!((npv - real(case.npv)).abs() < 0.01, "{name}: {npv} and {}", case.npv);
    }
}

#[test]
fn every_timing_recomputes() {
    let folder = tempfile::tempdir().expect("a folder");
    for (timing, expected) in [("mid_year", Timing::MidYear), ("all_end", Timing::AllEnd)] {
        let change = ("y0 undiscounted; y1..y5 year-end", timing);
        let dossier = changed(folder.path(), "banque-horizon", &[change]);
        let reported = reported(&dossier, &Wish::default());
        assert_eq!(reported.chosen.cases.discounting.timing, expected);
        let sheet = Spreadsheet::read(&workbook(&reported, Shown::Chosen, Language::French));
        assert!(recomputed(&sheet) > 1000);
    }
}

#[test]
fn shared_components_and_additive_plans_recompute_too() {
    let wish = Wish { is_additive: true, ..Wish::default() };
    for name in ["banque-horizon", "maison-lumen"] {
        let sheet =
            Spreadsheet::read(&workbook(&reported(&sample(name), &wish), Shown::Chosen, Language::French));
        assert!(recomputed(&sheet) > 1000, "{name}");
    }
}

/// Names that spreadsheets would compute or refuse, departments that differ by case alone, an estimate around zero, a harm,
/// amounts that are withheld.
const ODD: [(&str, &str); 3] = [
    (
        "investments.csv",
        "id,name_en,sponsor,budget_department\n\
         KB/1:x,\"=HYPERLINK(\"\"http://x\"\")\",Head,\"R&D \"\"x\"\" <1>\"\n\
         BOT,'=1+1,,\n\
         b?*[]very-long-identifier-of-an-investment,@x,,\"r&d \"\"x\"\" <1>\"\n\
         b?*[]very-long-identifier-of-another-one,x,,IT\n\
         W,Withheld,,IT\n",
    ),
    (
        "benefit_lines.csv",
        "investment_id,line_id,lever_id,effect_low,effect_mode,effect_high,evidence_level,ramp_y1,ramp_y2,ramp_y3,benefit_owner\n\
         KB/1:x,KB-b1,AHT,2,4,6,E2,0.5,1,1,Head\n\
         KB/1:x,KB-b2,DEFL,-2,0,4,E2,0.5,1,1,Head\n\
         KB/1:x,KB-b3,AHT,-3,-2,1,E2,0.5,1,1,Head\n\
         BOT,BOT-b1,DEFL,3,8,14,E1,0.4,0.8,1,Head\n\
         b?*[]very-long-identifier-of-an-investment,x,DEFL,3,8,14,E1,0.4,0.8,1,Head\n\
         W,x,DEFL,n.d.,n.d.,n.d.,E1,0.4,0.8,1,Head\n",
    ),
    (
        "cost_lines.csv",
        "investment_id,line_id,nature,accounting,y0_eur,y1_eur,y2_eur,y3_eur,low_multiplier,high_multiplier\n\
         KB/1:x,KB-build,build,capex,60000,0,0,0,0.9,1.5\n\
         BOT,BOT-build,build,opex,70000,10000,0,0,0.9,1.6\n\
         BOT,BOT-run,run,opex,0,30000,30000,30000,0.95,1.2\n\
         b?*[]very-long-identifier-of-an-investment,z,run,opex,0,30,30000,30000,0.95,1.2\n\
         b?*[]very-long-identifier-of-another-one,z,run,opex,0,30,30000,30000,0.95,1.2\n\
         W,W-build,build,capex,n.d.,10,,0,0.9,1.5\n",
    ),
];

#[test]
fn odd_names_and_withheld_amounts_recompute_and_are_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in ["levers.csv", "settings.json"] {
        fs::copy(sample("minimal").join(file), folder.path().join(file)).expect("a copy");
    }
    for (file, text) in ODD {
        fs::write(folder.path().join(file), text).expect("a table");
    }
    let reported = reported(folder.path(), &Wish::default());
    for language in [Language::English, Language::French] {
        let sheet = Spreadsheet::read(&workbook(&reported, Shown::AllOptions, language));
        assert!(recomputed(&sheet) > 500);
        assert_eq!(sheet.sheets.len(), 8 + 4, "{:?}", sheet.sheets);
    }
    let sheet = Spreadsheet::read(&workbook(&reported, Shown::AllOptions, Language::English));
    let label = "Amounts and effects withheld (missing, never zero)";
    assert_eq!(sheet.number(&sheet.beside("Reconciliation", label, 1)), 3.0);
    let name = Value::Text("=HYPERLINK(\"http://x\")".into());
    assert!(sheet.stored.values().any(|value| *value == name));
}

#[test]
fn a_dossier_without_a_plan_still_has_its_inputs() {
    let wish = Wish { forced_out: vec![("B27".into(), "a test".into())], ..Wish::default() };
    let reported = reported(&sample("banque-horizon"), &wish);
    assert!(reported.chosen.outcome.plan.is_none(), "B27 is mandatory");
    let sheet = Spreadsheet::read(&workbook(&reported, Shown::AllOptions, Language::English));
    assert!(recomputed(&sheet) > 1000);
    assert!(!sheet.sheets.contains(&"Plan".to_string()));
}
