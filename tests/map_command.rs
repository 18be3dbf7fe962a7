//! `cxfolio map` on the samples: the published money at risk, and a map whose parts agree with each other.

mod command;

use command::{SAMPLES, amount, json, near, printed, published, run, sample, source, too_wide, turned_round};
use cxfolio::app::map::{Centre, map};
use cxfolio::report::view_map::map_json;
use serde_json::Value;

fn mapped(path: &std::path::Path) -> String {
    map_json(&map(&source(path), &Centre::Everything).expect("a sound sample").result())
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

#[test]
fn money_at_risk_is_the_published_one() {
    let (bank, oracle) = (json(&mapped(&sample("banque-horizon"))), published("oracle.json"));
    let at_risk = &bank["money_at_risk"];
    let by_moment = oracle["money_at_risk_by_moment"].as_object().expect("by moment");
    assert_eq!(at_risk["by_moment"].as_object().map(|found| found.len()), Some(by_moment.len()));
    for (moment, published) in by_moment {
        near(amount(&at_risk["by_moment"][moment]), number(published), 2.5, moment);
    }
    let cells = list(&at_risk["cells"]);
    for published in list(&oracle["money_at_risk"]) {
        let is_meant =
            |cell: &&Value| cell["persona"] == published["persona"] && cell["moment"] == published["moment"];
        let cell = cells.iter().find(is_meant).expect("a cell");
        for part in ["leave", "reduce", "lost_sales", "contacts", "total"] {
            near(amount(&cell[part]), number(&published[part]), 0.5, part);
        }
    }
    near(number(&at_risk["share_of_revenue"]), 0.081, 0.0005, "share of revenue");
    assert_eq!(at_risk["is_plausible"].as_bool(), Some(true));
}

#[test]
fn the_sums_of_the_map_agree() {
    for name in SAMPLES {
        let document = json(&mapped(&sample(name)));
        let at_risk = &document["money_at_risk"];
        for part in ["by_moment", "by_persona"] {
            let sum: f64 = at_risk[part].as_object().expect("amounts").values().map(amount).sum();
            near(sum, amount(&at_risk["total"]), 0.001, &format!("{name} {part}"));
        }
        let leverage: f64 =
            list(&document["leverage"]).iter().map(|node| number(&node["share"]).max(0.0)).sum();
        near(leverage, 1.0, 1e-9, "shares of leverage");
        let by_stage: f64 = document["visibility"]
            .as_object()
            .expect("stages")
            .values()
            .map(|stage| number(&stage["leverage_share"]))
            .sum();
        near(by_stage, 1.0, 1e-9, "leverage by side of the line of visibility");
        for path in list(&document["paths"]) {
            let product: f64 = list(&path["steps"]).iter().map(|step| number(&step["weight"])).product();
            near(number(&path["weight"]), product, 1e-12, "a path");
            let last = list(&path["steps"]).last().expect("a step");
            assert_eq!(last["to"], path["moment"]);
            assert_eq!(path["steps"][0]["from"], path["node"]);
        }
    }
}

#[test]
fn a_journey_score_can_be_followed_by_hand() {
    let bank = json(&mapped(&sample("banque-horizon")));
    let journeys = list(&bank["journeys"]);
    let of = |id: &str| journeys.iter().find(|journey| journey["journey"] == id).expect("a journey");
    // P1 gives 12 points to M01 (5.2 today) and 6 to M02 (6.1), the last moment of J1.
    let mean = (12.0 * 5.2 + 6.0 * 6.1) / 18.0;
    let score = 0.3 * 5.2 + 0.2 * 6.1 + 0.5 * mean;
    near(number(&of("J1")["by_persona"]["P1"]), score, 1e-9, "J1 for P1");
    assert_eq!(
        (of("J1")["worst_moment"].as_str(), of("J1")["last_moment"].as_str()),
        (Some("M01"), Some("M02"))
    );
    assert_eq!(
        of("J6")["by_persona"].as_object().map(|personas| personas.len()),
        Some(1),
        "only P5 has a shop"
    );
    assert_eq!(of("J6")["score"], of("J6")["by_persona"]["P5"]);
}

#[test]
fn journeys_and_stages_add_up_to_the_money_at_risk() {
    for name in SAMPLES {
        let document = json(&mapped(&sample(name)));
        let total = amount(&document["money_at_risk"]["total"]);
        for part in ["journeys", "stages"] {
            let sum: f64 = list(&document[part]).iter().map(|item| amount(&item["money_at_risk"])).sum();
            near(sum, total, 0.001, &format!("{name} {part}"));
        }
        let scores: Vec<f64> =
            list(&document["journeys"]).iter().map(|journey| number(&journey["score"])).collect();
        assert!(scores.windows(2).all(|pair| pair[0] <= pair[1]), "worst first: {scores:?}");
        for journey in list(&document["journeys"]) {
            let personas = journey["by_persona"].as_object().expect("personas");
            let by_persona: Vec<f64> = personas.values().map(number).collect();
            let (low, high) =
                by_persona.iter().fold((f64::MAX, f64::MIN), |(l, h), s| (l.min(*s), h.max(*s)));
            let score = number(&journey["score"]);
            assert!(low - 1e-9 <= score && score <= high + 1e-9, "{journey}");
            let worst = journey["worst_persona"].as_str().expect("a persona");
            near(number(&personas[worst]), low, 0.0, worst);
            let hands = list(&document["fragmentation"])
                .iter()
                .find(|item| item["journey"] == journey["journey"])
                .expect("a journey");
            assert_eq!(journey["fragmentation"], hands["count"]);
        }
    }
}

#[test]
fn the_perception_index_counts_losses_double() {
    let bank = json(&mapped(&sample("banque-horizon")));
    // M06: 7.6 today, 9.5 expected; M14: 3.5 today, 5.5 expected.
    near(number(&bank["perception_by_moment"]["M06"]), 2.0 * (7.6 - 9.5), 1e-9, "M06");
    near(number(&bank["perception_by_moment"]["M14"]), 2.0 * (3.5 - 5.5), 1e-9, "M14");
    let each: Vec<f64> =
        bank["perception_by_moment"].as_object().expect("moments").values().map(number).collect();
    let index = number(&bank["perception_index"]);
    assert!(each.iter().any(|one| *one < index) && each.iter().any(|one| *one > index));
    for (language, words) in [
        ("en", ["Journeys, the one remembered worst first", "what falls short counts double"]),
        ("fr", ["Parcours, le plus mal mémorisé d’abord", "ce qui déçoit compte double"]),
    ] {
        let text = printed(&["map", "samples/banque-horizon", "--lang", language]);
        words.iter().for_each(|words| assert!(text.contains(words), "{text}"));
    }
}

#[test]
fn a_stage_of_life_that_nobody_described_is_said() {
    let folder = turned_round("banque-horizon");
    let table = folder.path().join("moments.csv");
    let moments = std::fs::read_to_string(&table).expect("a table");
    assert!(moments.contains("M02,J1,receive,"));
    std::fs::write(&table, moments.replace("M02,J1,receive,", "M02,J1,buy,")).expect("written");
    let document = json(&mapped(folder.path()));
    let stages: Vec<&str> =
        list(&document["stages"]).iter().map(|stage| stage["stage"].as_str().expect("a stage")).collect();
    assert_eq!(stages, ["discover", "evaluate", "buy", "receive", "use", "support"]);
    let receive = &document["stages"][3];
    assert_eq!((list(&receive["moments"]).len(), amount(&receive["money_at_risk"])), (0, 0.0));
    let path = folder.path().to_str().expect("a plain path");
    for (language, words) in [("en", "nobody has looked here"), ("fr", "personne n’a regardé ici")] {
        assert!(printed(&["map", path, "--lang", language]).contains(words), "{language}");
        assert!(!printed(&["map", "samples/banque-horizon", "--lang", language]).contains(words));
    }
}

#[test]
fn the_choice_starts_from_the_journeys_of_the_map() {
    let map = json(&mapped(&sample("banque-horizon")));
    let choice = json(&printed(&["choose", "samples/banque-horizon", "--json"]));
    let changes = list(&choice["journeys"]);
    assert_eq!(changes.len(), list(&map["journeys"]).len());
    for change in changes {
        let today = list(&map["journeys"])
            .iter()
            .find(|journey| journey["journey"] == change["journey"])
            .expect("the journey today");
        assert_eq!(change["score_before"], today["score"]);
        assert_eq!(change["worst_moment_before"], today["worst_moment"]);
        let after = number(&change["score_after"]);
        assert!(number(&change["score_before"]) <= after && after <= 10.0, "the plan harms nobody: {change}");
    }
    assert_eq!(choice["perception_index"]["before"], map["perception_index"]);
    assert!(number(&choice["perception_index"]["after"]) > number(&map["perception_index"]));
    let by_moment = choice["satisfaction"]["by_moment"].as_object().expect("moments");
    assert_eq!(by_moment.len(), 16);
    for (moment, felt) in by_moment {
        let covered = number(&choice["coverage_by_moment"][moment]);
        let moved = number(&felt["after"]) - number(&felt["before"]);
        assert_eq!(moved > 1e-12, covered > 1e-12, "{moment}: {moved} for {covered}");
    }
    let story = json(&printed(&["map", "samples/banque-horizon", "--moment", "M10", "--json"]));
    near(number(&by_moment["M10"]["before"]), number(&story["kano"]["satisfaction"]), 1e-9, "M10 today");
}

#[test]
fn without_a_plan_nothing_comes_after() {
    let output = run(&["choose", "samples/banque-horizon", "--scenario", "S-INFEAS-BUDGET", "--json"]);
    let choice = json(&String::from_utf8(output.stdout).expect("UTF-8"));
    assert_eq!(choice["status"].as_str(), Some("infeasible"));
    assert_eq!(list(&choice["journeys"]).len(), 6);
    let changes = list(&choice["journeys"]);
    assert!(
        changes.iter().all(|change| change["score_before"].is_number() && change["score_after"].is_null())
    );
    let total = &choice["satisfaction"]["total"];
    assert!(total["before"].is_number() && total["after"].is_null());
}

#[test]
fn root_causes_that_nobody_proposes_to_fix_are_named() {
    let bank = json(&mapped(&sample("banque-horizon")));
    let unattended: Vec<&str> =
        list(&bank["unattended"]).iter().map(|item| item["node"].as_str().expect("a node")).collect();
    assert_eq!(unattended, ["N-AGENTS", "N-BO", "N-CRED", "N-ACQ"]);
    let healed = std::fs::read_to_string(sample("banque-horizon").join("node_effects.csv")).expect("a table");
    for node in &unattended {
        assert!(!healed.lines().any(|line| line.split(',').any(|cell| cell == *node)), "{node} is healed");
    }
    for symptom in list(&bank["symptom_only"]) {
        for eased in list(&symptom["eased"]) {
            let root = list(&bank["leverage"]).iter().find(|node| node["node"] == eased["root_node"]);
            let candidates = list(&root.expect("a node")["candidates"]);
            assert!(!candidates.contains(&symptom["investment"]), "{symptom}");
        }
    }
}

#[test]
fn one_moment_agrees_with_the_whole() {
    let all = json(&mapped(&sample("banque-horizon")));
    let moment = json(&printed(&["map", "samples/banque-horizon", "--moment", "M10", "--json"]));
    assert_eq!(moment["money_at_risk"], all["money_at_risk"]["by_moment"]["M10"]);
    let sum: f64 = list(&moment["personas"])
        .iter()
        .filter(|persona| !persona["money_at_risk"].is_null())
        .map(|persona| amount(&persona["money_at_risk"]["total"]))
        .sum();
    near(sum, amount(&moment["money_at_risk"]), 0.001, "over personas");
    let (quality, satisfaction) =
        (number(&moment["kano"]["quality"]), number(&moment["kano"]["satisfaction"]));
    let must_be = (1.0 - (-4.0 * quality).exp()) / (1.0 - (-4.0_f64).exp());
    near(satisfaction, must_be, 1e-9, "a must-be moment");
    assert_eq!(moment["problems"][0]["root_node"].as_str(), Some("N-FEEPOL"));
    assert_eq!(list(&moment["problems"][0]["whys"]).len(), 5);
    let shares: Vec<f64> =
        list(&moment["candidates"]).iter().map(|closer| number(&closer["share"])).collect();
    assert!(shares.len() > 5 && shares.windows(2).all(|pair| pair[0] >= pair[1]));
    let text = printed(&["map", "samples/banque-horizon", "--moment", "M10", "--lang", "fr"]);
    assert!(text.contains("«\u{a0}On me renvoie de service en service\u{a0}»"), "{text}");
}

#[test]
fn a_dam_that_breaks_floods_what_it_holds() {
    let bank = json(&mapped(&sample("banque-horizon")));
    let node = json(&printed(&["map", "samples/banque-horizon", "--node", "N-API", "--json"]));
    let whole = list(&bank["leverage"]).iter().find(|item| item["node"] == "N-API").expect("N-API");
    assert_eq!(node["leverage"], whole["leverage"]);
    let health = number(&node["health"]);
    for reached in list(&node["moments"]) {
        let moment = reached["moment"].as_str().expect("a moment");
        let (influence, points) = (number(&reached["influence"]), &node["broken"]["moments"][moment]);
        near(number(points), -health * influence, 1e-9, moment);
        near(number(&node["excellent"]["moments"][moment]), (10.0 - health) * influence, 1e-9, moment);
    }
    assert!(amount(&node["broken"]["money_at_risk_change"]) > 0.0);
    assert!(amount(&node["excellent"]["money_at_risk_change"]) < 0.0);
    assert_eq!(node["health_points"]["B26"].as_f64(), Some(4.0));
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    for name in SAMPLES {
        let other = turned_round(name);
        assert_eq!(mapped(&sample(name)), mapped(other.path()), "{name}");
        let (moment, node) = if name == SAMPLES[0] { ("M11", "N-C360") } else { ("N09", "X-C360") };
        let other = other.path().to_str().expect("a plain path");
        for (flag, id) in [("--moment", moment), ("--node", node)] {
            let path = format!("samples/{name}");
            let [here, there] =
                [path.as_str(), other].map(|path| printed(&["map", path, flag, id, "--json"]));
            assert_eq!(here, there, "{name} {flag} {id}");
        }
    }
}

#[test]
fn what_is_unknown_names_what_is_known() {
    let cases: [(&[&str], i32, &str); 3] = [
        (&["map", "samples/banque-horizon", "--moment", "M99", "--lang", "en"], 4, "M01, M02"),
        (&["map", "samples/banque-horizon", "--node", "N-NONE", "--lang", "fr"], 4, "N-ACQ"),
        (&["map", "samples/banque-horizon", "--node", "N-API", "--moment", "M01"], 2, "--moment"),
    ];
    for (arguments, code, words) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn every_moment_and_node_has_its_page_in_both_languages() {
    for name in SAMPLES {
        let path = format!("samples/{name}");
        let mapped = map(&source(&sample(name)), &Centre::Everything).expect("a sound sample");
        let dossier = &mapped.opened.dossier;
        for language in ["en", "fr"] {
            let whole = printed(&["map", &path, "--lang", language]);
            assert_eq!(too_wide(&whole, 140), Vec::<&str>::new(), "{name} {language}");
        }
        let moments = dossier.moments.iter().map(|moment| ("--moment", moment.id.to_string()));
        let nodes = dossier.nodes.iter().map(|node| ("--node", node.id.to_string()));
        for (at, (flag, id)) in moments.chain(nodes).enumerate() {
            let language = if at % 2 == 0 { "en" } else { "fr" };
            let page = printed(&["map", &path, flag, &id, "--lang", language]);
            assert!(page.starts_with(&id), "{page}");
            assert_eq!(too_wide(&page, 150), Vec::<&str>::new(), "{name} {id}");
        }
    }
}
