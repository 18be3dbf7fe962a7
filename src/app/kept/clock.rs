//! The only place of the program that asks the time and for chance.

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use uuid::Uuid;

/// Now in UTC with milliseconds, `2026-03-31T08:00:00.000Z`; such texts sort by time.
pub fn now() -> String {
    written(Utc::now())
}

/// Seconds since 1970.
pub fn seconds() -> i64 {
    Utc::now().timestamp()
}

/// So many seconds from now, or before it.
pub fn in_seconds(seconds: i64) -> String {
    written(Utc::now() + Duration::seconds(seconds.clamp(-MOST, MOST)))
}

/// Ten thousand years, so that no sum leaves the calendar.
const MOST: i64 = 315_360_000_000;

/// A moment as somebody else wrote it, in our own form; nothing when it is none.
pub fn moment(text: &str) -> Option<String> {
    DateTime::parse_from_rfc3339(text).ok().map(|moment| written(moment.with_timezone(&Utc)))
}

/// Whole days from one moment to another; none when either is no moment.
pub fn days_between(begin: &str, end: &str) -> i64 {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    read(begin).zip(read(end)).map_or(0, |(begin, end)| (end - begin).num_days())
}

/// A name that nothing else has, in the order of time.
pub fn name() -> String {
    Uuid::now_v7().to_string()
}

/// Whether a text is such a name.
pub fn is_name(text: &str) -> bool {
    Uuid::try_parse(text).is_ok()
}

/// 256 bits of chance, in hexadecimal.
pub fn secret() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

fn written(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_alike() {
        assert_eq!(moment("2026-03-31T10:00:00+02:00").as_deref(), Some("2026-03-31T08:00:00.000Z"));
        assert_eq!(moment("tomorrow"), None);
        assert_eq!(now().len(), "2026-03-31T08:00:00.000Z".len());
        assert!(now() < in_seconds(60));
        assert_ne!(secret(), secret());
    }
}
