//! `cxfolio score` on the samples: the published weights and impacts, and figures that add up to each other.

mod command;

use std::collections::BTreeMap;

use command::{SAMPLES, amount, json, near, printed, published, run, sample, source, too_wide, turned_round};
use cxfolio::app::score::{WeightMethod, WeightWish, score};
use cxfolio::report::view_score::score_json;
use serde_json::Value;

fn scored(path: &std::path::Path) -> String {
    score_json(&score(&source(path), &WeightWish::default(), None).expect("a sound sample").result())
}

fn bank() -> Value {
    json(&scored(&sample("banque-horizon")))
}

fn options(document: &Value) -> &Vec<Value> {
    document["options"].as_array().expect("options")
}

fn numbers(value: &Value) -> BTreeMap<String, f64> {
    let map = value.as_object().unwrap_or_else(|| panic!("no numbers in {value}"));
    map.iter().map(|(key, number)| (key.clone(), number.as_f64().expect("a number"))).collect()
}

#[test]
fn the_weights_of_every_stakeholder_are_the_published_ones() {
    let (bank, published) = (bank(), published("weights.json"));
    let half_digit = 0.5e-5;
    for (stakeholder, weights) in published["swing_normalised"].as_object().expect("swing") {
        let found = numbers(&bank["weights"]["swing"][stakeholder]);
        let expected = numbers(weights);
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        for (objective, weight) in expected {
            near(found[&objective], weight, half_digit, &format!("{stakeholder} {objective}"));
        }
    }
    for (stakeholder, ahp) in published["ahp"].as_object().expect("ahp") {
        let found = &bank["weights"]["ahp"][stakeholder];
        let weights = numbers(&found["weights"]);
        for (objective, weight) in numbers(&ahp["weights"]) {
            near(weights[&objective], weight, half_digit, &format!("AHP {stakeholder} {objective}"));
        }
        for figure in ["lambda_max", "ci", "cr"] {
            let expected = ahp[figure].as_f64().expect("a figure");
            near(found[figure].as_f64().expect("a figure"), expected, half_digit, figure);
        }
        assert_eq!(found["accepted"], ahp["accept"], "{stakeholder}");
    }
}

