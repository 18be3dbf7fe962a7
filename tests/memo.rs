//! What is promised of the memo: one sound file that needs nothing else, in both languages, with figures that add up.

#[path = "memo/markup.rs"]
mod markup;

use std::path::{Path, PathBuf};

use cxfolio::app::open::Source;
use cxfolio::app::prepare::Wish;
use cxfolio::app::report::report;
use cxfolio::domain::text::Language;
use cxfolio::report::memo::memo_html;
use cxfolio::report::number::{cents, millions};
use markup::{Markup, read};
use rust_decimal::Decimal;
use serde_json::Value;

const BOTH: [Language; 2] = [Language::English, Language::French];

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

fn memo(path: PathBuf, scenario: Option<&str>, is_additive: bool, language: Language) -> String {
    let source = Source { scenario: scenario.map(str::to_owned), ..Source::path(path) };
    let wish = Wish { is_additive, ..Wish::default() };
    let reported = report(&source, &wish).expect("the samples are sound");
    memo_html(&reported.chosen.result(), &reported.grounds, language)
}

fn bank(language: Language) -> String {
    memo(sample("banque-horizon"), None, false, language)
}

/// Every memo of the samples that a test looks at.
fn memos() -> Vec<String> {
    let mut memos: Vec<String> = BOTH.into_iter().map(bank).collect();
    memos.push(memo(sample("maison-lumen"), None, false, Language::French));
    memos.push(memo(sample("banque-horizon"), Some("S-INFEAS-BUDGET"), false, Language::English));
    memos
}

fn sections(page: &Markup) -> Vec<&str> {
    let ids = page.attributes.iter().filter(|(element, name, _)| element == "section" && name == "id");
    ids.map(|(_, _, id)| id.as_str()).collect()
}

#[test]
fn a_memo_is_sound_and_needs_nothing_outside() {
    for html in memos() {
        let page = read(&html);
        for element in ["script", "link", "iframe", "img", "object", "form", "base"] {
            assert!(!page.elements.iter().any(|name| name == element), "{element}");
        }
        for (element, name, value) in &page.attributes {
            let is_inside = value.starts_with('#');
            assert!(
                !["src", "href", "xlink:href", "action"].contains(&name.as_str()) || is_inside,
                "{element} {name} {value}"
            );
            assert!(!value.contains("url(") || value.contains("url(#"), "{element} {name} {value}");
        }
        assert!(!page.style.contains("url(") && !page.style.contains("@import"));
    }
}

#[test]
fn every_link_leads_to_a_section_and_every_section_is_linked() {
    for html in memos() {
        let page = read(&html);
        let links: Vec<String> = sections(&page).iter().map(|id| format!("#{id}")).collect();
        let hrefs: Vec<&String> = page
            .attributes
            .iter()
            .filter(|(element, ..)| element == "a")
            .map(|(_, _, value)| value)
            .collect();
        assert_eq!(hrefs, links.iter().collect::<Vec<_>>());
    }
}

#[test]
fn people_come_first_money_second_technologies_third() {
    let page = read(&bank(Language::English));
    let order = [
        "customers",
        "plan",
        "money",
        "cases",
        "picture",
        "left-out",
        "dependence",
        "causes",
        "findings",
        "method",
    ];
    assert_eq!(sections(&page), order);
    let cards = ["Customers", "Money", "Customer obsession", "Readiness"]
        .map(|card| page.text.find(&format!(" {card} ")));
    assert!(cards.iter().all(Option::is_some) && cards.is_sorted(), "{cards:?}");
}

