//! Query parameters, read one by one, so that one that is unknown or unreadable is told.

use std::str::FromStr;

use axum::extract::{FromRequestParts, RawQuery};
use axum::http::request::Parts;

use super::refused::Refused;
use crate::app::kept::listing::Listing;
use crate::app::kept::refusal::Refusal;
use crate::wire::fault::RequestFault;
use crate::wire::pointer::step;

/// The parameters of a request that nobody has taken yet.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    rest: Vec<(String, String)>,
    faults: Vec<RequestFault>,
}

impl<State: Send + Sync> FromRequestParts<State> for Parameters {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Parameters, Refused> {
        let RawQuery(query) = RawQuery::from_request_parts(parts, state).await.unwrap_or(RawQuery(None));
        let query = query.unwrap_or_default();
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(text))
        });
        Ok(Parameters { rest: pairs.collect(), faults: Vec::new() })
    }
}

/// Entries of a page of a list of names when nobody says how many.
const LIST_LIMIT: u32 = 1000;

impl Parameters {
    /// The text of a parameter.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let at = self.rest.iter().position(|(known, _)| known == name)?;
        let text = self.rest.remove(at).1;
        if self.rest.iter().any(|(known, _)| known == name) {
            self.faults.push(RequestFault::at(
                &step("", name),
                "parameter_repeated",
                "This parameter is there more than once.",
                "Ce paramètre figure plus d’une fois.",
            ));
            self.rest.retain(|(known, _)| known != name);
        }
        Some(text)
    }

    /// The text of a parameter that must be there.
    pub fn needed(&mut self, name: &str) -> String {
        let text = self.text(name).filter(|text| !text.is_empty());
        if text.is_none() {
            let (en, fr) = ("This parameter is needed.", "Ce paramètre est nécessaire.");
            self.faults.push(RequestFault::at(&step("", name), "parameter_missing", en, fr));
        }
        text.unwrap_or_default()
    }

    /// A number.
    pub fn number<Number: FromStr>(&mut self, name: &str) -> Option<Number> {
        let text = self.text(name)?;
        let number = text.parse().ok();
        if number.is_none() {
            let en = format!("`{text}` is no whole number that can be taken here.");
            let fr = format!("«\u{a0}{text}\u{a0}» n’est pas un nombre entier admis ici.");
            self.faults.push(RequestFault::at(&step("", name), "parameter_invalid", &en, &fr));
        }
        number
    }

    /// The number of the last one of the page before, as every JSON reader can hold it.
    pub fn cursor(&mut self) -> Option<i64> {
        const MOST: i64 = (1 << 53) - 1;
        let cursor = self.number("cursor")?;
        if !(1..=MOST).contains(&cursor) {
            let (en, fr) = (format!("`cursor` is 1 to {MOST}."), format!("`cursor` va de 1 à {MOST}."));
            self.faults.push(RequestFault::at("/cursor", "number_out_of_range", en, fr));
        }
        Some(cursor)
    }

    /// A number of items, 1 to 1000, or this many.
    pub fn limit(&mut self, usual: u32) -> u32 {
        let limit = self.number("limit").unwrap_or(usual);
        if !(1..=1000).contains(&limit) {
            let (en, fr) = ("`limit` is 1 to 1000.", "`limit` va de 1 à 1000.");
            self.faults.push(RequestFault::at("/limit", "number_out_of_range", en, fr));
        }
        limit
    }

    /// Which part of a list of names: all that a page can hold, unless stated.
    pub fn listing(&mut self) -> Listing {
        Listing { after: self.text("cursor"), limit: self.limit(LIST_LIMIT) }
    }

    /// All that is left, each the text that a field must be.
    pub fn others(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.rest)
    }

    /// Refuses what nobody took and what could not be read.
    pub fn end(mut self) -> Result<(), Refusal> {
        for (name, _) in &self.rest {
            let en = format!("There is no parameter `{name}` here.");
            let fr = format!("Il n’y a pas de paramètre «\u{a0}{name}\u{a0}» ici.");
            self.faults.push(RequestFault::at(&step("", name), "parameter_unknown", &en, &fr));
        }
        if self.faults.is_empty() { Ok(()) } else { Err(Refusal::Malformed(self.faults)) }
    }
}

/// A text without the escapes of an address; bytes that are no UTF-8 become the replacement sign.
fn decoded(text: &str) -> String {
    let plus = text.replace('+', " ");
    let bytes = plus.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if bytes[at] == b'%' => {
                out.push(byte);
                at += 3;
            }
            _ => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_undone() {
        assert_eq!(decoded("a%20b+c%C3%A9%"), "a b cé%");
    }

    #[test]
    fn what_nobody_takes_is_told() {
        let rest = vec![("limit".to_string(), "many".to_string()), ("lmit".to_string(), "3".to_string())];
        let mut parameters = Parameters { rest, faults: Vec::new() };
        assert_eq!(parameters.limit(100), 100);
        let refusal = parameters.end().expect_err("two faults");
        let codes: Vec<&str> = refusal.faults().iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["parameter_invalid", "parameter_unknown"]);
    }
}