#[test]
fn a_rejected_matrix_says_where_it_contradicts_itself_and_what_to_revisit() {
    let bank = bank();
    let ahp = &bank["weights"]["ahp"]["COO"];
    let triad = &ahp["worst_triad"];
    let [ab, bc, ac] =
        ["a_over_b", "b_over_c", "a_over_c"].map(|name| triad[name].as_f64().expect("a ratio"));
    near(triad["factor"].as_f64().expect("a factor"), (ab * bc / ac).max(ac / ab / bc), 1e-9, "factor");
    let (cr, after) = (ahp["cr"].as_f64(), ahp["revisit"]["cr"].as_f64());
    assert!(after < cr && cr > Some(0.2), "{after:?} after {cr:?}");
    assert_eq!(bank["weights"]["ahp_group"]["inconsistent"], json(r#"["COO"]"#));
    let text = printed(&["score", "samples/banque-horizon", "--lang", "en"]);
    for words in ["AHP COO: CR 0.246, REJECTED", "most inconsistent triad: O3", "judgement to revisit: O4"] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn the_group_shows_what_its_mean_hides() {
    let bank = bank();
    let group = &bank["weights"]["group"];
    let swing = bank["weights"]["swing"].as_object().expect("swing");
    for (objective, weight) in numbers(&group["weights"]) {
        let given: Vec<f64> =
            swing.values().map(|weights| weights[&objective].as_f64().expect("a weight")).collect();
        near(weight, given.iter().sum::<f64>() / given.len() as f64, 1e-12, &objective);
        let spread = &group["dispersion"][&objective];
        assert_eq!(spread["min"].as_f64(), given.iter().copied().reduce(f64::min));
        assert_eq!(spread["max"].as_f64(), given.iter().copied().reduce(f64::max));
    }
    let w = group["kendall_w"].as_f64().expect("four stakeholders");
    assert!(w > 0.0 && w < 1.0);
}

#[test]
fn persona_impact_is_the_published_one_in_every_context() {
    let bank = bank();
    let path = sample("banque-horizon").join("expected/persona_impact.csv");
    let mut n_rows = 0;
    for row in csv::Reader::from_path(path).expect("a table").deserialize() {
        let row: BTreeMap<String, String> = row.expect("a row");
        let option = options(&bank)
            .iter()
            .find(|option| option["investment"] == row["investment_id"].as_str())
            .expect("an option");
        let persona = &option["persona_impact"]["personas"][&row["persona_id"]];
        let found = persona["by_context"][&row["context"]].as_f64().expect("an impact");
        near(found, row["score_0_10"].parse().expect("a number"), 0.005, &format!("{row:?}"));
        if row["context"] == "*" {
            assert_eq!(persona["default"].as_f64(), Some(found));
        }
        n_rows += 1;
    }
    assert_eq!(n_rows, 336);
}

#[test]
fn every_variant_has_the_published_cx_points_and_npv() {
    let (bank, oracle) = (bank(), published("oracle.json"));
    let published = oracle["options"].as_array().expect("options");
    assert_eq!(published.len(), options(&bank).len());
    for expected in published {
        let is_meant = |option: &&Value| {
            option["investment"] == expected["id"] && option["variant"] == expected["variant"]
        };
        let found = options(&bank).iter().find(is_meant).expect("an option");
        let name = format!("{}:{}", expected["id"], expected["variant"]);
        let points = found["coverage"]["cx_points"].as_f64().expect("points");
        near(points, expected["cx_points"].as_f64().expect("points"), 0.0005, &name);
        near(amount(&found["npv"]), expected["npv"].as_f64().expect("an amount"), 0.5, &name);
    }
}

#[test]
fn the_pictures_of_a_variant_add_up_within_themselves() {
    for name in SAMPLES {
        let document = json(&scored(&sample(name)));
        for option in options(&document) {
            let what = format!("{name} {}:{}", option["investment"], option["variant"]);
            let fit = &option["objective_fit"];
            let gains: f64 = fit["objectives"]
                .as_array()
                .expect("objectives")
                .iter()
                .map(|objective| {
                    let number = |key: &str| objective[key].as_f64().expect("a number");
                    let gain = 100.0 * number("weight") * (number("value_after") - number("value_before"));
                    near(number("gain"), gain, 1e-9, &what);
                    gain
                })
                .sum();
            near(fit["gain"].as_f64().expect("a gain"), gains, 1e-9, &what);
            let evidence = &option["evidence"];
            let by_objective: f64 =
                fit["pv_benefit_by_objective"].as_object().expect("amounts").values().map(amount).sum();
            let benefit = by_objective + amount(&fit["pv_benefit_elsewhere"]);
            near(amount(&evidence["pv_kept"]) + amount(&evidence["pv_harms"]), benefit, 1e-4, &what);
            let levels = numbers(&evidence["by_level"]);
            near(levels.values().sum(), if levels.is_empty() { 0.0 } else { 1.0 }, 1e-9, &what);
            let exposure = &option["profile"]["exit_exposure"];
            let total = amount(&exposure["exit_cost"]) + amount(&exposure["committed_run"]);
            near(amount(&exposure["total"]), total, 1e-6, &what);
        }
    }
}

#[test]
fn the_fit_of_one_variant_can_be_followed_by_hand() {
    let bank = bank();
    let b26 = options(&bank).iter().find(|option| option["investment"] == "B26").expect("B26");
    let objectives = b26["objective_fit"]["objectives"].as_array().expect("objectives");
    let of =
        |id: &str| objectives.iter().find(|objective| objective["objective"] == id).expect("an objective");
    let points = b26["coverage"]["cx_points"].as_f64().expect("points");
    near(of("O3")["kpi_after"].as_f64().expect("a KPI"), points, 1e-9, "coverage alone, in per cent");
    let profile = b26["profile"]["mean"].as_f64();
    assert_eq!(of("O6")["kpi_after"].as_f64(), profile, "the profile alone");
    let cost = of("O5");
    let moved: f64 = cost["movements"]
        .as_array()
        .expect("movements")
        .iter()
        .map(|movement| movement["kpi_change"].as_f64().expect("a change"))
        .sum();
    let change = cost["kpi_after"].as_f64().expect("a KPI") - cost["kpi_before"].as_f64().expect("a KPI");
    near(change, moved, 1e-9, "moved by its levers only");
    assert!(moved < 0.0, "integration lowers the cost to serve");
    assert_eq!(of("O1")["gain"].as_f64(), Some(0.0), "it touches no retention lever");
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    for name in SAMPLES {
        let other = turned_round(name);
        assert_eq!(scored(&sample(name)), scored(other.path()), "{name}");
    }
}

#[test]
fn the_weights_asked_for_are_used_and_doubtful_ones_warned_of() {
    let path = sample("banque-horizon");
    let wish =
        |method, stakeholder: Option<&str>| WeightWish { method, stakeholder: stakeholder.map(String::from) };
    let coo = wish(Some(WeightMethod::Ahp), Some("COO"));
    let document = json(&score_json(&score(&source(&path), &coo, None).expect("COO compared").result()));
    let used = &document["weights"]["used"];
    assert_eq!((used["source"].as_str(), used["stakeholder"].as_str()), (Some("ahp"), Some("COO")));
    assert_eq!(used["is_doubtful"].as_bool(), Some(true));
    assert_eq!(used["weights"], document["weights"]["ahp"]["COO"]["weights"]);
    let text = printed(&[
        "score",
        "samples/banque-horizon",
        "--weights",
        "ahp",
        "--stakeholder",
        "COO",
        "--lang",
        "en",
    ]);
    assert!(text.contains("Warning: these pairwise answers contradict each other"));
    let own = score(&source(&path), &wish(None, Some("CIO")), None).expect("CIO gave swing points");
    let own = json(&score_json(&own.result()));
    assert_eq!(own["weights"]["used"]["weights"], own["weights"]["swing"]["CIO"]);
    for refused in [wish(Some(WeightMethod::Direct), None), wish(Some(WeightMethod::Ahp), Some("CIO"))] {
        assert!(score(&source(&path), &refused, None).is_err(), "{refused:?}");
    }
}

#[test]
fn what_is_unknown_names_what_is_known() {
    let cases: [(&[&str], i32, &str); 3] = [
        (
            &["score", "samples/maison-lumen", "--stakeholder", "Nobody", "--lang", "en"],
            4,
            "CFO, CIO, CMO, COO",
        ),
        (&["score", "samples/maison-lumen", "--investment", "B01", "--lang", "en"], 4, "S01, S02"),
        (&["score", "samples/maison-lumen", "--weights", "dice"], 2, "swing"),
    ];
    for (arguments, code, words) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn ten_swing_points_are_told_in_the_units_of_each_kpi() {
    for name in SAMPLES {
        let document = json(&scored(&sample(name)));
        let meanings = document["weights"]["meaning"].as_object().expect("meanings");
        assert_eq!(meanings.len(), 6, "all but the root, which has no KPI");
        let mut rows = csv::Reader::from_path(sample(name).join("objectives.csv")).expect("a table");
        for row in rows.deserialize() {
            let row: BTreeMap<String, String> = row.expect("a row");
            let Some(meaning) = meanings.get(&row["id"]) else { continue };
            let stated = |column: &str| row[column].parse::<f64>().expect("a number");
            let expected = (stated("best") - stated("worst")) * 10.0 / stated("swing_points");
            near(meaning["kpi_change"].as_f64().expect("a change"), expected, 1e-9, &row["id"]);
            assert_eq!(
                (meaning["kpi"].as_str(), meaning["points"].as_f64()),
                (Some(&*row["kpi"]), Some(10.0))
            );
        }
    }
    let bank = bank();
    let worth = |id: &str| &bank["weights"]["meaning"][id]["amount_per_year"];
    // Only LB-OUT moves the KPI of O4: 210 000 EUR an hour, and 10 of its 50 points are 2 of the 10 hours.
    near(amount(worth("O4")), 2.0 * 210_000.0, 1e-6, "O4");
    for several in ["O1", "O2", "O3", "O5", "O6"] {
        assert!(worth(several).is_null(), "{several} has no single price");
    }
    for (language, lines) in [
        (
            "en",
            [
                "10 points of O1 = \u{2212}0.12 pp of annual churn\n",
                "hours; complaints index = €420,000 a year\n",
            ],
        ),
        ("fr", ["10 points de O1 = \u{2212}0,12 pt · annual churn\n", "= 420\u{202f}000\u{a0}€ par an\n"]),
    ] {
        let text = printed(&["score", "samples/banque-horizon", "--lang", language]);
        lines.iter().for_each(|line| assert!(text.contains(line), "{line} in {text}"));
    }
}

#[test]
fn both_languages_fit_a_wide_terminal() {
    for name in SAMPLES {
        let path = format!("samples/{name}");
        let first = if name == SAMPLES[0] { "B01" } else { "S01" };
        for language in ["en", "fr"] {
            let all = printed(&["score", &path, "--lang", language]);
            assert_eq!(too_wide(&all, 140), Vec::<&str>::new(), "{name} {language}");
            let one = printed(&["score", &path, "--lang", language, "--investment", first]);
            assert_eq!(too_wide(&one, 140), Vec::<&str>::new(), "{name} {language}");
            assert!(one.contains(":core") && one.contains(":pilot"), "every variant of {first}");
        }
    }
}
