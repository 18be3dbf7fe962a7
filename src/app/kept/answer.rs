//! `Answer`: what a request is answered with, kept with an Idempotency-Key so that the same request is done once.

use serde_json::{Value, json};

use super::caller::Caller;
use super::refusal::Refusal;
use crate::store::change::Change;
use crate::store::database::Store;
use crate::store::receipts::Receipt;

/// What a request is answered with.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub etag: Option<String>,
    pub location: Option<String>,
    pub body: Vec<u8>,
    /// Whether it was given before and is only told again.
    pub is_replayed: bool,
}

impl Answer {
    /// An answer in JSON.
    pub fn json(status: u16, body: &Value) -> Answer {
        let body = body.to_string().into_bytes();
        Answer { status, etag: None, location: None, body, is_replayed: false }
    }

    /// The same with the tag of what was written.
    pub fn tagged(self, etag: String) -> Answer {
        Answer { etag: Some(etag), ..self }
    }

    /// The same with the address of what was made.
    pub fn at(self, location: String) -> Answer {
        Answer { location: Some(location), ..self }
    }
}

/// An Idempotency-Key with the digest of the request that came with it.
#[derive(Clone, Debug)]
pub struct ReceiptKey {
    pub key: String,
    pub digest: String,
}

/// The answer that was given to the same request before.
///
/// # Errors
/// `ReceiptDiffers` when the key came with another request.
pub async fn given(
    change: &mut Change,
    caller: &Caller,
    key: Option<&ReceiptKey>,
) -> Result<Option<Answer>, Refusal> {
    let Some(key) = key else { return Ok(None) };
    change.receipt(&caller.name, &key.key).await?.map(|receipt| told_again(receipt, key)).transpose()
}

/// The same, for whoever does not write yet.
pub async fn given_already(
    store: &Store,
    caller: &Caller,
    key: Option<&ReceiptKey>,
) -> Result<Option<Answer>, Refusal> {
    let Some(key) = key else { return Ok(None) };
    store.receipt(&caller.name, &key.key).await?.map(|receipt| told_again(receipt, key)).transpose()
}

fn told_again(receipt: Receipt, key: &ReceiptKey) -> Result<Answer, Refusal> {
    if receipt.request_digest != key.digest {
        return Err(Refusal::ReceiptDiffers);
    }
    let headers: Value = serde_json::from_str(&receipt.headers).unwrap_or_default();
    let header = |name: &str| headers[name].as_str().map(str::to_string);
    Ok(Answer {
        status: receipt.status,
        etag: header("etag"),
        location: header("location"),
        body: receipt.body,
        is_replayed: true,
    })
}

/// Keeps an answer for the next time the same request comes, in the transaction of what it tells.
pub async fn keep(
    change: &mut Change,
    caller: &Caller,
    key: Option<&ReceiptKey>,
    answer: &Answer,
    at: &str,
) -> Result<(), Refusal> {
    let Some(key) = key else { return Ok(()) };
    let receipt = Receipt {
        request_digest: key.digest.clone(),
        status: answer.status,
        headers: json!({"etag": answer.etag, "location": answer.location}).to_string(),
        body: answer.body.clone(),
        at: at.to_string(),
    };
    Ok(change.keep_receipt(&caller.name, &key.key, &receipt).await?)
}
