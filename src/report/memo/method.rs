//! The conventions behind the figures in plain words, and where the settings come from.

use super::html::{Html, classed, element, list};
use super::page::Page;
use crate::domain::settings::TimingConvention;
use crate::report::number::{counted, percent};

/// The section.
pub fn section(page: &Page) -> Html {
    let conventions = conventions(page).into_iter().map(Html::from);
    list("plain", conventions).and(sources(page))
}

/// What is true of every memo: English, then French.
const ALWAYS: [[&str; 2]; 3] = [
    [
        "The gap at a moment is the distance from its mark today to its target, on 0 to 10. What several investments \
         close of one gap is combined as 1 − (1 − a)(1 − b)…, so that the second closes part of what the first left.",
        "L’écart d’un moment est la distance de sa note actuelle à sa cible, de 0 à 10. Ce que plusieurs investissements \
         comblent d’un même écart se combine en 1 − (1 − a)(1 − b)…, le second comblant une part de ce que laisse le \
         premier.",
    ],
    [
        "The plan is the one of greatest NPV under all rules, found by exact optimisation and added up again in \
         exact decimals; people, budgets and obligations are rules, customer marks are shown beside the money and \
         not mixed into it.",
        "Le plan est celui de plus grande VAN sous toutes les règles, trouvé par optimisation exacte puis recalculé en \
         décimales exactes ; équipes, budgets et obligations sont des règles, les notes des clients sont montrées à \
         côté de l’argent et non mêlées à lui.",
    ],
    [
        "Amounts are rounded for reading, so a column may differ from its total by one unit; the same run with --json \
         gives them to the cent.",
        "Les montants sont arrondis pour la lecture, une colonne peut donc différer d’une unité de son total ; le même \
         calcul avec --json les donne au centime.",
    ],
];

fn conventions(page: &Page) -> Vec<String> {
    let settings = &page.dossier().settings;
    let rate = percent(settings.discount_rate, 1, page.language);
    let beta = percent(page.result.model.reference_class_realisation, 0, page.language);
    let (timing, tax) = (timing(page), tax(page));
    let say = |en: String, fr: String| page.say(&en, &fr).to_string();
    let mut conventions = vec![
        say(
            format!("Money in different years is compared at {rate} a year; {timing}. {tax}"),
            format!("Les montants d’années différentes sont comparés à {rate} par an ; {timing}. {tax}"),
        ),
        say(
            "Costs are expected costs: the stated amount times (low + 4 + high) / 6 of its line’s multipliers.".into(),
            "Les coûts sont attendus : le montant affiché fois (bas + 4 + haut) / 6 des multiplicateurs de sa ligne.".into(),
        ),
        say(
            format!(
                "A claimed gain is the mean (low + 4 × most likely + high) / 6, kept as far as its evidence is reliable; of \
                 the rest, {beta} is kept, the share that comparable projects delivered of what they promised. Harms count in full."
            ),
            format!(
                "Un gain affiché est la moyenne (bas + 4 × probable + haut) / 6, retenue à hauteur de la fiabilité de sa \
                 preuve ; du reste, {beta} est retenu, la part que des projets comparables ont tenue de leurs promesses. Les \
                 pertes comptent en entier."
            ),
        ),
    ];
    conventions.extend(ALWAYS.iter().map(|[en, fr]| page.say(en, fr).to_string()));
    conventions
}

/// When amounts fall within their year.
fn timing(page: &Page) -> &'static str {
    match page.dossier().settings.timing {
        TimingConvention::EndOfYear => page.say(
            "year 0 is not discounted, later years at their end",
            "l’année 0 n’est pas actualisée, les suivantes le sont en fin d’année",
        ),
        TimingConvention::MidYear => page.say(
            "year 0 is not discounted, later years at their middle",
            "l’année 0 n’est pas actualisée, les suivantes le sont en milieu d’année",
        ),
        TimingConvention::AllEnd => page
            .say("every year at its end, year 0 included", "chaque année en fin d’année, année 0 comprise"),
    }
}

fn tax(page: &Page) -> &'static str {
    match page.dossier().settings.tax_rate {
        Some(_) => page.say("Amounts are before tax.", "Les montants sont avant impôt."),
        None => page.say(
            "Amounts are before tax; no tax rate is set.",
            "Les montants sont avant impôt ; aucun taux n’est fixé.",
        ),
    }
}

fn sources(page: &Page) -> Html {
    let (result, settings) = (page.result, &page.dossier().settings);
    let [solve, solves] = page.headings(["solve", "solves"], ["résolution", "résolutions"]);
    let solver = format!("HiGHS, {}", counted(result.outcome.rounds, solve, solves, page.language));
    let value_model = match result.outcome.value_model {
        crate::case::portfolio_case::ValueModel::Full => page.say(
            "full: enablers, synergies and saturation count",
            "complet : facilitateurs, synergies et saturation comptent",
        ),
        crate::case::portfolio_case::ValueModel::Additive => page.say(
            "additive: stand-alone cases are summed",
            "additif : les analyses isolées sont additionnées",
        ),
    };
    let own_evidence = match settings.evidence.is_empty() {
        true => page.say("of the decision model", "du modèle de décision"),
        false => page.say("of the dossier itself", "propre au dossier"),
    };
    let facts = [
        (page.say("Value model", "Modèle de valeur"), value_model.to_string()),
        (
            page.say("Decision model", "Modèle de décision"),
            format!("{} {}", result.model.name, result.model.version),
        ),
        (page.say("Evidence scale", "Échelle de preuve"), own_evidence.to_string()),
        (page.say("Solver", "Solveur"), solver),
        (page.say("Program", "Programme"), format!("cxfolio {}", env!("CARGO_PKG_VERSION"))),
        (
            page.say(
                "Fingerprint of everything the answer depends on",
                "Empreinte de tout ce dont dépend la réponse",
            ),
            result.fingerprint.to_string(),
        ),
    ];
    let entry = |(term, text): (&str, String)| element("div", element("dt", term).and(element("dd", text)));
    classed("dl", "sources", facts.into_iter().map(entry).collect::<Html>()).and(Html::literal("\n"))
}
