//! Map a dossier: the CX ecosystem as a whole, or with one moment, one node or one investment in the middle.

use super::appraise::{cases_of, known_investment};
use super::error::AppError;
use super::fingerprint::fingerprint;
use super::open::{Opened, Source, open};
use crate::domain::ecosystem::NodeId;
use crate::domain::moment::MomentId;
use crate::domain::text::Bilingual;
use crate::experience::map::ExperienceMap;
use crate::experience::moment_story::MomentStory;
use crate::experience::node_role::NodeRole;
use crate::experience::picture::EcosystemPicture;
use crate::report::map_result::MapResult;
use crate::score::trace::{Ground, Trace};

/// How many chains into one moment are told.
const PATHS_PER_MOMENT: usize = 8;

/// What stands in the middle of the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Centre {
    Everything,
    Moment(String),
    /// A node, with a health of it that is tried out.
    Node(String, Option<f64>),
    /// An investment, followed to customers and to money.
    Investment(String),
}

/// The map of a sound dossier.
#[derive(Clone, Debug)]
pub struct Mapped {
    pub opened: Opened,
    pub picture: EcosystemPicture,
    pub map: ExperienceMap,
    pub moment: Option<MomentId>,
    pub node: Option<NodeRole>,
    pub trace: Option<Trace>,
    pub fingerprint: String,
}

impl Mapped {
    /// The map as the pages are written from it.
    pub fn result(&self) -> MapResult<'_> {
        MapResult {
            dossier: &self.opened.dossier,
            model: &self.opened.model,
            scenario: self.opened.scenario.as_deref(),
            picture: &self.picture,
            fingerprint: &self.fingerprint,
        }
    }

    /// The story of the moment in the middle, if there is one.
    pub fn story(&self) -> Option<MomentStory<'_>> {
        let Opened { dossier, model, .. } = &self.opened;
        let moment = dossier.moment(self.moment.as_ref()?)?;
        let at_risk = &self.picture.at_risk;
        Some(MomentStory::of(dossier, model, &self.map, at_risk, moment, PATHS_PER_MOMENT))
    }
}

/// Maps a dossier around `centre`.
pub fn map(source: &Source, centre: &Centre) -> Result<Mapped, AppError> {
    let opened = open(source)?.sound()?;
    let dossier = &opened.dossier;
    let map = ExperienceMap::new(dossier, &opened.model);
    let picture = EcosystemPicture::of(dossier, &opened.model, &map);
    let (mut moment, mut node, mut trace) = (None, None, None);
    match centre {
        Centre::Everything => {}
        Centre::Moment(name) => {
            let id = MomentId::new(name);
            if dossier.moment(&id).is_none() {
                let known: Vec<&str> = dossier.moments.iter().map(|item| item.id.as_str()).collect();
                return Err(unknown("moment", "moment", name, &known));
            }
            moment = Some(id);
        }
        Centre::Node(name, health) => {
            let found = dossier.node(&NodeId::new(name));
            node = found.and_then(|found| NodeRole::of(dossier, &map, &picture.at_risk, found, *health));
            if node.is_none() {
                let known: Vec<&str> = dossier.nodes.iter().map(|item| item.id.as_str()).collect();
                return Err(unknown("node", "nœud", name, &known));
            }
        }
        Centre::Investment(name) => {
            let id = known_investment(&opened, name)?;
            let cases = cases_of(&opened)?;
            let ground = Ground { dossier, model: &opened.model, map: &map, cases: &cases };
            trace = dossier.investment(&id).and_then(|found| Trace::of(ground, found));
        }
    }
    let fingerprint = fingerprint(&opened, &format!("{centre:?}"));
    Ok(Mapped { opened, picture, map, moment, node, trace, fingerprint })
}

fn unknown(noun_en: &str, noun_fr: &str, id: &str, known: &[&str]) -> AppError {
    let known = known.join(", ");
    AppError::Unknown(Bilingual {
        en: format!("There is no {noun_en} `{id}` in this dossier; it has: {known}."),
        fr: format!("Ce dossier n’a pas de {noun_fr} «\u{a0}{id}\u{a0}»\u{a0}; il contient\u{a0}: {known}."),
    })
}
