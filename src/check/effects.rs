//! Rules on what lines claim: triples in order, ramps that rise, effects below the cap, owners.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::subject::Subject;
use super::wording::{called, number};
use super::{Advice, Rule};
use crate::domain::business_case::BenefitLine;
use crate::domain::dossier::Dossier;
use crate::domain::estimate::ThreePoint;
use crate::domain::finding::{Finding, Severity};
use crate::domain::lever::LeverId;
use crate::domain::place::Place;

fn benefit_lines(dossier: &Dossier) -> impl Iterator<Item = &BenefitLine> {
    dossier.variants().flat_map(|(_, variant)| &variant.benefit_lines)
}

pub const TRI_NOT_ORDERED: Rule = Rule {
    code: "tri_not_ordered",
    severity: Severity::Error,
    what: "A low, most likely and high number are out of order: an effect, a lift, or a multiplier that leaves out 1.",
    why: "The mean of such a triple lies outside what was meant, and nothing can be drawn between its ends.",
    advice: Advice {
        en: "Order the three: low <= most likely <= high; a harm goes from the worst (-3) to the mildest (-1).",
        fr: "Ordonnez les trois : bas <= probable <= haut ; un effet négatif va du pire (-3) au moindre (-1).",
    },
    apply: tri_not_ordered,
};

fn tri_not_ordered(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut look = |triple: ThreePoint, place: &Place, name: &str, columns: [&str; 2]| {
        if triple.is_ordered() {
            return;
        }
        let column = columns[usize::from(triple.low <= triple.mode)];
        let value = if triple.low <= triple.mode { triple.high } else { triple.low };
        let (low, mode, high) = (number(triple.low), number(triple.mode), number(triple.high));
        let finding = TRI_NOT_ORDERED.finding(
            place,
            format!("The three numbers of {name} are out of order: {}, {}, {}.", low.en, mode.en, high.en),
            format!(
                "Les trois nombres de {name} ne sont pas ordonnés : {}, {}, {}.",
                low.fr, mode.fr, high.fr
            ),
        );
        findings.push(finding.at(column, &value.to_string()));
    };
    let around_one = |low: Decimal, high: Decimal| ThreePoint { low, mode: Decimal::ONE, high };
    for line in benefit_lines(dossier) {
        if let Some(effect) = line.effect {
            look(effect, &line.place, &line.id, ["effect_low", "effect_high"]);
        }
    }
    for line in dossier.variants().flat_map(|(_, variant)| &variant.cost_lines) {
        let multipliers = around_one(line.low_multiplier, line.high_multiplier);
        look(multipliers, &line.place, &line.id, ["low_multiplier", "high_multiplier"]);
    }
    for lever in &dossier.levers {
        let multipliers = around_one(lever.low_multiplier, lever.high_multiplier);
        look(multipliers, &lever.place, lever.id.as_str(), ["value_low_multiplier", "value_high_multiplier"]);
    }
    for investment in &dossier.investments {
        for effect in &investment.moment_effects {
            look(effect.lift, &effect.place, investment.id.as_str(), ["lift_low", "lift_high"]);
        }
    }
    findings
}

pub const RAMP_OUT_OF_RANGE: Rule = Rule {
    code: "ramp_out_of_range",
    severity: Severity::Error,
    what: "A ramp holds a share below 0 or above 1.",
    why: "A line cannot deliver less than nothing or more than its full effect.",
    advice: Advice {
        en: "Write the ramp as shares of the full effect: 0.3 for 30%.",
        fr: "Écrivez la montée en charge en parts de l'effet plein : 0.3 pour 30 %.",
    },
    apply: ramp_out_of_range,
};

fn ramp_out_of_range(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let is_share = |share: &Decimal| (Decimal::ZERO..=Decimal::ONE).contains(share);
    let mut findings = Vec::new();
    for line in benefit_lines(dossier) {
        if let Some(index) = line.ramp.iter().position(|share| !is_share(share)) {
            let (year, share) = (index + 1, number(line.ramp[index]));
            let finding = RAMP_OUT_OF_RANGE.finding(
                &line.place,
                format!("Line {} reaches {} of its effect in year {year}.", line.id, share.en),
                format!("La ligne {} atteint {} de son effet l'année {year}.", line.id, share.fr),
            );
            findings.push(finding.at(&format!("ramp_y{year}"), &line.ramp[index].to_string()));
        }
    }
    findings
}

