//! `Refusal`: why something asked of the kept dossiers is not done, with one stable code each.

use serde_json::Value;

use super::caller::Role;
use crate::app::error::AppError;
use crate::domain::text::Bilingual;
use crate::store::error::StoreError;
use crate::store::job_queue::CRASHED;
use crate::wire::fault::RequestFault;

/// Why a run failed, as it was kept.
#[derive(Clone, Debug)]
pub struct KeptFault {
    pub code: &'static str,
    pub message: Bilingual,
    pub findings_en: Vec<Value>,
    pub findings_fr: Vec<Value>,
}

/// Why something is not done.
#[derive(Debug)]
pub enum Refusal {
    /// There is no such thing, or none that the caller may know of.
    Unknown {
        what: &'static str,
        name: String,
    },
    /// It was there, and was removed when it was old.
    Gone {
        what: &'static str,
        name: String,
    },
    /// Nobody is known by what was sent, or nothing was; why, for the log.
    Unauthenticated(&'static str),
    /// The caller may see it, but not do this; the role that may.
    Forbidden(Role),
    /// It was changed since the caller read it; its tag now, nothing when it is gone.
    Changed(Option<String>),
    /// A write that says nothing about what it replaces.
    Unconditional,
    /// It cannot be done as things stand.
    Conflict {
        code: &'static str,
        message: Bilingual,
    },
    /// What was sent is wrong, all of it at once.
    Invalid(Vec<RequestFault>),
    /// The request itself cannot be read.
    Malformed(Vec<RequestFault>),
    /// The body is of another type than this address takes.
    MediaType,
    /// The same Idempotency-Key came with another request.
    ReceiptDiffers,
    /// More jobs wait than may.
    QueueFull,
    /// The work took down its thread: a fault of ours.
    Crashed,
    /// A run failed; why, as it was kept.
    Failed(KeptFault),
    App(AppError),
    Store(StoreError),
}

impl Refusal {
    /// A dossier that is not there.
    pub fn dossier_unknown(id: &str) -> Refusal {
        Refusal::Unknown { what: "dossier", name: id.to_string() }
    }

    /// One fault of what was sent.
    pub fn invalid(pointer: &str, code: &'static str, en: &str, fr: &str) -> Refusal {
        Refusal::Invalid(vec![RequestFault::at(pointer, code, en, fr)])
    }

    /// One fault of the request.
    pub fn malformed(pointer: &str, code: &'static str, en: &str, fr: &str) -> Refusal {
        Refusal::Malformed(vec![RequestFault::at(pointer, code, en, fr)])
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Unknown { .. } => "not_found",
            Refusal::Gone { .. } => "gone",
            Refusal::Unauthenticated(_) => "unauthenticated",
            Refusal::Forbidden(_) => "forbidden",
            Refusal::Changed(_) => "changed_since",
            Refusal::Unconditional => "precondition_required",
            Refusal::Conflict { code, .. } => code,
            Refusal::Invalid(_) => "invalid",
            Refusal::Malformed(_) => "malformed",
            Refusal::MediaType => "media_type",
            Refusal::ReceiptDiffers => "idempotency_key_reused",
            Refusal::QueueFull => "queue_full",
            Refusal::Crashed => CRASHED,
            Refusal::Failed(fault) => fault.code,
            Refusal::App(AppError::Unsound(_)) => "dossier_unsound",
            Refusal::App(AppError::Unknown(_)) => "unknown_name",
            Refusal::App(AppError::Refused(_)) => "change_refused",
            Refusal::App(AppError::NoAnswer(_)) => "no_answer",
            Refusal::App(AppError::Stopped) => "stopped",
            Refusal::App(AppError::Unreadable(_)) => "cannot_be_computed",
            Refusal::Store(StoreError::Busy) => "storage_busy",
            Refusal::Store(StoreError::Full) => "storage_full",
            Refusal::Store(StoreError::ReadOnly) => "storage_read_only",
            Refusal::Store(StoreError::Broken(_)) => "storage_broken",
        }
    }

