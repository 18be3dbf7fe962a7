//! Money at risk as text for the terminal: the sum, whether it is plausible, and the table of moments by personas.

use rust_decimal::Decimal;

use super::map_result::MapResult;
use super::number::{millions, percent, percent_of_real, thousands};
use super::real_number::share_if_any;
use super::table::Table;
use super::text_case::short;
use super::view_at_risk::usual_share;
use crate::domain::moment::MomentId;
use crate::domain::text::Language;
use crate::experience::at_risk::MoneyAtRisk;
use crate::quantity::real::real;

/// The money at risk of a whole dossier.
pub fn at_risk_text(result: &MapResult, language: Language) -> String {
    let at_risk = &result.picture.at_risk;
    let mut text = headline(result, at_risk, language);
    text.push_str(&churn_text(at_risk, language));
    text.push_str(&missing_text(at_risk, language));
    text.push_str(&table_text(result, at_risk, language));
    text
}

fn headline(result: &MapResult, at_risk: &MoneyAtRisk, language: Language) -> String {
    let total = millions(at_risk.total, &result.dossier.settings.currency, language);
    let share = share_if_any(at_risk.share_of_revenue(), 1, language);
    let [low, high] = usual_share(result).map(|share| percent_of_real(share, 0, language));
    let verdict = match (at_risk.is_plausible(result.model), language) {
        (true, Language::English) => format!("within the usual {low} to {high}"),
        (true, Language::French) => format!("dans la fourchette usuelle de {low} à {high}"),
        (false, Language::English) => {
            format!("OUTSIDE the usual {low} to {high}: check frequencies and consequences")
        }
        (false, Language::French) => {
            format!("HORS de la fourchette usuelle de {low} à {high} : vérifiez fréquences et conséquences")
        }
    };
    match language {
        Language::English => {
            format!("Bad moments put {total} a year at risk: {share} of revenue, {verdict}.\n")
        }
        Language::French => {
            format!("Les mauvais moments mettent {total} par an en jeu : {share} du revenu, {verdict}.\n")
        }
    }
}

fn churn_text(at_risk: &MoneyAtRisk, language: Language) -> String {
    let mut text = String::new();
    if let Some((implied, observed)) = at_risk.churn_overall {
        let (implied, observed) = (percent(implied, 1, language), percent(observed, 1, language));
        text.push_str(&match language {
            Language::English => {
                format!("They explain a churn of {implied} a year, out of {observed} observed.\n")
            }
            Language::French => {
                format!("Ils expliquent un taux de départ de {implied} par an, sur {observed} observés.\n")
            }
        });
    }
    for churn in at_risk.churn.iter().filter(|churn| churn.implied > churn.observed) {
        let (implied, observed) = (percent(churn.implied, 1, language), percent(churn.observed, 1, language));
        let persona = &churn.persona;
        text.push_str(&match language {
            Language::English => {
                format!("  {persona}: {implied} explained, only {observed} observed; its moments claim too much.\n")
            }
            Language::French => {
                format!("  {persona} : {implied} expliqués, {observed} observés seulement ; ses moments en disent trop.\n")
            }
        });
    }
    text
}

fn missing_text(at_risk: &MoneyAtRisk, language: Language) -> String {
    let mut text = String::new();
    if !at_risk.contacts_without_cost.is_empty() {
        let moments: Vec<&str> = at_risk.contacts_without_cost.iter().map(|id| id.as_str()).collect();
        let moments = moments.join(", ");
        text.push_str(&match language {
            Language::English => format!("Extra contacts without a known cost, missing here: {moments}.\n"),
            Language::French => {
                format!("Contacts supplémentaires sans coût connu, absents ici : {moments}.\n")
            }
        });
    }
    if !at_risk.too_large.is_empty() {
        let cells: Vec<String> =
            at_risk.too_large.iter().map(|(persona, moment)| format!("{persona}/{moment}")).collect();
        let cells = cells.join(", ");
        text.push_str(&match language {
            Language::English => format!("Too large to be added: {cells}.\n"),
            Language::French => format!("Trop grands pour être additionnés : {cells}.\n"),
        });
    }
    text
}

fn table_text(result: &MapResult, at_risk: &MoneyAtRisk, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let money = |amount: Option<&Decimal>| {
        amount.map_or("–".into(), |amount| thousands(*amount, currency, language))
    };
    let personas: Vec<String> =
        result.dossier.personas.iter().map(|persona| format!(">{}", persona.id)).collect();
    let (moment, total, share) = match language {
        Language::English => ("moment", ">all", ">share"),
        Language::French => ("moment", ">total", ">part"),
    };
    let mut headings = vec![moment, "", "Kano"];
    headings.extend(personas.iter().map(String::as_str));
    headings.extend([total, share]);
    let mut table = Table::new(&headings);
    let mut moments: Vec<(&MomentId, &Decimal)> = at_risk.by_moment.iter().collect();
    moments.sort_by(|a, b| b.1.cmp(a.1));
    let part = |amount: &Decimal| match at_risk.total.is_zero() {
        true => "–".to_string(),
        false => percent_of_real(real(*amount) / real(at_risk.total), 0, language),
    };
    for (id, amount) in moments {
        let stated = result.dossier.moment(id);
        let mut row = vec![
            id.to_string(),
            short(stated.map_or("", |moment| moment.name.get(language)), 38),
            stated.map_or("", |moment| super::map_words::kano_word(moment.kano, language)).to_string(),
        ];
        for persona in &result.dossier.personas {
            let cell = at_risk.cells.iter().find(|cell| cell.persona == persona.id && &cell.moment == id);
            row.push(money(cell.map(|cell| &cell.total)));
        }
        row.extend([money(Some(amount)), part(amount)]);
        table.row(row);
    }
    let word = match language {
        Language::English => "all",
        Language::French => "total",
    };
    let mut sum = vec![word.to_string(), String::new(), String::new()];
    sum.extend(result.dossier.personas.iter().map(|persona| money(at_risk.by_persona.get(&persona.id))));
    sum.extend([money(Some(&at_risk.total)), part(&at_risk.total)]);
    table.row(sum);
    let names: Vec<String> = result
        .dossier
        .personas
        .iter()
        .map(|persona| format!("{} {}", persona.id, persona.name.get(language)))
        .collect();
    let names: String = names.chunks(3).map(|some| format!("{}\n", some.join(" · "))).collect();
    format!("\n{}{names}", table.text())
}
