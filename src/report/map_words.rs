//! The words of the ecosystem map: kinds of node and sides of the line of visibility, for machines and for readers.

use crate::domain::ecosystem::{NodeKind, Visibility};
use crate::domain::journey::Stage;
use crate::domain::moment::Kano;
use crate::domain::text::Language;

/// The sides of the line of visibility, from the customer inwards.
pub const STAGES: [Visibility; 3] = [Visibility::Front, Visibility::Back, Visibility::Behind];

/// The written form of a kind of node, as in the dossier's tables.
pub fn kind_name(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Customer => "customer",
        NodeKind::Team => "team",
        NodeKind::Partner => "partner",
        NodeKind::System => "system",
        NodeKind::Process => "process",
        NodeKind::Policy => "policy",
        NodeKind::Records => "data",
    }
}

/// The written form of a side, as in the dossier's tables.
pub fn stage_name(stage: Visibility) -> &'static str {
    match stage {
        Visibility::Front => "front",
        Visibility::Back => "back",
        Visibility::Behind => "behind",
    }
}

/// A kind of node for readers.
pub fn kind_word(kind: NodeKind, language: Language) -> &'static str {
    match (kind, language) {
        (kind, Language::English) => kind_name(kind),
        (NodeKind::Customer, Language::French) => "client",
        (NodeKind::Team, Language::French) => "équipe",
        (NodeKind::Partner, Language::French) => "partenaire",
        (NodeKind::System, Language::French) => "système",
        (NodeKind::Process, Language::French) => "processus",
        (NodeKind::Policy, Language::French) => "règle",
        (NodeKind::Records, Language::French) => "données",
    }
}

/// A side of the line of visibility for readers.
pub fn stage_word(stage: Visibility, language: Language) -> &'static str {
    match (stage, language) {
        (Visibility::Front, Language::English) => "front stage, seen by customers",
        (Visibility::Back, Language::English) => "back stage, below the line of visibility",
        (Visibility::Behind, Language::English) => "behind the scenes",
        (Visibility::Front, Language::French) => "sur scène, vu des clients",
        (Visibility::Back, Language::French) => "en coulisse, sous la ligne de visibilité",
        (Visibility::Behind, Language::French) => "en arrière-plan",
    }
}

/// A stage of the customer's life cycle for readers.
pub fn life_stage_word(stage: Stage, language: Language) -> &'static str {
    match (stage, language) {
        (stage, Language::English) => stage.name(),
        (Stage::Discover, Language::French) => "découvrir",
        (Stage::Evaluate, Language::French) => "évaluer",
        (Stage::Buy, Language::French) => "acheter",
        (Stage::Receive, Language::French) => "recevoir",
        (Stage::Use, Language::French) => "utiliser",
        (Stage::Support, Language::French) => "être aidé",
    }
}

/// A Kano class for readers.
pub fn kano_word(kano: Kano, language: Language) -> &'static str {
    match (kano, language) {
        (kano, Language::English) => kano.name(),
        (Kano::MustBe, Language::French) => "attendu",
        (Kano::Performance, Language::French) => "proportionnel",
        (Kano::Attractive, Language::French) => "attractif",
        (Kano::Indifferent, Language::French) => "indifférent",
        (Kano::Reverse, Language::French) => "inversé",
    }
}
