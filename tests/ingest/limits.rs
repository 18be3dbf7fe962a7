//! Periods, envelopes, rules and what is shared are read whole, and every slip in them is told with its place.

use cxfolio::domain::dependency::DependencyKind;
use cxfolio::domain::envelope::SpendingKind;
use cxfolio::domain::finding::Severity::{self, Error, Warning};
use cxfolio::domain::investment::{InvestmentId, PartialFunding};
use cxfolio::domain::overrides;
use cxfolio::domain::period::{Period, PeriodLength};
use cxfolio::domain::portfolio_rule::{Covered, LimitSide, PortfolioRule, PortfolioRuleKind};
use cxfolio::domain::start::Start;
use cxfolio::ingest::folder::{Reading, read};
use rust_decimal::dec;

use crate::{assert_found, content, edited_in, read_files, sample, tables};

/// The sample that plans by quarters, with envelopes and every type of rule.
const PLAN: &str = "bureau-plan";

fn quarter(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn ids(names: &[&str]) -> Vec<InvestmentId> {
    names.iter().map(|name| InvestmentId::from(*name)).collect()
}

#[test]
fn the_plan_is_read_without_any_finding_and_its_scenarios_reach_what_they_name() {
    let reading = read(&sample(PLAN)).unwrap();
    assert_eq!(reading.findings, []);
    let unmet = overrides::faults(&reading.dossier);
    assert!(unmet.is_empty(), "{unmet:?}");
    let bundle = read(&sample(PLAN).join("bundle.json")).unwrap();
    assert_eq!(bundle.findings, []);
    assert_eq!(content(&reading.dossier), content(&bundle.dossier));
    assert_eq!(reading.fingerprint, bundle.fingerprint);
    for table in ["envelopes", "rules", "dependencies"] {
        let rows =
            csv::Reader::from_path(sample(PLAN).join(format!("{table}.csv"))).unwrap().records().count();
        let counts = [
            ("envelopes", reading.dossier.envelopes.len()),
            ("rules", reading.dossier.rules.len()),
            ("dependencies", reading.dossier.dependencies.len()),
        ];
        assert!(counts.contains(&(table, rows)), "{table}: {rows} rows, {counts:?}");
    }
}

#[test]
fn candidates_carry_their_duration_their_shares_and_what_they_share() {
    let dossier = read(&sample(PLAN)).unwrap().dossier;
    assert_eq!(dossier.settings.period, PeriodLength::Quarter);
    let school = dossier.investment(&"A10".into()).unwrap();
    assert_eq!(school.partial_funding, Some(PartialFunding { min: dec!(0.4), step: dec!(0.2) }));
    let layer = dossier.investment(&"A05".into()).unwrap();
    assert_eq!((layer.duration_months, layer.partial_funding), (Some(dec!(9)), None));
    let shared: Vec<_> = dossier
        .variants()
        .flat_map(|(investment, variant)| variant.cost_lines.iter().map(move |line| (&investment.id, line)))
        .filter_map(|(id, line)| Some((id.as_str(), line.shared_component.as_deref()?)))
        .collect();
    assert_eq!(shared, [("A02", "SC-MEDIA"), ("A12", "SC-MEDIA")]);
    let architects = &dossier.roles[0];
    assert_eq!(architects.capacity, [None, Some(dec!(220)), Some(dec!(200))]);
    assert_eq!(architects.capacity_by_period[&quarter("y0q2")], dec!(55));
    let kinds: Vec<_> = dossier.dependencies.iter().map(|dependency| &dependency.kind).collect();
    let group = |name: &str| name.to_string();
    assert!(kinds.contains(&&DependencyKind::FinishBefore { first: "A05".into(), then: "A07".into() }));
    let members = ids(&["A01", "A03"]);
    assert!(kinds.contains(&&DependencyKind::AllOrNone { group: group("G-SUIVI"), members }));
    let members = ids(&["A06", "A08"]);
    assert!(kinds.contains(&&DependencyKind::SameStart { group: group("G-POSTE"), members }));
}

#[test]
fn envelopes_and_rules_say_what_their_rows_say() {
    let dossier = read(&sample(PLAN)).unwrap().dossier;
    let fund = dossier.envelopes.iter().find(|envelope| envelope.id.as_str() == "E-FONDS").unwrap();
    assert_eq!(fund.departments, ["Claims", "Marketing", "Network"]);
    assert_eq!((fund.spending, fund.carries_over, &fund.transfer_group), (SpendingKind::All, true, &None));
    assert_eq!((fund.amounts.len(), fund.amounts[&quarter("y0q4")]), (8, dec!(30000)));
    let rule =
        |id: &str| -> &PortfolioRule { dossier.rules.iter().find(|rule| rule.id.as_str() == id).unwrap() };
    let skills = ids(&["A08", "A10"]);
    let at_least = PortfolioRuleKind::Count { side: LimitSide::AtLeast, members: skills, count: 1 };
    assert_eq!(rule("K01").kind, at_least);
    let by = Start::of_months(17);
    assert_eq!(rule("K03").kind, PortfolioRuleKind::MandatoryBy { members: ids(&["A09"]), by });
    let PortfolioRuleKind::Share { side, members, of, share } = &rule("K04").kind else { panic!() };
    assert_eq!((*side, *of, *share), (LimitSide::AtLeast, SpendingKind::All, dec!(0.1)));
    assert_eq!(members, &ids(&["A08", "A09", "A10"]));
    let share = PortfolioRuleKind::VendorShare { of: SpendingKind::Run, share: dec!(0.5) };
    assert_eq!(rule("K06").kind, share);
    assert_eq!(
        (&rule("K07").kind, rule("K07").price),
        (&PortfolioRuleKind::SponsorLoad { count: 4 }, Some(dec!(15000)))
    );
    let PortfolioRuleKind::ExitExposure { members, amount } = &rule("K08").kind else { panic!() };
    assert_eq!((members.len(), *amount), (13, dec!(220000)));
    let of = Covered::Moment("M2".into());
    assert_eq!(rule("K09").kind, PortfolioRuleKind::CoverageFloor { of, share: dec!(0.25) });
    let of = Covered::Persona("P3".into());
    assert_eq!(rule("K11").kind, PortfolioRuleKind::CoverageFloor { of, share: dec!(0.05) });
    let floor = PortfolioRuleKind::ObjectiveFloor { objective: "O1".into(), value: dec!(0.05) };
    assert_eq!(rule("K10").kind, floor);
    assert!(dossier.rules.iter().all(|rule| rule.is_active));
    let off = edited_in(PLAN, "rules.csv", ",15000,,", ",15000,0,").dossier;
    assert_eq!(off.rules.iter().filter(|rule| !rule.is_active).count(), 1);
}

/// File, text, what it is replaced by, and the finding this must give: code, severity, row, column.
#[rustfmt::skip]
const CASES: &[(&str, &str, &str, &str, Severity, u32, &str)] = &[
    ("workspace.json", "\"quarter\"", "\"week\"", "setting_invalid", Error, 0, "period"),
    ("rules.csv", "at_least,", "atleast_one,", "choice_invalid", Error, 2, "type"),
    ("rules.csv", "category:skill,1", "category:skills,1", "selection_empty", Error, 2, "members"),
    ("rules.csv", "category:skill,1", "catgory:skill,1", "choice_invalid", Error, 2, "members"),
    ("rules.csv", "category:skill,1", "A99|A08,1", "reference_unknown", Error, 2, "members"),
    ("rules.csv", "category:skill,1", ",1", "cell_missing", Error, 2, "members"),
    ("rules.csv", "category:skill,1", "category:skill,1.5", "integer_invalid", Error, 2, "limit"),
    ("rules.csv", "category:skill,1", "category:skill,one", "number_invalid", Error, 2, "limit"),
    ("rules.csv", "category:skill,1", "category:skill,-1", "number_out_of_range", Error, 2, "limit"),
    ("rules.csv", "category:skill,1", "category:skill,", "cell_missing", Error, 2, "limit"),
    ("rules.csv", ",y1q2,", ",2028-06-30,", "period_invalid", Error, 4, "limit"),
    ("rules.csv", ",0.66,", ",66,", "share_out_of_range", Error, 6, "limit"),
    ("rules.csv", ",0.5,run", ",0.5,runs", "choice_invalid", Error, 7, "of"),
    ("rules.csv", ",4,,15000", "A01,4,,15000", "members_not_applicable", Error, 8, "members"),
    ("rules.csv", ",4,,15000", ",4,,-1", "number_out_of_range", Error, 8, "price"),
    ("rules.csv", ",15000,,", ",15000,maybe,", "choice_invalid", Error, 8, "active"),
    ("rules.csv", "M2,0.25", "M9,0.25", "reference_unknown", Error, 10, "members"),
    ("rules.csv", "O1,0.05", "O9,0.05", "reference_unknown", Error, 11, "members"),
    ("rules.csv", ",O1,0.05", ",,0.05", "cell_missing", Error, 11, "members"),
    ("envelopes.csv", "E-SIN,Claims department,Direction des sinistres,all", "E-SIN,Claims department,Direction des sinistres,costs", "choice_invalid", Error, 2, "spending"),
    ("envelopes.csv", "Claims,70000", "Claims,", "budget_missing", Warning, 2, "amount_y0q1"),
    ("envelopes.csv", "Claims,70000", "Claims,-1", "number_out_of_range", Error, 2, "amount_y0q1"),
    ("envelopes.csv", "amount_y1q4", "amount_y9q4", "year_beyond_horizon", Warning, 1, "amount_y9q4"),
    ("envelopes.csv", "amount_y1q4", "amont_y1q4", "column_unknown", Error, 1, "amont_y1q4"),
    ("envelopes.csv", "amount_y1q3,amount_y1q4", "amount_y1m9,amount_y1m09", "column_duplicate", Error, 1, "amount_y1m09"),
    ("roles.csv", "R3,Change manager,Chargé de conduite du changement,610,420", "R3,Change manager,Chargé de conduite du changement,610,", "capacity_missing", Warning, 4, "capacity_days_y0"),
    ("roles.csv", ",40,55,", ",,55,", "capacity_missing", Warning, 2, "capacity_days_y0q1"),
    ("investments.csv", ",0.4,0.2,", ",1.4,0.2,", "share_out_of_range", Error, 11, "min_share"),
    ("investments.csv", ",0.4,0.2,", ",0.4,0,", "partial_funding_out_of_range", Error, 11, "share_step"),
    ("dependencies.csv", "A05,finish_before,A07", "A05,finish_before,A77", "reference_unknown", Error, 3, "to_id"),
    ("dependencies.csv", "A05,finish_before,A07", "A05,finish_before,A05", "dependency_on_itself", Error, 3, "to_id"),
    ("dependencies.csv", "A06|A08,same_start", "A06|A88,same_start", "reference_unknown", Error, 5, "from_id"),
];

#[test]
fn every_slip_in_limits_is_told_with_its_place() {
    for &(file, from, to, code, severity, row, column) in CASES {
        assert_found(&edited_in(PLAN, file, from, to), code, severity, file, row, column);
    }
}

#[test]
fn a_name_that_selects_nobody_is_answered_with_the_one_that_was_meant() {
    let suggestion = |reading: Reading, code: &str| {
        let finding = reading.findings.into_iter().find(|finding| finding.code == code).unwrap();
        finding.suggestion.en
    };
    let reading = edited_in(PLAN, "rules.csv", "category:skill,1", "category:skills,1");
    assert_eq!(reading.dossier.rules.len(), 10, "a rule about nobody is left out");
    assert_eq!(suggestion(reading, "selection_empty"), "Did you mean category:skill?");
    let reading = edited_in(PLAN, "rules.csv", "category:skill,1", "categry:skill,1");
    assert_eq!(suggestion(reading, "choice_invalid"), "Did you mean category?");
}

#[test]
fn neither_table_is_missed_where_it_is_absent() {
    let kept = |name: &str| name != "envelopes.csv" && name != "rules.csv";
    let files: Vec<_> = tables(PLAN).into_iter().filter(|(name, _)| kept(name)).collect();
    let reading = read_files(&files);
    assert_eq!(reading.findings, []);
    assert!(reading.dossier.envelopes.is_empty() && reading.dossier.rules.is_empty());
    assert_ne!(reading.fingerprint, read(&sample(PLAN)).unwrap().fingerprint);
}

#[test]
fn how_a_limit_is_written_does_not_change_the_fingerprint() {
    let plain = read(&sample(PLAN)).unwrap().fingerprint;
    assert_eq!(plain, edited_in(PLAN, "rules.csv", ",0.25,", ",0.250,").fingerprint);
    assert_ne!(plain, edited_in(PLAN, "rules.csv", ",0.25,", ",0.26,").fingerprint);
    assert_ne!(plain, edited_in(PLAN, "rules.csv", ",y1q2,", ",y1q3,").fingerprint);
    assert_ne!(plain, edited_in(PLAN, "workspace.json", "\"quarter\"", "\"month\"").fingerprint);
}
