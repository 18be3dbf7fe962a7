//! Appraise a dossier: the business case of every variant.

use super::error::AppError;
use super::fingerprint::fingerprint;
use super::open::{Opened, Source, open};
use crate::case::cases::Cases;
use crate::domain::investment::InvestmentId;
use crate::domain::text::Bilingual;

/// The cases of a sound dossier.
#[derive(Clone, Debug)]
pub struct Appraised {
    pub opened: Opened,
    pub cases: Cases,
    /// What the figures depend on, in 64 hexadecimal digits.
    pub fingerprint: String,
}

/// Works out every case, or only those of one investment.
pub fn appraise(source: &Source, investment: Option<&str>) -> Result<Appraised, AppError> {
    let opened = open(source)?.sound()?;
    let mut cases = cases_of(&opened)?;
    if let Some(id) = investment {
        let id = known_investment(&opened, id)?;
        cases.variants.retain(|case| case.investment == id);
        cases.missing.retain(|case| case.investment == id);
    }
    let fingerprint = fingerprint(&opened, &format!("{investment:?}"));
    Ok(Appraised { opened, cases, fingerprint })
}

/// The cases of an opened, sound dossier.
pub fn cases_of(opened: &Opened) -> Result<Cases, AppError> {
    Cases::of(&opened.dossier, &opened.model).map_err(|error| AppError::unreadable(&error.to_string()))
}

/// The identifier of an investment that the dossier holds.
pub fn known_investment(opened: &Opened, id: &str) -> Result<InvestmentId, AppError> {
    let id = InvestmentId::new(id);
    if opened.dossier.investment(&id).is_some() {
        return Ok(id);
    }
    let known: Vec<&str> = opened.dossier.investments.iter().map(|item| item.id.as_str()).collect();
    let known = known.join(", ");
    Err(AppError::Unknown(Bilingual {
        en: format!("There is no investment `{id}` in this dossier; it has: {known}."),
        fr: format!(
            "Ce dossier n’a pas d’investissement «\u{a0}{id}\u{a0}»\u{a0}; il contient\u{a0}: {known}."
        ),
    }))
}
