//! A measure as sentences call it, from its written form.

use crate::domain::dossier::Dossier;
use crate::domain::text::{Bilingual, Language};

/// `coverage:P1` as `coverage of Retired couple (P1)`, `la couverture de Couple retraité (P1)`; what is no measure as it is
/// written.
pub fn measure_called(dossier: &Dossier, measure: &str) -> Bilingual {
    let (en, fr) = match measure.split_once(':') {
        None => match measure {
            "npv" => ("the NPV", "la VAN"),
            "coverage" => ("coverage", "la couverture"),
            "points" => ("customer-experience points", "les points d’expérience client"),
            "objectives" => ("the value of the objectives", "la valeur pour les objectifs"),
            "regret" => ("the greatest regret", "le regret maximal"),
            "thrift" => ("cost in present value", "le coût en valeur actuelle"),
            "freedom" => ("the exit cost", "le coût de sortie"),
            other => (other, other),
        },
        Some(("coverage", whom)) => {
            let Bilingual { en, fr } = covered_called(dossier, whom);
            return Bilingual { en: format!("coverage of {en}"), fr: format!("la couverture de {fr}") };
        }
        Some(("objective", id)) => {
            let name = dossier.objective(&id.into()).map(|one| one.name.clone()).unwrap_or_default();
            let told = |language| crate::domain::naming::with_identifier(name.get(language), id);
            let (en, fr) = (told(Language::English), told(Language::French));
            return Bilingual {
                en: format!("the value of objective {en}"),
                fr: format!("la valeur de l’objectif {fr}"),
            };
        }
        Some(_) => (measure, measure),
    };
    Bilingual { en: en.to_string(), fr: fr.to_string() }
}

/// Whoever has this identifier: a persona, else a moment.
pub fn covered_called(dossier: &Dossier, whom: &str) -> Bilingual {
    match dossier.personas.iter().any(|persona| persona.id.as_str() == whom) {
        true => dossier.persona_called(&whom.into()),
        false => dossier.moment_called(&whom.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn a_measure_is_called_by_what_it_measures() {
        let dossier = example::dossier();
        assert_eq!(measure_called(&dossier, "coverage").fr, "la couverture");
        assert_eq!(measure_called(&dossier, "coverage:nobody").en, "coverage of nobody");
        assert_eq!(measure_called(&dossier, "0.7*npv+0.3*coverage").en, "0.7*npv+0.3*coverage");
    }
}
