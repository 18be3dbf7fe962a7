//! `DecisionModel`: everything the method calls an assumption, versioned, with units and sources.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::evidence::{EvidenceLevel, EvidenceRung};
use super::settings::Settings;

/// How personas are weighed against each other (method 3.3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PersonaWeighting {
    /// Share of annual contribution.
    Contribution,
    Headcount,
    Equal,
    /// `share` x contribution share + (1 - `share`) x head-count share.
    Blend {
        share: f64,
    },
}

/// Whether a persona's reach in the touched channel scales the impact (method 3.3, the factor a).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adoption {
    /// Everyone adopts (factor 1).
    Full,
    /// The persona's digital share where the touched channels are digital.
    DigitalShare,
}

/// The settings of one way to decide; shipped in `models/`, replaceable from disk, named in every result.
#[derive(Clone, Debug)]
pub struct DecisionModel {
    pub name: String,
    pub version: String,
    pub evidence: BTreeMap<EvidenceLevel, EvidenceRung>,
    /// Realised over promised benefit of the reference class (beta).
    pub reference_class_realisation: Decimal,
    /// Hops along the ecosystem map (K).
    pub propagation_hops: usize,
    /// Largest sum of absolute weights entering a node before a finding is raised.
    pub inflow_weight_max: f64,
    /// Smallest and largest share of a gap one investment may close.
    pub closure_min: f64,
    pub closure_max: f64,
    pub persona_weighting: PersonaWeighting,
    pub adoption: Adoption,
    /// Years of contribution in the lifetime amount of a customer.
    pub lifetime_years: usize,
    /// Exponent of the must-be curve, and the power of the attractive one.
    pub kano_must_be_steepness: f64,
    pub kano_attractive_power: f64,
    /// Loss factor below expectation in the perception index.
    pub loss_aversion: f64,
    /// Weights of worst moment, last moment and mean in the journey score.
    pub journey_worst: f64,
    pub journey_last: f64,
    pub journey_mean: f64,
    /// Curvature of concave and convex value functions, and the power of the s shape.
    pub value_curvature: f64,
    pub value_s_power: f64,
    /// Random consistency index by matrix size, and the largest accepted ratio.
    pub ahp_random_index: BTreeMap<usize, f64>,
    pub ahp_ratio_max: f64,
    /// Weights of portability, contract freedom, open standards and exit cost in computed flexibility.
    pub flexibility_portability: f64,
    pub flexibility_contract: f64,
    pub flexibility_standards: f64,
    pub flexibility_exit: f64,
    /// Share of readiness gates below which a verdict says that the strategy is incomplete.
    pub readiness_min: f64,
    /// Limits of single checks, by name (method 2.4).
    pub check_limits: BTreeMap<String, f64>,
    /// Rate assumed for finance and reinvestment in MIRR; the discount rate when none.
    pub mirr_rate: Option<Decimal>,
}

impl DecisionModel {
    /// This model with what the dossier states itself: its evidence scale and its reference class.
    pub fn for_dossier(mut self, settings: &Settings) -> DecisionModel {
        self.evidence.extend(settings.evidence.iter().map(|(level, rung)| (*level, *rung)));
        if let Some(realisation) = settings.reference_class_realisation {
            self.reference_class_realisation = realisation;
        }
        self
    }

    /// Share of a claimed gain that is kept: rho + (1 - rho) beta (method 2.3); harms are never multiplied by it.
    pub fn kept_share(&self, level: EvidenceLevel) -> Decimal {
        let reliability = self.evidence.get(&level).map_or(Decimal::ZERO, |rung| rung.reliability);
        reliability + (Decimal::ONE - reliability) * self.reference_class_realisation
    }

    /// A limit of a check by name, or the fallback.
    pub fn limit(&self, name: &str, fallback: f64) -> f64 {
        self.check_limits.get(name).copied().unwrap_or(fallback)
    }
}
