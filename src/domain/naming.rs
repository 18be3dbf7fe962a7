//! What a dossier holds, called as sentences call it: by its name in both languages with the identifier behind it.

use super::dependency::DependencyKind;
use super::dossier::Dossier;
use super::envelope::EnvelopeId;
use super::investment::{InvestmentId, VariantId};
use super::moment::MomentId;
use super::persona::PersonaId;
use super::role::RoleId;
use super::text::{Bilingual, Language};

impl Dossier {
    /// `Mobile app redesign (B13)`, `Refonte de l’application mobile (B13)`; the identifier alone where it has no name.
    pub fn called(&self, investment: &InvestmentId) -> Bilingual {
        named(self.investment(investment).map(|one| &one.name), investment.as_str())
    }

    /// A role by its name.
    pub fn role_called(&self, role: &RoleId) -> Bilingual {
        named(self.roles.iter().find(|one| &one.id == role).map(|one| &one.name), role.as_str())
    }

    /// A moment by its name.
    pub fn moment_called(&self, moment: &MomentId) -> Bilingual {
        named(self.moment(moment).map(|one| &one.name), moment.as_str())
    }

    /// A persona by its name.
    pub fn persona_called(&self, persona: &PersonaId) -> Bilingual {
        named(self.personas.iter().find(|one| &one.id == persona).map(|one| &one.name), persona.as_str())
    }

    /// An envelope by its name.
    pub fn envelope_called(&self, envelope: &EnvelopeId) -> Bilingual {
        named(self.envelopes.iter().find(|one| &one.id == envelope).map(|one| &one.name), envelope.as_str())
    }

    /// The name of a variant without its identifier, which says nothing to people; the identifier where it has no name.
    pub fn variant_called(&self, investment: &InvestmentId, variant: &VariantId) -> Bilingual {
        let name = self.variant(investment, variant).map(|one| &one.name);
        let told = |language: Language| {
            let name = name.as_ref().map_or("", |name| name.get(language)).trim();
            if name.is_empty() { variant.to_string() } else { language.typeset(name) }
        };
        Bilingual { en: told(Language::English), fr: told(Language::French) }
    }

    /// Who is in a group, in the order of the dossier; nobody where there is no such group.
    pub fn members_of(&self, group: &str) -> &[InvestmentId] {
        let mut groups = self.dependencies.iter().filter_map(|one| of_group(&one.kind));
        groups.find(|(name, _)| *name == group).map_or(&[], |(_, members)| members)
    }
}

/// `A name (ID)`, or `A name (with more, ID)` where the name ends in brackets itself.
pub fn with_identifier(name: &str, identifier: &str) -> String {
    match name.trim() {
        "" => identifier.to_string(),
        name => match name.strip_suffix(')') {
            Some(open) if name.contains('(') => format!("{open}, {identifier})"),
            _ => format!("{name} ({identifier})"),
        },
    }
}

fn of_group(kind: &DependencyKind) -> Option<(&String, &Vec<InvestmentId>)> {
    match kind {
        DependencyKind::AtLeastOne { group, members }
        | DependencyKind::AllOrNone { group, members }
        | DependencyKind::SameStart { group, members } => Some((group, members)),
        _ => None,
    }
}

fn named(name: Option<&Bilingual>, identifier: &str) -> Bilingual {
    let told = |language: Language| {
        with_identifier(&language.typeset(name.map_or("", |name| name.get(language))), identifier)
    };
    Bilingual { en: told(Language::English), fr: told(Language::French) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    fn both(text: &str) -> Bilingual {
        Bilingual { en: text.to_string(), fr: text.to_string() }
    }

    #[test]
    fn a_name_has_its_identifier_behind_it_once() {
        assert_eq!(with_identifier("Mobile app", "B13"), "Mobile app (B13)");
        assert_eq!(with_identifier("Consent centre (GDPR)", "B27"), "Consent centre (GDPR, B27)");
        assert_eq!(with_identifier(" ", "B27"), "B27");
    }

    #[test]
    fn what_the_dossier_does_not_know_is_called_by_its_identifier() {
        let dossier = example::dossier();
        assert_eq!(dossier.called(&"nobody".into()), both("nobody"));
        assert_eq!(dossier.variant_called(&"nobody".into(), &"core".into()), both("core"));
        assert_eq!(dossier.members_of("nobody"), []);
    }
}
