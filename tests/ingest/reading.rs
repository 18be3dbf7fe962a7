//! What the samples say is read whole and exactly, however their files are laid out.

use cxfolio::domain::investment::Variant;
use cxfolio::domain::settings::TimingConvention;
use cxfolio::ingest::folder::read;
use rust_decimal::dec;

use crate::{SAMPLES, content, edited, read_files, sample, tables};

#[test]
fn both_samples_are_read_without_any_finding() {
    for name in SAMPLES {
        let reading = read(&sample(name)).unwrap();
        assert_eq!(reading.findings, [], "{name}");
        assert_eq!(reading.dossier.settings.id, name);
    }
}

#[test]
fn every_row_of_the_samples_becomes_a_noun() {
    for name in SAMPLES {
        let dossier = read(&sample(name)).unwrap().dossier;
        let variants: Vec<&Variant> = dossier.variants().map(|(_, variant)| variant).collect();
        let investments = &dossier.investments;
        let counts = [
            ("objectives", dossier.objectives.len()),
            ("stakeholder_weights", dossier.stakeholder_weights.len()),
            ("ahp_pairs", dossier.pair_judgements.len()),
            ("levers", dossier.levers.iter().filter(|lever| lever.formula.is_some()).count()),
            ("personas", dossier.personas.len()),
            ("persona_criteria", dossier.criterion_points.len()),
            ("service_levels", dossier.service_levels.len()),
            ("journeys", dossier.journeys.len()),
            ("channels", dossier.channels.len()),
            ("channel_switches", dossier.channel_switches.len()),
            ("moments", dossier.moments.len()),
            ("moment_importance", dossier.importances.len()),
            ("ecosystem_nodes", dossier.nodes.len()),
            ("ecosystem_edges", dossier.edges.len()),
            ("problems", dossier.problems.iter().filter(|problem| problem.whys.len() == 5).count()),
            ("capabilities", dossier.capabilities.len()),
            ("roles", dossier.roles.iter().filter(|role| role.capacity.len() == 3).count()),
            ("investments", investments.len()),
            ("investment_criteria", investments.iter().filter(|one| one.criteria.len() == 7).count()),
            ("moment_effects", investments.iter().map(|one| one.moment_effects.len()).sum()),
            ("node_effects", investments.iter().map(|one| one.node_effects.len()).sum()),
            ("risks", investments.iter().map(|one| one.risks.len()).sum()),
            ("variants", variants.len()),
            ("cost_lines", variants.iter().map(|variant| variant.cost_lines.len()).sum()),
            ("benefit_lines", variants.iter().map(|variant| variant.benefit_lines.len()).sum()),
            ("role_demand", variants.iter().map(|variant| variant.role_demand.len()).sum()),
            ("dependencies", dossier.dependencies.len()),
            ("scenarios", dossier.scenarios.iter().map(|scenario| scenario.overrides.len()).sum()),
            ("questions", dossier.questions.len()),
            ("evidence", dossier.evidence.iter().filter(|piece| piece.date.is_some()).count()),
            ("studies", dossier.studies.len()),
        ];
        for (table, count) in counts {
            let rows =
                csv::Reader::from_path(sample(name).join(format!("{table}.csv"))).unwrap().records().count();
            assert_eq!(count, rows, "{name} {table}");
        }
    }
}

#[test]
fn figures_of_the_bank_are_read_exactly() {
    let dossier = read(&sample("banque-horizon")).unwrap().dossier;
    let settings = &dossier.settings;
    assert_eq!((settings.currency.as_str(), settings.base_year, settings.horizon), ("EUR", 2027, 5));
    assert_eq!(settings.discount_rate, dec!(0.09));
    assert_eq!(settings.timing, TimingConvention::EndOfYear);
    assert_eq!(
        settings.budgets.values().copied().collect::<Vec<_>>(),
        [dec!(9200000), dec!(8200000), dec!(7400000)]
    );
    assert_eq!(settings.run_rate_caps.get(&3), Some(&dec!(6000000)));
    assert_eq!(settings.evidence.len(), 6);
    assert_eq!(settings.criteria["NOVEL"].fr, "Nouveauté");
    let direct = dossier.lever(&"LB-DIR".into()).unwrap();
    assert_eq!(direct.kpi_per_unit, Some(dec!(-0.00000087)));
    assert_eq!(direct.cap, None);
    let core = dossier.variant(&"B01".into(), &"core".into()).unwrap();
    let build = core.cost_lines.iter().find(|line| line.id == "B01-core-build").unwrap();
    assert_eq!(build.amounts[..3], [Some(dec!(2050000)), Some(dec!(1050000)), Some(dec!(0))]);
    assert_eq!(core.benefit_lines[0].ramp, [dec!(0.1), dec!(0.5), dec!(0.85), dec!(1), dec!(1)]);
    let mandatory: Vec<_> =
        dossier.investments.iter().filter(|one| one.is_mandatory).map(|one| one.id.as_str()).collect();
    assert_eq!(mandatory, ["B27"]);
}

#[test]
fn a_bundle_says_the_same_as_its_tables() {
    for name in SAMPLES {
        let (folder, bundle) =
            (read(&sample(name)).unwrap(), read(&sample(name).join("bundle.json")).unwrap());
        assert_eq!(bundle.findings, [], "{name}");
        assert_eq!(content(&folder.dossier), content(&bundle.dossier), "{name}");
        assert_eq!(folder.fingerprint, bundle.fingerprint, "{name}");
    }
}

#[test]
fn the_layout_of_the_files_changes_nothing() {
    for name in SAMPLES {
        let plain = read(&sample(name)).unwrap();
        let turned: Vec<_> = tables(name)
            .into_iter()
            .map(
                |(file, text)| {
                    if file.ends_with(".csv") { (file, turned_around(&text)) } else { (file, text) }
                },
            )
            .collect();
        let turned = read_files(&turned);
        assert_eq!(turned.findings, [], "{name}");
        assert_eq!(content(&plain.dossier), content(&turned.dossier), "{name}");
        assert_eq!(plain.fingerprint, turned.fingerprint, "{name}");
    }
}

/// The same table with rows and columns in reverse, a byte-order mark and Windows line endings.
fn turned_around(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().rev().map(String::from).collect()).collect();
    rows[1..].reverse();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

#[test]
fn another_figure_is_another_fingerprint() {
    let plain = read(&sample(SAMPLES[0])).unwrap().fingerprint;
    assert_ne!(plain, edited("cost_lines.csv", "2050000", "2050001").fingerprint);
    assert_ne!(plain, edited("workspace.json", "0.09", "0.091").fingerprint);
    assert_eq!(plain, edited("cost_lines.csv", "2050000", " 2050000.00 ").fingerprint);
}

#[test]
fn duplicates_are_decided_by_content_not_by_order() {
    let mut files = tables(SAMPLES[0]);
    let (_, channels) = files.iter_mut().find(|(name, _)| name == "channels.csv").unwrap();
    let plain = channels.clone();
    *channels = format!("{plain}CH-APP,Another app,Autre appli,9\n");
    let after = read_files(&files);
    let (_, channels) = files.iter_mut().find(|(name, _)| name == "channels.csv").unwrap();
    *channels = plain.replacen('\n', "\nCH-APP,Another app,Autre appli,9\n", 1);
    let before = read_files(&files);
    assert_eq!(content(&after.dossier), content(&before.dossier));
    assert_eq!(after.fingerprint, before.fingerprint);
}
