//! What the plan depends on: vendors, contracts that cost money to leave, and how well its gains are proven.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::Html;
use super::page::Page;
use crate::domain::evidence::EvidenceLevel;
use crate::quantity::real::real;
use crate::report::number::{grouped, percent};

/// The section.
pub fn section(page: &Page) -> Html {
    evidence(page).and(vendors(page)).and(exits(page))
}

fn evidence(page: &Page) -> Html {
    let gains = &page.grounds.gains_by_evidence;
    let total: Decimal = gains.iter().map(|(_, gain)| gain).sum();
    let headings = page.headings(
        ["Evidence", ">Kept of the claim", ">PV of gains", ">Share"],
        ["Preuve", ">Retenu de l’affiché", ">VA des gains", ">Part"],
    );
    let caption = page.say("How well the gains are proven", "La qualité de preuve des gains");
    let mut grid = Grid::new(page.in_kilo(caption), &headings);
    for (level, gain) in gains {
        let share = if total.is_zero() { 0.0 } else { real(*gain) / real(total) };
        grid.row(vec![
            format!("{} {}", level.name(), meaning(page, *level)).into(),
            percent(page.result.model.kept_share(*level), 0, page.language).into(),
            page.kilo(*gain).into(),
            page.share(share).into(),
        ]);
    }
    let note = page.paragraph(
        "Gains of the chosen investments by themselves, after the evidence discount; harms are not gains.",
        "Gains des investissements retenus pris isolément, après décote de preuve ; les pertes ne sont pas des gains.",
    );
    if grid.is_empty() { Html::default() } else { grid.html().and(note) }
}

fn meaning(page: &Page, level: EvidenceLevel) -> &'static str {
    let (en, fr) = match level {
        EvidenceLevel::E0 => ("opinion or trend", "opinion ou tendance"),
        EvidenceLevel::E1 => ("claim of a vendor or analyst", "affirmation d’éditeur ou d’analyste"),
        EvidenceLevel::E2 => ("own records, correlation", "données internes, corrélation"),
        EvidenceLevel::E3 => ("customers asked directly", "clients interrogés directement"),
        EvidenceLevel::E4 => ("own pilot or experiment", "pilote ou expérience interne"),
        EvidenceLevel::E5 => ("measured in production", "mesuré en production"),
    };
    page.say(en, fr)
}

fn vendors(page: &Page) -> Html {
    let headings = page.headings(
        ["Vendor", ">Running cost, all years", ">Share"],
        ["Fournisseur", ">Exploitation, toutes années", ">Part"],
    );
    let mut grid = Grid::new(
        page.in_kilo(page.say("Who holds the running cost", "Qui détient le coût d’exploitation")),
        &headings,
    );
    let mut outside = Decimal::ZERO;
    for share in &page.grounds.vendors {
        outside += share.share;
        grid.row(vec![
            share.vendor.as_str().into(),
            page.kilo(share.run).into(),
            page.percent(share.share).into(),
        ]);
    }
    let own = page.percent(Decimal::ONE - outside);
    let note = page.paragraph(
        format!("The remaining {own} is run in-house."),
        format!("Les {own} restants sont exploités en interne."),
    );
    if grid.is_empty() { Html::default() } else { grid.html().and(note) }
}

fn exits(page: &Page) -> Html {
    let headings = page.headings(
        [
            "Investment",
            "Vendor",
            ">Contract, years",
            ">Exit cost",
            ">Run still committed",
            ">To leave after 1 year",
        ],
        [
            "Investissement",
            "Fournisseur",
            ">Contrat, ans",
            ">Coût de sortie",
            ">Exploitation engagée",
            ">Pour partir après 1 an",
        ],
    );
    let mut grid =
        Grid::new(page.in_kilo(page.say("What it costs to leave", "Ce que coûte un départ")), &headings);
    let mut exits: Vec<_> =
        page.grounds.exits.iter().filter(|(_, exit)| exit.total() > Decimal::ZERO).collect();
    exits.sort_by_key(|(_, exit)| std::cmp::Reverse(exit.total()));
    let total: Decimal = exits.iter().map(|(_, exit)| exit.total()).sum();
    for (id, exit) in exits {
        let Some(investment) = page.dossier().investment(id) else { continue };
        grid.row(vec![
            page.named(&investment.id, ""),
            if investment.vendor.is_empty() { "–".into() } else { investment.vendor.as_str().into() },
            grouped(investment.contract_years, 0, page.language).into(),
            page.kilo(exit.exit_cost).into(),
            page.kilo(exit.committed_run).into(),
            page.kilo(exit.total()).into(),
        ]);
    }
    let blank = Html::default;
    let name = page.say("Whole plan", "Ensemble du plan").into();
    grid.total(vec![name, blank(), blank(), blank(), blank(), page.kilo(total).into()]);
    let note = page.paragraph(
        "One year after the start, undiscounted; what an investment would still owe under its contract.",
        "Un an après le début, sans actualisation ; ce qu’un investissement devrait encore au titre de son contrat.",
    );
    if grid.is_empty() { Html::default() } else { grid.html().and(note) }
}
