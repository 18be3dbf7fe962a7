//! One moment of truth as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::map_result::MapResult;
use super::map_words::kind_name;
use super::view_amount::Amount;
use super::view_at_risk::{CellView, cell_view};
use super::view_case::{amount, ratio};
use super::view_finding::document;
use super::view_path::{PathView, path_view};
use super::view_word::{EvidenceWord, KanoWord, KindWord};
use crate::domain::ecosystem::CustomerProblem;
use crate::domain::evidence::Evidence;
use crate::domain::text::Language;
use crate::experience::closer::Closer;
use crate::experience::moment_story::MomentStory;

/// The result of `map --moment`: one moment of truth with its people, money, problems, causes and candidates; texts in
/// the dossier's language, amounts per year in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = MapMoment)]
pub struct MomentView<'a> {
    moment: &'a str,
    name: &'a str,
    journey: &'a str,
    /// Null when none is stated.
    #[schema(required)]
    channel: Option<&'a str>,
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    doing: &'a str,
    thinking: &'a str,
    feeling: &'a str,
    /// Perception today, 0..=10.
    performance: f64,
    /// 0..=10.
    expectation: f64,
    /// 0..=10.
    target: f64,
    /// Target less performance.
    experience_gap: f64,
    /// -2..=2.
    emotion: f64,
    kano: KanoView,
    /// Performance against expectation in points, a loss counted more than a gain.
    perception: f64,
    #[schema(value_type = Amount)]
    money_at_risk: String,
    personas: Vec<PersonaView<'a>>,
    evidence: Vec<EvidenceView<'a>>,
    problems: Vec<ProblemView<'a>>,
    /// The strongest chains into the moment.
    paths: Vec<PathView<'a>>,
    /// Variants that move it, the largest share first.
    candidates: Vec<CloserView<'a>>,
    /// Kinds of node that nobody named behind it.
    #[schema(value_type = Vec<KindWord>)]
    missing_causes: Vec<&'static str>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// Kano satisfaction of a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = KanoFigures)]
struct KanoView {
    #[schema(value_type = KanoWord)]
    class: &'static str,
    /// performance / target, 0..=1.
    #[schema(minimum = 0, maximum = 1)]
    quality: f64,
    /// -1..=1, today.
    satisfaction: f64,
    /// -1..=1, at the target.
    satisfaction_at_target: f64,
}

/// A persona at a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonaAtMoment)]
struct PersonaView<'a> {
    persona: &'a str,
    /// Share of the persona's care.
    importance: f64,
    /// Null when the persona does not care for the moment.
    #[schema(required)]
    money_at_risk: Option<CellView<'a>>,
}

/// A piece of evidence for a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = MomentEvidence)]
struct EvidenceView<'a> {
    id: &'a str,
    method: &'a str,
    /// A count; null when none is stated.
    #[schema(value_type = Option<Amount>, required)]
    sample_size: Option<String>,
    /// `2026-05-31`; null when none is stated.
    #[schema(format = Date, required)]
    date: Option<String>,
    #[schema(value_type = EvidenceWord)]
    level: &'static str,
    verbatim: &'a str,
}

/// A problem that customers have at a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = MomentProblem)]
struct ProblemView<'a> {
    id: &'a str,
    persona: &'a str,
    statement: &'a str,
    /// Why, and why that, down to the root.
    whys: Vec<&'a str>,
    /// Where the whys end; null when nobody said.
    #[schema(required)]
    root_node: Option<&'a str>,
    #[schema(required)]
    lever: Option<&'a str>,
    /// Null when nobody stated it.
    #[schema(value_type = Option<Amount>, required)]
    annual_cost: Option<String>,
}

/// A variant that moves a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = MomentCandidate)]
struct CloserView<'a> {
    investment: &'a str,
    variant: &'a str,
    /// Of the gap, over all personas.
    share: f64,
    by_persona: BTreeMap<&'a str, f64>,
    /// Mean points at the moment itself.
    direct: f64,
    /// Mean points through nodes.
    propagated: f64,
}

/// The document of `map --moment`.
pub fn moment_json(result: &MapResult, story: &MomentStory) -> String {
    let moment = story.moment;
    let language = result.dossier.settings.language.unwrap_or_default();
    document(&MomentView {
        moment: moment.id.as_str(),
        name: moment.name.get(language),
        journey: moment.journey.as_str(),
        channel: moment.channel.as_ref().map(|channel| channel.as_str()),
        currency: &result.dossier.settings.currency,
        scenario: result.scenario,
        decision_model: format!("{} {}", result.model.name, result.model.version),
        doing: moment.doing.get(language),
        thinking: moment.thinking.get(language),
        feeling: moment.feeling.get(language),
        performance: ratio(moment.performance),
        expectation: ratio(moment.expectation),
        target: ratio(moment.target),
        experience_gap: ratio(moment.experience_gap()),
        emotion: ratio(moment.emotion),
        kano: KanoView {
            class: moment.kano.name(),
            quality: story.quality,
            satisfaction: story.satisfaction,
            satisfaction_at_target: story.satisfaction_at_target,
        },
        perception: story.perception,
        money_at_risk: amount(story.at_risk),
        personas: story
            .personas
            .iter()
            .map(|persona| PersonaView {
                persona: persona.persona.as_str(),
                importance: persona.importance,
                money_at_risk: persona.at_risk.as_ref().map(cell_view),
            })
            .collect(),
        evidence: story.evidence.iter().map(|item| evidence_view(item, language)).collect(),
        problems: story.problems.iter().map(|problem| problem_view(problem, language)).collect(),
        paths: story.paths.iter().map(path_view).collect(),
        candidates: story.closers.iter().map(closer_view).collect(),
        missing_causes: story
            .completeness
            .iter()
            .flat_map(|item| item.missing.iter().map(|kind| kind_name(*kind)))
            .collect(),
        fingerprint: result.fingerprint,
    })
}

fn evidence_view(item: &Evidence, language: Language) -> EvidenceView<'_> {
    EvidenceView {
        id: &item.id,
        method: &item.method,
        sample_size: item.sample_size.map(amount),
        date: item.date.map(|date| date.to_string()),
        level: item.level.name(),
        verbatim: item.verbatim.get(language),
    }
}

fn problem_view(problem: &CustomerProblem, language: Language) -> ProblemView<'_> {
    ProblemView {
        id: &problem.id,
        persona: problem.persona.as_str(),
        statement: problem.statement.get(language),
        whys: problem.whys.iter().map(|why| why.get(language)).collect(),
        root_node: problem.root_node.as_ref().map(|node| node.as_str()),
        lever: problem.lever.as_ref().map(|lever| lever.as_str()),
        annual_cost: problem.annual_cost.map(amount),
    }
}

fn closer_view(closer: &Closer) -> CloserView<'_> {
    CloserView {
        investment: closer.investment.as_str(),
        variant: closer.variant.as_str(),
        share: closer.share,
        by_persona: closer.by_persona.iter().map(|(persona, share)| (persona.as_str(), *share)).collect(),
        direct: closer.direct,
        propagated: closer.propagated,
    }
}
