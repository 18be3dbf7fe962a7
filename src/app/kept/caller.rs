//! `Caller`: who asks, and what they may do with which dossier.

use std::collections::BTreeMap;

use super::refusal::Refusal;
use crate::store::grants::ALL_DOSSIERS;

/// What somebody may do with a dossier; each may what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Reads, and computes without changing anything.
    Viewer,
    /// Writes items, imports, and what other tools keep.
    Analyst,
    /// Restores revisions.
    Approver,
    /// Replaces and removes dossiers, gives keys and roles.
    Admin,
}

impl Role {
    /// All roles, the least first.
    pub const ALL: [Role; 4] = [Role::Viewer, Role::Analyst, Role::Approver, Role::Admin];

    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Role::Viewer => "viewer",
            Role::Analyst => "analyst",
            Role::Approver => "approver",
            Role::Admin => "admin",
        }
    }

    /// The role of this name.
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Who asks.
#[derive(Clone, Debug)]
pub struct Caller {
    /// `local`, `key:<id>` or `oidc:<subject>`.
    pub name: String,
    /// By dossier, or [`ALL_DOSSIERS`].
    pub roles: BTreeMap<String, Role>,
    /// What the request is called in the logs.
    pub request: String,
}

impl Caller {
    /// Somebody at this machine, while nobody has a key: admin of everything.
    pub fn local(request: &str) -> Caller {
        Caller {
            name: "local".to_string(),
            roles: BTreeMap::from([(ALL_DOSSIERS.to_string(), Role::Admin)]),
            request: request.to_string(),
        }
    }

    /// Somebody whom an issuer of tokens vouches for.
    pub fn of_subject(subject: &str, request: &str, is_admin: bool) -> Caller {
        let everywhere = is_admin.then(|| (ALL_DOSSIERS.to_string(), Role::Admin));
        Caller {
            name: format!("oidc:{subject}"),
            roles: everywhere.into_iter().collect(),
            request: request.to_string(),
        }
    }

    /// The role on a dossier; none when there is no access to it.
    pub fn role_on(&self, dossier: &str) -> Option<Role> {
        self.roles.get(dossier).max(self.roles.get(ALL_DOSSIERS)).copied()
    }

    /// Whether a role holds for every dossier.
    pub fn has_everywhere(&self, role: Role) -> bool {
        self.roles.get(ALL_DOSSIERS).is_some_and(|held| role <= *held)
    }

    /// Refuses who has not this role on a dossier: as unknown to those without any, so that nothing is told about what
    /// exists.
    pub fn needs(&self, role: Role, dossier: &str) -> Result<(), Refusal> {
        match self.role_on(dossier) {
            None => Err(Refusal::dossier_unknown(dossier)),
            Some(held) if held < role => Err(Refusal::Forbidden(role)),
            Some(_) => Ok(()),
        }
    }

    /// Refuses who has not this role for every dossier.
    pub fn needs_everywhere(&self, role: Role) -> Result<(), Refusal> {
        if self.has_everywhere(role) { Ok(()) } else { Err(Refusal::Forbidden(role)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_holds_where_it_was_given() {
        let roles = BTreeMap::from([("bank".to_string(), Role::Analyst)]);
        let caller = Caller { name: "key:1".into(), roles, request: String::new() };
        assert!(caller.needs(Role::Viewer, "bank").is_ok());
        assert!(matches!(caller.needs(Role::Approver, "bank"), Err(Refusal::Forbidden(Role::Approver))));
        assert!(matches!(caller.needs(Role::Viewer, "shop"), Err(Refusal::Unknown { .. })));
        assert!(caller.needs_everywhere(Role::Viewer).is_err());
        assert!(Caller::local("").needs(Role::Admin, "anything").is_ok());
    }
}