    /// The sentence for the reader.
    pub fn message(&self) -> Bilingual {
        let both = |en: &str, fr: &str| Bilingual { en: en.to_string(), fr: fr.to_string() };
        match self {
            Refusal::Unknown { what, name } => Bilingual {
                en: format!("There is no {what} `{name}`."),
                fr: format!("Il n’y a pas de {} «\u{a0}{name}\u{a0}».", french(what)),
            },
            Refusal::Gone { what, name } => Bilingual {
                en: format!(
                    "The {what} of `{name}` was removed because it was old; the same can be asked again."
                ),
                fr: format!(
                    "«\u{a0}{name}\u{a0}»\u{a0}: {} ancien a été supprimé\u{a0}; la même demande peut être refaite.",
                    french(what)
                ),
            },
            Refusal::Unauthenticated(_) => both(
                "Send a valid API key or token: Authorization: Bearer ...",
                "Envoyez une clé d’API ou un jeton valable\u{a0}: Authorization: Bearer ...",
            ),
            Refusal::Forbidden(role) => Bilingual {
                en: format!("This needs the role {}.", role.name()),
                fr: format!("Cela demande le rôle {}.", role.name()),
            },
            Refusal::Changed(_) => both(
                "It was changed since it was read; read it again and decide anew.",
                "Cela a changé depuis la lecture\u{a0}; relisez avant de décider à nouveau.",
            ),
            Refusal::Unconditional => both(
                "A write states what it replaces: send If-Match with the ETag that was read, or If-Match: * for whatever is \
                 there now.",
                "Une écriture dit ce qu’elle remplace\u{a0}: envoyez If-Match avec l’ETag lu, ou If-Match: * pour ce qui \
                 est là maintenant, quoi que ce soit.",
            ),
            Refusal::Conflict { message, .. } => message.clone(),
            Refusal::Invalid(_) => both(
                "What was sent has faults; nothing was changed.",
                "L’envoi contient des fautes\u{a0}; rien n’a été modifié.",
            ),
            Refusal::Malformed(_) => both("The request cannot be read.", "La requête est illisible."),
            Refusal::MediaType => both(
                "The body is of another type than this address takes.",
                "Le corps n’est pas du type attendu ici.",
            ),
            Refusal::ReceiptDiffers => both(
                "This Idempotency-Key was used for another request.",
                "Cette Idempotency-Key a servi pour une autre requête.",
            ),
            Refusal::QueueFull => both(
                "Too many jobs are waiting; try again later.",
                "Trop de travaux attendent\u{a0}; réessayez plus tard.",
            ),
            Refusal::Crashed => both(
                "This is a fault of the service; its log has the cause.",
                "C’est une faute du service\u{a0}; son journal en donne la cause.",
            ),
            Refusal::Failed(fault) => fault.message.clone(),
            Refusal::App(error) => error.message(),
            Refusal::Store(fault) => of_store(fault),
        }
    }

    /// The faults of what was sent.
    pub fn faults(&self) -> &[RequestFault] {
        match self {
            Refusal::Invalid(faults) | Refusal::Malformed(faults) => faults,
            _ => &[],
        }
    }
}

/// The sentence for a fault of the database.
fn of_store(fault: &StoreError) -> Bilingual {
    let (en, fr) = match fault {
        StoreError::Busy => ("The database is busy; try again.", "La base est occupée\u{a0}; réessayez."),
        StoreError::Full => {
            ("The disk is full; nothing was changed.", "Le disque est plein\u{a0}; rien n’a été modifié.")
        }
        StoreError::ReadOnly => (
            "The database cannot be written; nothing was changed.",
            "La base ne peut pas être écrite\u{a0}; rien n’a été modifié.",
        ),
        StoreError::Broken(_) => (
            "The database failed; the cause is in the log of the service.",
            "La base a échoué\u{a0}; la cause est dans le journal du service.",
        ),
    };
    Bilingual { en: en.to_string(), fr: fr.to_string() }
}

fn french(what: &str) -> &str {
    match what {
        "item" => "ligne",
        "collection" => "table",
        "revision" => "révision",
        "run" => "calcul",
        "job" => "travail",
        "result" => "le résultat",
        "decision model" => "modèle de décision",
        "key" => "clé",
        "grant" => "rôle donné",
        "path" => "chemin",
        _ => what,
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Refusal {
        Refusal::Store(error)
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Refusal {
        Refusal::App(error)
    }
}
