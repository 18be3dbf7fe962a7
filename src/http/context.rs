//! `Context`: who asks, in which language, and what the request is called in the logs.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use super::refused::Refused;
use crate::app::kept::caller::Caller;
use crate::app::kept::refusal::Refusal;
use crate::domain::text::Language;

/// What a request is called in the logs.
#[derive(Clone, Debug)]
pub struct RequestName(pub String);

/// Who asks, and in which language.
#[derive(Clone, Debug)]
pub struct Context {
    pub caller: Caller,
    pub language: Language,
}

impl<State: Sync> FromRequestParts<State> for Context {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Context, Refused> {
        let caller = parts.extensions.get::<Caller>().cloned();
        let caller = caller.ok_or(Refusal::Unauthenticated("no caller"))?;
        Ok(Context { caller, language: language_of(&parts.headers) })
    }
}

/// The language that a reader prefers of those there are; English when neither is named.
pub fn language_of(headers: &HeaderMap) -> Language {
    let stated = headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok()).unwrap_or_default();
    let mut best = (0.0, Language::default());
    for range in stated.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let Some(language) = parts.next().and_then(Language::of_tag) else { continue };
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f64>().ok()).unwrap_or(1.0);
        if best.0 < weight {
            best = (weight, language);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_is_taken() {
        let language = |stated: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, stated.parse().expect("a header"));
            language_of(&headers)
        };
        assert_eq!(language("fr-FR,fr;q=0.9,en;q=0.8"), Language::French);
        assert_eq!(language("de, en;q=0.5, fr;q=0.7"), Language::French);
        assert_eq!(language("de"), Language::English);
        assert_eq!(language("fr;q=0"), Language::English);
    }
}