pub const RAMP_DECREASING: Rule = Rule {
    code: "ramp_decreasing",
    severity: Severity::Note,
    what: "A ramp falls from one year to the next.",
    why: "Effects that wear off exist, but a falling ramp is more often two columns swapped.",
    advice: Advice {
        en: "Leave it if the effect wears off; otherwise correct the year.",
        fr: "Laissez tel quel si l'effet s'use ; sinon corrigez l'année.",
    },
    apply: ramp_decreasing,
};

fn ramp_decreasing(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for line in benefit_lines(dossier) {
        if let Some(index) = line.ramp.windows(2).position(|pair| pair[1] < pair[0]) {
            let (before, after, year) = (number(line.ramp[index]), number(line.ramp[index + 1]), index + 2);
            let finding = RAMP_DECREASING.finding(
                &line.place,
                format!("The ramp of {} falls from {} to {} in year {year}.", line.id, before.en, after.en),
                format!("La montée de {} baisse de {} à {} l'année {year}.", line.id, before.fr, after.fr),
            );
            findings.push(finding.at(&format!("ramp_y{year}"), &line.ramp[index + 1].to_string()));
        }
    }
    findings
}

pub const ABOVE_LEVER_CAP: Rule = Rule {
    code: "above_lever_cap",
    severity: Severity::Warning,
    what: "One line alone claims more than the cap of its lever, most likely or at best.",
    why: "The cap is what all candidates together can move, so this claim cannot come true.",
    advice: Advice {
        en: "Lower the claim, or raise the cap with the evidence for it.",
        fr: "Réduisez la promesse, ou relevez le plafond en citant la preuve.",
    },
    apply: above_lever_cap,
};

fn above_lever_cap(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let caps: BTreeMap<&LeverId, Decimal> =
        dossier.levers.iter().filter_map(|lever| Some((&lever.id, lever.cap?))).collect();
    let mut findings = Vec::new();
    for line in benefit_lines(dossier) {
        let (Some(cap), Some(effect)) = (caps.get(&line.lever), line.effect) else { continue };
        let claims = [("effect_mode", effect.mode), ("effect_high", effect.high)];
        if let Some((column, claim)) = claims.into_iter().find(|(_, claim)| claim > cap) {
            let (claimed, limit) = (number(claim), number(*cap));
            let finding = ABOVE_LEVER_CAP.finding(
                &line.place,
                format!("Line {} claims {} on {}; the cap is {}.", line.id, claimed.en, line.lever, limit.en),
                format!(
                    "La ligne {} promet {} sur {} ; le plafond est de {}.",
                    line.id, claimed.fr, line.lever, limit.fr
                ),
            );
            findings.push(finding.at(column, &claim.to_string()));
        }
    }
    findings
}

pub const DOUBLE_COUNT: Rule = Rule {
    code: "double_count",
    severity: Severity::Warning,
    what: "Several benefit lines of one variant feed the same lever.",
    why: "One change of behaviour is probably counted twice: the claims add up as if they were different ones.",
    advice: Advice {
        en: "Merge the lines, or say in their identifiers what makes them different.",
        fr: "Fusionnez ces lignes, ou dites dans leur identifiant ce qui les distingue.",
    },
    apply: double_count,
};

/// One finding per variant and lever, at the second of the lines.
fn double_count(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (investment, variant) in dossier.variants() {
        let mut by_lever: BTreeMap<&LeverId, Vec<&BenefitLine>> = BTreeMap::new();
        for line in &variant.benefit_lines {
            by_lever.entry(&line.lever).or_default().push(line);
        }
        for (lever, lines) in by_lever {
            let [_, second, ..] = lines.as_slice() else { continue };
            let names: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
            let (names, name) = (names.join(", "), called(dossier, investment, variant));
            let finding = DOUBLE_COUNT.finding(
                &second.place,
                format!("{} feeds {lever} more than once: {names}.", name.en),
                format!("{} alimente {lever} plus d'une fois : {names}.", name.fr),
            );
            findings.push(finding.at("lever_id", lever.as_str()));
        }
    }
    findings
}

