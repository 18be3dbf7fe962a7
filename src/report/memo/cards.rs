//! The four cards: customers, money, customer obsession and readiness, side by side so that none is read alone.

use super::html::{Html, classed, element, list, with};
use super::page::Page;
use crate::domain::moment::Kano;
use crate::optimize::outcome::Plan;
use crate::report::text_case::{roi_text, years_text};

/// The cards; without a plan, only what can be said of the dossier.
pub fn cards(page: &Page) -> Html {
    let cards: Html = match page.plan() {
        Some(plan) => [customers(page), money(page, plan), obsession(page), readiness(page)].into(),
        None => [stakes(page), readiness(page)].into(),
    };
    let label = page.say("The plan at a glance", "Le plan en un coup d’œil");
    with("div", &[("class", "cards"), ("role", "group"), ("aria-label", label)], cards)
        .and(Html::literal("\n"))
}

fn card(title: &str, figure: String, meaning: &str, more: Html) -> Html {
    let inner = element("h3", title)
        .and(classed("p", "figure", figure))
        .and(classed("p", "meaning", meaning))
        .and(more);
    classed("div", "card", inner).and(Html::literal("\n"))
}

fn lines(lines: Vec<(String, String)>) -> Html {
    let line =
        |(term, figure): (String, String)| element("div", element("dt", term).and(element("dd", figure)));
    element("dl", lines.into_iter().map(line).collect::<Html>())
}

fn customers(page: &Page) -> Html {
    let Some(coverage) = page.result.coverage else { return Html::default() };
    let must_be = page.dossier().moments.iter().filter(|moment| {
        moment.kano == Kano::MustBe && moment.experience_gap() > rust_decimal::Decimal::ZERO
    });
    let weakest = must_be
        .filter_map(|moment| Some((moment, *coverage.by_moment.get(&moment.id)?)))
        .min_by(|a, b| a.1.total_cmp(&b.1));
    let mut more = vec![];
    if let Some((moment, share)) = weakest {
        let term = format!(
            "{} {}",
            page.say("Weakest must-be:", "Attendu le moins servi :"),
            page.moment(&moment.id)
        );
        more.push((term, page.share(share)));
    }
    let worse = coverage.losers().len();
    more.push((
        page.say("Personas worse off overall", "Personas globalement perdants").into(),
        worse.to_string(),
    ));
    let meaning = page.say(
        "of the gap to target closed, weighted by what matters to customers",
        "de l’écart à la cible comblé, pondéré par ce qui compte pour les clients",
    );
    card(page.say("Customers", "Clients"), page.share(coverage.total), meaning, lines(more))
}

fn money(page: &Page, plan: &Plan) -> Html {
    let appraisal = &plan.case.appraisal;
    let payback = years_text(appraisal.payback.sustained, page.language);
    let is_empty = plan.portfolio.choices().is_empty();
    let payback = match appraisal.payback.sustained {
        // Where nothing is spent there is nothing to recover.
        Some(_) if is_empty => "–".to_string(),
        Some(_) => format!("{payback} {}", page.say("years", "ans")),
        None => payback,
    };
    let more = vec![
        (page.say("PV of cost", "Coûts actualisés").into(), page.millions(plan.case.pv_cost)),
        ("ROI".into(), roi_text(appraisal, page.language)),
        (page.say("Sustained payback", "Récupération durable").into(), payback),
    ];
    let meaning =
        page.say("net present value of the whole plan", "valeur actuelle nette de l’ensemble du plan");
    card(page.say("Money", "Argent"), page.millions(plan.case.npv), meaning, lines(more))
}

fn obsession(page: &Page) -> Html {
    let Some(profile) = page.result.profile else { return Html::default() };
    let axes = [
        (page.say("Agility", "Agilité"), profile.agility),
        (page.say("Flexibility", "Flexibilité"), profile.flexibility),
        (page.say("Globality", "Globalité"), profile.globality),
        (page.say("Intelligence", "Intelligence"), profile.intelligence),
    ];
    let axis = |(name, mark): (&str, Option<f64>)| {
        let width = format!("width:{:.0}%", mark.unwrap_or(0.0).clamp(0.0, 10.0) * 10.0);
        let meter = with(
            "span",
            &[("class", "meter"), ("aria-hidden", "true")],
            with("span", &[("style", &width)], ""),
        );
        element("div", element("dt", Html::from(name).and(meter)).and(element("dd", page.mark(mark))))
    };
    let more = element("dl", axes.into_iter().map(axis).collect::<Html>());
    let meaning = page.say(
        "customer-obsession profile of what is funded, out of 10",
        "profil d’obsession client de ce qui est financé, sur 10",
    );
    card(page.say("Customer obsession", "Obsession client"), page.mark(profile.mean()), meaning, more)
}

fn readiness(page: &Page) -> Html {
    let readiness = page.result.readiness;
    let gates = readiness.gates.iter().map(|gate| {
        let mark = if gate.passed { "✓" } else { "✗" };
        let state = match gate.passed {
            true => page.say("passed", "franchi"),
            false => page.say("not passed", "non franchi"),
        };
        let mark = with("span", &[("class", "gate"), ("role", "img"), ("aria-label", state)], mark);
        let text = format!(" {} ({})", gate.name.get(page.language), gate.measure().get(page.language));
        mark.and(text)
    });
    let meaning = page.say(
        "of the gates of a decision passed by the dossier",
        "des jalons d’une décision franchis par le dossier",
    );
    let title = page.say("Readiness", "Maturité du dossier");
    card(title, page.share(readiness.share), meaning, list("gates", gates))
}

/// What is at stake when no plan says what becomes of it.
fn stakes(page: &Page) -> Html {
    let must_be = page.dossier().moments.iter().filter(|moment| moment.kano == Kano::MustBe).count();
    let more = vec![
        (page.say("Moments of truth", "Moments de vérité").into(), page.dossier().moments.len().to_string()),
        (page.say("of them must-be", "dont attendus").into(), must_be.to_string()),
    ];
    let meaning = page.say("a year at risk in bad moments", "par an en jeu dans les mauvais moments");
    card(page.say("Customers", "Clients"), page.millions(page.result.at_risk.total), meaning, lines(more))
}
