//! The rule on variants that are named like a pilot and not treated as one.

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};

pub const VARIANT_PERHAPS_PILOT: Rule = Rule {
    code: "variant_perhaps_pilot",
    severity: Severity::Warning,
    what: "A variant is named like a pilot (pilote, pilot-2, POC) without being named exactly pilot.",
    why: "Only the identifier pilot is treated as one: this variant enables others and satisfies what requires it.",
    advice: Advice {
        en: "Name it pilot if it only teaches; otherwise give it a name that says its scope.",
        fr: "Nommez-la pilot si elle sert seulement à apprendre ; sinon, donnez-lui un nom qui dise son périmètre.",
    },
    apply: variant_perhaps_pilot,
};

fn variant_perhaps_pilot(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let alike =
        dossier.variants().filter(|(_, variant)| !variant.is_pilot() && is_alike(variant.id.as_str()));
    alike
        .map(|(investment, variant)| {
            VARIANT_PERHAPS_PILOT
                .finding(
                    &variant.place,
                    format!("{} {} is named like a pilot and counts as none.", investment.id, variant.id),
                    format!(
                        "{} {} porte un nom de pilote sans compter comme tel.",
                        investment.id, variant.id
                    ),
                )
                .at("variant_id", variant.id.as_str())
        })
        .collect()
}

/// Whether the name holds `pilot`, its letters in another order, or the abbreviation of a proof of concept.
fn is_alike(name: &str) -> bool {
    let lower = name.to_lowercase();
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort();
        letters
    };
    let mut words = lower.split(|letter: char| !letter.is_alphabetic());
    lower.contains("pilot") || words.any(|word| word == "poc" || sorted(word) == sorted("pilot"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn names_like_a_pilot_are_told_but_not_the_pilot() {
        let mut dossier = example::dossier();
        let named = [("pilot", 0), ("PILOT", 0), ("core", 0), ("epoch", 0), ("full", 0), ("pilote", 1)];
        for (name, n_findings) in
            named.into_iter().chain([("pilot-2", 1), ("PILOT B", 1), ("poc", 1), ("pliot", 1)])
        {
            dossier.investments[0].variants[0].id = name.into();
            assert_eq!(look(variant_perhaps_pilot, &dossier, &example::model()).len(), n_findings, "{name}");
        }
    }
}