#[test]
fn both_languages_say_which_they_are() {
    let [english, french] = BOTH.map(bank);
    assert!(english.contains("<html lang=\"en\">") && french.contains("<html lang=\"fr\">"));
    for heading in [
        "Who loses",
        "Journeys before and after",
        "Must-be moments left uncovered",
        "What binds",
        "Measures of the plan",
        "Benefits by lever",
    ] {
        assert!(read(&english).text.contains(heading), "{heading}");
        assert!(!read(&french).text.contains(heading), "{heading}");
    }
    for heading in [
        "Qui y perd",
        "Les parcours avant et après",
        "Moments attendus laissés sans couverture",
        "Ce qui contraint",
        "Gains par levier",
    ] {
        assert!(read(&french).text.contains(heading), "{heading}");
    }
    // Pictures set their own texts.
    let without_pictures =
        french.split("<svg").map(|part| part.split_once("</svg>").map_or(part, |(_, after)| after));
    let text = read(&without_pictures.collect::<String>()).text;
    for loose in [" ;", " :", " !", " ?", " »", "« ", " %"] {
        assert!(!text.contains(loose), "a blank that may break: {loose:?}");
    }
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    assert_eq!(bank(Language::French), bank(Language::French));
}

#[test]
fn the_figures_are_those_of_the_choice() {
    let source = Source::path(sample("banque-horizon"));
    let reported = report(&source, &Wish::default()).unwrap();
    let plan = reported.chosen.outcome.plan.as_ref().unwrap();
    let html = memo_html(&reported.chosen.result(), &reported.grounds, Language::English);
    let text = read(&html).text;
    for amount in [plan.case.npv, plan.case.pv_cost] {
        assert!(text.contains(&millions(amount, "EUR", Language::English)), "{amount}");
    }
    assert!(text.contains("Proven") && text.contains(&reported.chosen.fingerprint));
    assert!(html.matches("<tr class=\"strong\">").count() >= plan.portfolio.choices().len());
}

#[test]
fn the_bridge_adds_up_to_the_plan_in_exact_decimals_and_as_printed() {
    for (is_additive, steps_least) in [(false, 3), (true, 2)] {
        let source = Source::path(sample("banque-horizon"));
        let reported = report(&source, &Wish { is_additive, ..Wish::default() }).unwrap();
        let (chosen, bridge) = (&reported.chosen, reported.grounds.bridge.unwrap());
        let plan = chosen.outcome.plan.as_ref().unwrap();
        let cases: Vec<_> = plan
            .portfolio
            .choices()
            .iter()
            .map(|one| chosen.cases.get(&one.investment, &one.variant).unwrap())
            .collect();
        let claimed: Decimal = cases.iter().map(|case| case.npv_unadjusted).sum();
        let alone: Decimal = cases.iter().map(|case| case.npv).sum();
        assert_eq!(cents(bridge.claimed), cents(claimed));
        assert_eq!(cents(bridge.with_evidence), cents(alone));
        assert_eq!(bridge.npv, plan.case.npv);
        let html = memo_html(&chosen.result(), &reported.grounds, Language::English);
        let amounts = bridge_column(&html);
        let (first, last) = (amounts[0], amounts[amounts.len() - 1]);
        let steps = &amounts[1..amounts.len() - 1];
        assert!(steps.len() >= steps_least);
        assert_eq!(first + steps.iter().sum::<Decimal>(), last, "{amounts:?}");
        assert_eq!(last, plan.case.npv.round());
    }
}

/// The amounts of the table that tells the bridge.
fn bridge_column(html: &str) -> Vec<Decimal> {
    let table = html.split("The bridge in whole amounts").nth(1).unwrap().split("</table>").next().unwrap();
    let cells = table.split("<td class=\"number\">").skip(1).map(|cell| cell.split('<').next().unwrap());
    cells.map(|cell| cell.replace(['€', ','], "").replace('\u{2212}', "-").parse().unwrap()).collect()
}

#[test]
fn without_a_plan_the_memo_says_why_and_still_shows_the_customers() {
    let page = read(&memo(sample("banque-horizon"), Some("S-INFEAS-BUDGET"), false, Language::English));
    for words in [
        "No plan can be recommended",
        "the 2027 budget of",
        "Consent and privacy centre (GDPR)",
        "S-INFEAS-BUDGET",
    ] {
        assert!(page.text.contains(words), "{words}");
    }
    let sections = sections(&page);
    assert!(sections.contains(&"customers") && sections.contains(&"cases") && !sections.contains(&"plan"));
    assert!(page.ids.contains("chart-before-title") && !page.ids.contains("chart-after-title"));
}