pub const BENEFIT_WITHOUT_OWNER: Rule = Rule {
    code: "benefit_without_owner",
    severity: Severity::Warning,
    what: "A benefit line has no owner.",
    why: "A benefit nobody owns is never delivered, and nobody will take it out of a budget.",
    advice: Advice {
        en: "Name who will deliver it and put it in a budget line.",
        fr: "Nommez qui le réalisera et l'inscrira dans un budget.",
    },
    apply: benefit_without_owner,
};

fn benefit_without_owner(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let unowned = benefit_lines(dossier).filter(|line| line.owner.trim().is_empty());
    unowned
        .map(|line| {
            BENEFIT_WITHOUT_OWNER
                .finding(
                    &line.place,
                    format!("Benefit line {} has no owner.", line.id),
                    format!("La ligne de gain {} n'a pas de responsable.", line.id),
                )
                .at("benefit_owner", "")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    fn line(dossier: &mut Dossier) -> &mut BenefitLine {
        &mut dossier.investments[0].variants[0].benefit_lines[0]
    }

    #[test]
    fn every_kind_of_triple_is_looked_at() {
        let mut dossier = example::dossier();
        line(&mut dossier).effect = Some(ThreePoint { low: dec!(3), mode: dec!(2), high: dec!(4) });
        dossier.investments[0].variants[0].cost_lines[0].low_multiplier = dec!(1.1);
        dossier.levers[0].high_multiplier = dec!(0.9);
        dossier.investments[1].moment_effects[0].lift.high = dec!(0.7);
        let found = look(tri_not_ordered, &dossier, &example::model());
        let cells: Vec<(&str, &str)> =
            found.iter().map(|finding| (finding.column.as_str(), finding.value.as_str())).collect();
        let expected = [
            ("effect_low", "3"),
            ("low_multiplier", "1.1"),
            ("value_high_multiplier", "0.9"),
            ("lift_high", "0.7"),
        ];
        assert_eq!(cells, expected);
    }

    #[test]
    fn a_ramp_is_a_list_of_shares_that_rises() {
        let mut dossier = example::dossier();
        line(&mut dossier).ramp = vec![dec!(0), dec!(1), dec!(1.2)];
        assert_eq!(look(ramp_out_of_range, &dossier, &example::model())[0].column, "ramp_y3");
        line(&mut dossier).ramp = vec![dec!(0.5), dec!(0.5), dec!(0.4)];
        assert_eq!(look(ramp_out_of_range, &dossier, &example::model()), []);
        assert_eq!(look(ramp_decreasing, &dossier, &example::model())[0].column, "ramp_y3");
    }

    #[test]
    fn a_single_line_stays_below_the_cap() {
        let mut dossier = example::dossier();
        line(&mut dossier).effect = Some(ThreePoint { low: dec!(1), mode: dec!(20), high: dec!(30) });
        assert_eq!(look(above_lever_cap, &dossier, &example::model()), []);
        line(&mut dossier).effect = Some(ThreePoint { low: dec!(1), mode: dec!(20), high: dec!(31) });
        assert_eq!(look(above_lever_cap, &dossier, &example::model())[0].column, "effect_high");
        line(&mut dossier).effect = Some(ThreePoint { low: dec!(1), mode: dec!(31), high: dec!(32) });
        assert_eq!(look(above_lever_cap, &dossier, &example::model())[0].column, "effect_mode");
        dossier.levers[0].cap = None;
        assert_eq!(look(above_lever_cap, &dossier, &example::model()), []);
    }

    #[test]
    fn one_lever_is_fed_once_per_variant() {
        let mut dossier = example::dossier();
        for id in ["A-core-b2", "A-core-b3"] {
            let mut again = line(&mut dossier).clone();
            again.id = id.into();
            dossier.investments[0].variants[0].benefit_lines.push(again);
        }
        let found = look(double_count, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "L-CALLS"));
        assert!(found[0].message.en.ends_with("A-core-b1, A-core-b2, A-core-b3."), "{}", found[0].message.en);
    }

    #[test]
    fn a_blank_is_no_owner() {
        let mut dossier = example::dossier();
        line(&mut dossier).owner = "  ".into();
        assert_eq!(look(benefit_without_owner, &dossier, &example::model()).len(), 1);
    }
}
