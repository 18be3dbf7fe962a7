//! `LiftOrigin`: why an investment lifts a moment, opened down to the effect or the chain of edges it came by.

use super::ecosystem::Ecosystem;
use super::lift::expected_lift;
use super::path::EcosystemPath;
use crate::domain::decision_model::DecisionModel;
use crate::domain::ecosystem::NodeId;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::Investment;
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// One reason for a lift.
#[derive(Clone, Debug, PartialEq)]
pub enum LiftOrigin {
    /// A stated effect at the moment itself, for one persona or for all.
    Direct { persona: Option<PersonaId>, evidence: EvidenceLevel, lift: f64 },
    /// Health points at a node that travel along a path.
    Through { node: NodeId, health_points: f64, path: EcosystemPath, lift: f64 },
}

impl LiftOrigin {
    /// Points this origin adds at the moment.
    pub fn lift(&self) -> f64 {
        match self {
            LiftOrigin::Direct { lift, .. } | LiftOrigin::Through { lift, .. } => *lift,
        }
    }
}

/// The origins of an investment's lift for a persona at a moment, the largest absolute lift first, at most `limit`
/// paths per node.
///
/// With every path asked for (`usize::MAX`) the lifts of the origins sum to the lift itself. Without a persona only
/// effects for all are listed. Ties keep the order of the dossier, direct effects before paths.
pub fn lift_origins(
    investment: &Investment,
    persona: Option<&PersonaId>,
    moment: &MomentId,
    ecosystem: &Ecosystem,
    model: &DecisionModel,
    limit: usize,
) -> Vec<LiftOrigin> {
    let mut origins = Vec::new();
    for effect in &investment.moment_effects {
        let is_meant = effect.persona.is_none() || effect.persona.as_ref() == persona;
        if &effect.moment == moment && is_meant {
            origins.push(LiftOrigin::Direct {
                persona: effect.persona.clone(),
                evidence: effect.evidence,
                lift: expected_lift(effect, model),
            });
        }
    }
    for effect in &investment.node_effects {
        let health_points = real(effect.health_points);
        for path in ecosystem.paths(Some(&effect.node), moment, limit) {
            let lift = health_points * path.weight;
            origins.push(LiftOrigin::Through { node: effect.node.clone(), health_points, path, lift });
        }
    }
    origins.sort_by(|a, b| b.lift().abs().total_cmp(&a.lift().abs()));
    origins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use crate::experience::map::ExperienceMap;

    #[test]
    fn origins_sum_to_the_lift() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let origins = |persona: Option<&PersonaId>, moment: &str, at: usize| {
            lift_origins(
                &dossier.investments[at],
                persona,
                &moment.into(),
                &map.ecosystem,
                &model,
                usize::MAX,
            )
        };
        let p1 = "P1".into();
        let found = origins(Some(&p1), "M1", 0);
        assert!(matches!(
            found[0],
            LiftOrigin::Direct { persona: None, evidence: EvidenceLevel::E5, lift: 1.0 }
        ));
        assert!(matches!(&found[1], LiftOrigin::Through { path, .. } if path.steps.len() == 2));
        let sum: f64 = found.iter().map(LiftOrigin::lift).sum();
        assert!((sum - map.lift(&"A1".into(), &p1, &"M1".into()).total()).abs() < 1e-12);
        assert_eq!(origins(Some(&p1), "M2", 1).len(), 1);
        assert!(origins(None, "M2", 1).is_empty());
    }
}
