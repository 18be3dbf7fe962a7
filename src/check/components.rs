//! Rules on shared components: what the plan pays for once must be the same thing for all who need it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::business_case::{Accounting, CostLine, CostNature};
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::InvestmentId;
use crate::domain::place::Place;

/// What a line costs, but for its name.
type Cost<'a> = (CostNature, Accounting, &'a [Option<Decimal>], Decimal, Decimal);

/// The lines of one component in one variant.
struct Part<'a> {
    investment: &'a InvestmentId,
    place: &'a Place,
    /// In order, so that the names of the lines change nothing.
    costs: Vec<Cost<'a>>,
}

/// The components with their parts, in order of investments and variants.
fn components(dossier: &Dossier) -> BTreeMap<&str, Vec<Part<'_>>> {
    let mut components: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
    for (investment, variant) in dossier.variants() {
        let mut own: BTreeMap<&str, Part> = BTreeMap::new();
        for line in &variant.cost_lines {
            let Some(component) = &line.shared_component else { continue };
            let part = own.entry(component).or_insert_with(|| Part {
                investment: &investment.id,
                place: &line.place,
                costs: Vec::new(),
            });
            part.costs.push(cost(line));
        }
        for (component, mut part) in own {
            part.costs.sort();
            components.entry(component).or_default().push(part);
        }
    }
    components
}

fn cost(line: &CostLine) -> Cost<'_> {
    (line.nature, line.accounting, &line.amounts, line.low_multiplier, line.high_multiplier)
}

pub const SHARED_COMPONENT_DIFFERS: Rule = Rule {
    code: "shared_component_differs",
    severity: Severity::Error,
    what: "The cost lines of one shared component differ in amounts, nature, accounting or multipliers.",
    why: "The plan pays the component once, and would not know which of its prices holds.",
    advice: Advice {
        en: "State the same lines wherever the component is needed, or give the other one its own name.",
        fr: "Indiquez les mêmes lignes partout où le composant sert, ou donnez à l'autre son propre nom.",
    },
    apply: shared_component_differs,
};

fn shared_component_differs(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (component, parts) in components(dossier) {
        let Some((first, others)) = parts.split_first() else { continue };
        for other in others.iter().filter(|other| other.costs != first.costs) {
            let (a, b) = (first.investment, other.investment);
            let finding = SHARED_COMPONENT_DIFFERS.finding(
                other.place,
                format!("{component} does not cost the same in {b} as in {a}."),
                format!("{component} ne coûte pas la même chose dans {b} que dans {a}."),
            );
            findings.push(finding.at("shared_component", component));
        }
    }
    findings
}

pub const SHARED_COMPONENT_ALONE: Rule = Rule {
    code: "shared_component_alone",
    severity: Severity::Warning,
    what: "Only one investment names a shared component.",
    why: "Nobody shares it, so nothing is paid once; often the name is written in another way elsewhere.",
    advice: Advice {
        en: "Write the name as the others have it, or leave it blank.",
        fr: "Écrivez le nom comme les autres, ou laissez-le vide.",
    },
    apply: shared_component_alone,
};

fn shared_component_alone(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (component, parts) in components(dossier) {
        let Some((first, others)) = parts.split_first() else { continue };
        if others.iter().all(|other| other.investment == first.investment) {
            let id = first.investment;
            let finding = SHARED_COMPONENT_ALONE.finding(
                first.place,
                format!("Only {id} names the shared component {component}."),
                format!("{id} est seul à nommer le composant partagé {component}."),
            );
            findings.push(finding.at("shared_component", component));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn a_component_costs_the_same_for_all() {
        let mut dossier = example::dossier();
        let mut line = dossier.investments[0].variants[0].cost_lines[0].clone();
        line.shared_component = Some("API".into());
        dossier.investments[0].variants[0].cost_lines[0] = line.clone();
        let counts = |dossier: &Dossier| {
            let model = example::model();
            let differs = look(shared_component_differs, dossier, &model).len();
            (differs, look(shared_component_alone, dossier, &model).len())
        };
        assert_eq!(counts(&dossier), (0, 1));
        line.id = "B-core-api".into();
        dossier.investments[1].variants[0].cost_lines.push(line);
        assert_eq!(counts(&dossier), (0, 0), "the names of the lines may differ");
        let own = dossier.investments[1].variants[0].cost_lines.last_mut().expect("the line");
        own.high_multiplier += dec!(0.1);
        assert_eq!(counts(&dossier), (1, 0));
    }
}
