//! The rule on candidates of which nothing is stated: that is not a case of zeros.

use super::subject::Subject;
use super::wording::called;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};

pub const CANDIDATE_WITHOUT_LINES: Rule = Rule {
    code: "candidate_without_lines",
    severity: Severity::Warning,
    what: "A variant has neither a cost line nor a benefit line.",
    why: "Nothing stated is not zero: the variant has no case and takes no part in the choice until something is stated.",
    advice: Advice {
        en: "Add its cost lines and benefit lines, a line of zeros if it is really free, or withdraw the candidate.",
        fr: "Ajoutez ses lignes de coût et de gain, une ligne de zéros si c'est vraiment gratuit, ou retirez le candidat.",
    },
    apply: candidate_without_lines,
};

fn candidate_without_lines(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let without = dossier.variants().filter(|(_, variant)| variant.has_no_line());
    without
        .map(|(investment, variant)| {
            let name = called(dossier, investment, variant);
            CANDIDATE_WITHOUT_LINES.finding(
                &variant.place,
                format!(
                    "{} takes no part in the choice: it has neither a cost line nor a benefit line.",
                    name.en
                ),
                format!("{} ne participe pas au choix : ni ligne de coût, ni ligne de gain.", name.fr),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn costs_alone_or_benefits_alone_are_a_statement() {
        let mut dossier = example::dossier();
        dossier.investments[0].variants[0].benefit_lines.clear();
        dossier.investments[1].variants[0].cost_lines.clear();
        assert_eq!(look(candidate_without_lines, &dossier, &example::model()), []);
        dossier.investments[1].variants[0].benefit_lines.clear();
        let found = look(candidate_without_lines, &dossier, &example::model());
        assert_eq!((found.len(), &found[0].place), (1, &dossier.investments[1].variants[0].place));
        assert!(found[0].message.en.contains("(B) takes no part"), "{}", found[0].message.en);
    }
}