#[test]
fn every_picture_is_in_its_place_and_every_table_is_headed() {
    let html = bank(Language::French);
    let page = read(&html);
    for name in ["before", "after", "risk", "budget", "people", "cash", "bridge", "candidates"] {
        assert!(page.ids.contains(&format!("chart-{name}-title")), "{name}");
    }
    assert!(!html.contains("ne peuvent être dessinés"));
    let count = |name: &str| page.elements.iter().filter(|element| *element == name).count();
    assert!(count("table") >= 12);
    assert_eq!(count("table"), count("caption"));
    assert_eq!(count("table"), count("thead"));
    let scopes =
        page.attributes.iter().filter(|(element, name, _)| element == "th" && name == "scope").count();
    assert_eq!(count("th"), scopes);
    assert_eq!((count("h1"), count("main"), count("nav"), count("header")), (1, 1, 1, 1));
}

#[test]
fn names_that_look_like_markup_stay_text() {
    let hostile = "</td></style><script src=\"http://x\">'&amp;<!--";
    let mut bundle: Value =
        serde_json::from_str(&std::fs::read_to_string(sample("banque-horizon/bundle.json")).unwrap())
            .unwrap();
    taint(&mut bundle, hostile);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hostile.json");
    std::fs::write(&path, bundle.to_string()).unwrap();
    for language in BOTH {
        let html = memo(path.clone(), None, false, language);
        let page = read(&html);
        assert!(!html.contains("<script") && !html.contains("<!--"));
        assert!(page.text.matches(hostile).count() > 50, "the names are there, as text");
        assert_eq!(sections(&page).len(), 10);
    }
}

#[test]
fn an_incomplete_strategy_and_a_harm_are_said_aloud() {
    let mut bundle: Value =
        serde_json::from_str(&std::fs::read_to_string(sample("banque-horizon/bundle.json")).unwrap())
            .unwrap();
    blank(&mut bundle, &["plan_owner", "annual_cost_eur", "benefit_owner"]);
    for effect in bundle["moment_effects"].as_array_mut().unwrap() {
        if effect["investment_id"] == "B27" {
            effect["moment_id"] = "M12".into();
            for (lift, points) in [("lift_low", -1.5), ("lift_mode", -1.0), ("lift_high", -0.5)] {
                effect[lift] = points.into();
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("thin.json");
    std::fs::write(&path, bundle.to_string()).unwrap();
    let [english, french] = BOTH.map(|language| read(&memo(path.clone(), None, false, language)).text);
    assert!(english.contains("Strategy incomplete.") && french.contains("Stratégie incomplète."));
    assert!(!english.contains("No persona is worse off"));
    assert!(
        english.contains("at “Public complaint answered on a social network”: the gap to target grows by")
    );
    assert!(!read(&bank(Language::English)).text.contains("Strategy incomplete"));
}

/// Empties these fields wherever they are.
fn blank(value: &mut Value, names: &[&str]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| blank(item, names)),
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(key, field)| match names.contains(&key.as_str()) {
                true => *field = Value::Null,
                false => blank(field, names),
            })
        }
        _ => {}
    }
}

/// Puts `hostile` behind every name, note, owner and vendor.
fn taint(value: &mut Value, hostile: &str) {
    let is_text = |key: &str| {
        let words =
            ["name_", "mission_", "statement_", "risk_", "note", "sponsor", "vendor", "owner", "facts"];
        words.iter().any(|word| key.contains(word))
    };
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| taint(item, hostile)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, field)| match field {
            Value::String(text) if is_text(key) => text.push_str(hostile),
            _ => taint(field, hostile),
        }),
        _ => {}
    }
}
