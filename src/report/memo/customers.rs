//! Customers first: how they live their moments before and after, what bad moments cost, who gains and who loses.

use rust_decimal::Decimal;

use super::html::{Html, element};
use super::page::Page;
use super::{harms, heatmap, journeys, personas};
use crate::domain::moment::Kano;
use crate::domain::text::Language;
use crate::quantity::real::exact;
use crate::report::chart::Chart;
use crate::report::chart::kind::{Bar, Ranking};
use crate::report::number::percent_of_real;

/// Bars beyond which a ranking is no longer read.
const BARS_MAX: usize = 25;

/// The pictures of the section.
pub fn charts(page: &Page) -> Vec<(&'static str, Chart)> {
    let mut charts = heatmap::charts(page);
    charts.extend(at_risk_chart(page).map(|chart| ("chart-risk", chart)));
    charts
}

/// The section.
pub fn section(page: &Page) -> Html {
    lead(page)
        .and(heatmap::figures(page))
        .and(at_risk_figure(page))
        .and(personas::table(page))
        .and(journeys::table(page))
        .and(harms::harms(page))
        .and(harms::uncovered(page))
}

fn lead(page: &Page) -> Html {
    let (dossier, at_risk) = (page.dossier(), page.result.at_risk);
    let mission = dossier.settings.mission.get(page.language);
    let mission =
        if mission.is_empty() { Html::default() } else { element("blockquote", element("p", mission)) };
    let customers: Decimal = dossier.personas.iter().map(|persona| persona.customers).sum();
    let (customers, total) = (page.count(customers), page.millions(at_risk.total));
    let (n_personas, n_moments) = (dossier.personas.len(), dossier.moments.len());
    let share = at_risk.share_of_revenue();
    let share = share.map_or("–".into(), |share| percent_of_real(share, 1, page.language));
    let mut text = match page.language {
        Language::English => format!(
            "{customers} customers, told as {n_personas} personas, live {n_moments} moments of truth with the company. \
             Bad moments put {total} a year at risk, {share} of revenue."
        ),
        Language::French => format!(
            "{customers} clients, racontés par {n_personas} personas, vivent {n_moments} moments de vérité avec \
             l’entreprise. Les mauvais moments mettent en jeu {total} par an, soit {share} du chiffre d’affaires."
        ),
    };
    if let Some(coverage) = page.result.coverage {
        let won = exact(at_risk.won_back(page.result.map, coverage)).unwrap_or_default();
        let won = page.millions(won);
        text.push_str(&match page.language {
            Language::English => format!(
                " Closing the gaps as the plan does would take {won} a year out of that risk; this is another view of \
                 the same customers, not money to be added to the business case."
            ),
            Language::French => format!(
                " Combler les écarts comme le fait le plan retirerait {won} par an de ce risque ; c’est un autre regard \
                 sur les mêmes clients, à ne pas additionner à l’analyse économique."
            ),
        });
    }
    mission.and(element("p", text)).and(Html::literal("\n"))
}

fn at_risk_chart(page: &Page) -> Option<Chart> {
    let mut amounts: Vec<_> = page.result.at_risk.by_moment.iter().collect();
    amounts.sort_by(|a, b| b.1.cmp(a.1));
    amounts.truncate(BARS_MAX);
    let unit = page.unit(amounts.iter().map(|(_, amount)| **amount));
    let is_must_be = |id| page.dossier().moment(id).is_some_and(|moment| moment.kano == Kano::MustBe);
    let bars: Vec<Bar> = amounts
        .into_iter()
        .map(|(id, amount)| Bar {
            name: page.moment(id).to_string(),
            amount: unit.of(*amount),
            second: is_must_be(id),
        })
        .collect();
    let title = page.say("Money at risk by moment", "Argent en jeu par moment");
    let description = page.say(
        "Contribution that bad moments put at risk in a year, the largest first.",
        "Contribution que les mauvais moments mettent en jeu en un an, la plus grande d’abord.",
    );
    (!bars.is_empty()).then(|| {
        Chart::Ranking(Ranking {
            frame: page.frame(title, description, &unit),
            bars,
            first_label: page.say("Other moments", "Autres moments").into(),
            second_label: page.say("Must-be moments", "Moments attendus").into(),
        })
    })
}

fn at_risk_figure(page: &Page) -> Html {
    if page.result.at_risk.by_moment.is_empty() {
        return Html::default();
    }
    let caption = element("strong", page.say("Money at risk by moment, a year.", "Argent en jeu par moment, par an."))
        .and(" ")
        .and(page.say(
            "What leaving customers, shrinking spending, lost sales and extra contacts cost today; a must-be moment is \
             one that nobody praises and everybody misses.",
            "Ce que coûtent aujourd’hui départs, dépenses réduites, ventes perdues et contacts supplémentaires ; un moment \
             attendu est celui que personne ne loue et dont l’absence fâche tout le monde.",
        ));
    page.figure("chart-risk", caption)
}
