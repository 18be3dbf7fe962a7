//! `WeightSets`: every set of weights a dossier states, side by side, and the choice of the one that is used.

use std::collections::BTreeMap;

use super::ahp::{GroupAhp, StakeholderAhp, group_ahp, stakeholder_ahp};
use super::comparison::PairFault;
use super::stakeholders::{GroupWeighting, StakeholderWeighting, group_weighting, stakeholder_weightings};
use super::swing_meaning::{SwingMeaning, swing_meanings};
use super::weights::{Elicitation, NoWeights, Weighting, dossier_weighting};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::objective::ObjectiveId;

/// Everything a dossier says about how much its objectives count.
#[derive(Clone, Debug)]
pub struct WeightSets {
    /// The swing points in the table of objectives.
    pub dossier: Result<Weighting, NoWeights>,
    /// What ten of these points stand for, as far as it can be told.
    pub meanings: BTreeMap<ObjectiveId, SwingMeaning>,
    /// By points or ranks, in order of name and method.
    pub stakeholders: Vec<StakeholderWeighting>,
    /// Means of the stakeholders by swing, direct points and ranks, as far as anyone answered so.
    pub groups: Vec<GroupWeighting>,
    /// By pairwise judgements, in order of name.
    pub ahp: Vec<StakeholderAhp>,
    pub ahp_group: Result<GroupAhp, Vec<PairFault>>,
}

/// Whose weights are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightSource {
    /// The dossier's own swing points.
    Dossier,
    /// The mean of all stakeholders who answered by this method; for pairwise judgements the matrix of their means.
    Group(Elicitation),
    Stakeholder(Elicitation, String),
}

/// The weights that are used, and where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct UsedWeights {
    pub source: WeightSource,
    pub weighting: Weighting,
    /// Members of the group whose own pairwise answers are above the accepted ratio, sorted.
    pub inconsistent: Vec<String>,
}

impl WeightSets {
    /// All sets of weights of a dossier.
    pub fn of(dossier: &Dossier, model: &DecisionModel) -> WeightSets {
        let stakeholders = stakeholder_weightings(&dossier.objectives, &dossier.stakeholder_weights);
        let by_points = [Elicitation::Swing, Elicitation::Direct, Elicitation::RankOrder];
        WeightSets {
            dossier: dossier_weighting(&dossier.objectives),
            meanings: swing_meanings(dossier),
            groups: by_points
                .into_iter()
                .filter_map(|method| group_weighting(&stakeholders, method))
                .collect(),
            stakeholders,
            ahp: stakeholder_ahp(&dossier.objectives, &dossier.pair_judgements, model),
            ahp_group: group_ahp(&dossier.objectives, &dossier.pair_judgements, model),
        }
    }

    /// The weights of one source; nothing when it gave none that can be used.
    pub fn used(&self, source: WeightSource) -> Option<UsedWeights> {
        let mut inconsistent = Vec::new();
        let weighting = match &source {
            WeightSource::Dossier => self.dossier.as_ref().ok()?.clone(),
            WeightSource::Group(Elicitation::Pairwise) => {
                let group = self.ahp_group.as_ref().ok()?;
                inconsistent = group.inconsistent.clone();
                group.ahp.weighting.clone()
            }
            WeightSource::Group(method) => self.group(*method)?.weighting.clone(),
            WeightSource::Stakeholder(Elicitation::Pairwise, name) => {
                let own = self.ahp.iter().find(|item| &item.stakeholder == name)?;
                own.outcome.as_ref().ok()?.weighting.clone()
            }
            WeightSource::Stakeholder(method, name) => {
                let mut given = self.stakeholders.iter();
                let own = given.find(|item| &item.stakeholder == name && item.method == *method)?;
                own.outcome.as_ref().ok()?.clone()
            }
        };
        Some(UsedWeights { source, weighting, inconsistent })
    }

    /// The weights used unless others are asked for: the dossier's own, else the first group that has any, by swing,
    /// direct points, ranks and pairs in this order; nothing when nobody weighed anything.
    pub fn usual(&self) -> Option<UsedWeights> {
        let groups = self.groups.iter().map(|group| WeightSource::Group(group.weighting.method));
        let mut sources = [WeightSource::Dossier]
            .into_iter()
            .chain(groups)
            .chain([WeightSource::Group(Elicitation::Pairwise)]);
        sources.find_map(|source| self.used(source))
    }

    /// The group's mean by points or ranks.
    pub fn group(&self, method: Elicitation) -> Option<&GroupWeighting> {
        self.groups.iter().find(|group| group.weighting.method == method)
    }

    /// Everyone who answered, with the methods they used, in order of name and method.
    pub fn answers(&self) -> Vec<(&str, Elicitation)> {
        let points = self.stakeholders.iter().map(|item| (item.stakeholder.as_str(), item.method));
        let pairs = self.ahp.iter().map(|item| (item.stakeholder.as_str(), Elicitation::Pairwise));
        let mut all: Vec<(&str, Elicitation)> = points.chain(pairs).collect();
        all.sort();
        all
    }
}
