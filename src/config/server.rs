//! `ServerConfig`: the settings of the service, read from flags, the environment and a file, and checked.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use super::settings;

/// The settings, each checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerConfig {
    pub data: PathBuf,
    pub listen: SocketAddr,
    /// Nothing for one worker per core.
    pub workers: Option<usize>,
    pub direct: Duration,
    pub run_max: Duration,
    pub queue_max: u64,
    pub request: Duration,
    pub body_bytes: usize,
    /// Nothing for no limit.
    pub data_mb: Option<u32>,
    /// Nothing for no limit.
    pub rate_per_second: Option<u32>,
    pub rate_burst: u32,
    pub log: String,
    pub has_json_log: bool,
    pub otlp_endpoint: Option<String>,
    pub oidc: Option<Oidc>,
    /// Empty for any public host.
    pub webhook_hosts: Vec<String>,
    pub receipts: Duration,
    /// How long results and files of jobs are kept; nothing for ever.
    pub keep: Option<Duration>,
}

/// Whose bearer tokens are accepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Oidc {
    pub issuer: String,
    pub audience: String,
    /// Nothing for the one of the discovery document.
    pub keys_url: Option<String>,
    pub admins: Vec<String>,
}

/// Where settings come from, each by its name in the table; what comes first wins.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub flags: BTreeMap<String, String>,
    pub environment: BTreeMap<String, String>,
    /// The text of a TOML file.
    pub file: Option<String>,
}

impl ServerConfig {
    /// Reads the settings: a flag before the environment, that before the file, that before the default.
    ///
    /// # Errors
    /// Every setting that cannot be taken, one sentence each.
    pub fn read(sources: &Sources) -> Result<ServerConfig, Vec<String>> {
        let mut faults = Vec::new();
        let file = file_of(sources.file.as_deref(), &mut faults);
        let mut stated = Stated { sources, file, faults };
        let config = stated.config();
        config.filter(|_| stated.faults.is_empty()).ok_or(stated.faults)
    }
}

fn file_of(text: Option<&str>, faults: &mut Vec<String>) -> BTreeMap<String, String> {
    let table: toml::Table = match text.unwrap_or_default().parse() {
        Ok(table) => table,
        Err(fault) => {
            faults.push(format!("The configuration file is no TOML: {fault}"));
            return BTreeMap::new();
        }
    };
    let mut stated = BTreeMap::new();
    for (name, value) in table {
        if !settings::ALL.iter().any(|setting| setting.name == name) {
            faults.push(format!("The configuration file sets `{name}`, which is no setting."));
            continue;
        }
        match value {
            toml::Value::String(text) => stated.insert(name, text),
            toml::Value::Array(items) => {
                let texts = items.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>();
                stated.insert(name, texts.join(","))
            }
            other => stated.insert(name, other.to_string()),
        };
    }
    stated
}

struct Stated<'a> {
    sources: &'a Sources,
    file: BTreeMap<String, String>,
    faults: Vec<String>,
}

fn of_days(days: u64) -> Duration {
    Duration::from_secs(days.saturating_mul(86_400))
}

impl Stated<'_> {
    fn config(&mut self) -> Option<ServerConfig> {
        let data = PathBuf::from(self.text("data").unwrap_or_default());
        let listen = self.number("listen", "an address such as 127.0.0.1:8080");
        let whole = "a whole number, not negative";
        let workers = self.number::<usize>("workers", whole);
        let direct = self.seconds("direct_seconds");
        let run_max = self.seconds("run_seconds_max");
        let queue_max = self.number("queue_max", whole);
        let request = self.seconds("request_seconds");
        let body_mb = self.number::<usize>("body_mb", whole);
        let data_mb = self.number::<u32>("data_mb", whole);
        let rate = self.number::<u32>("rate_per_second", whole);
        let rate_burst = self.number::<u32>("rate_burst", whole);
        let format = self.text("log_format").unwrap_or_default();
        if !["text", "json"].contains(&format.as_str()) {
            self.faults.push(format!("`log_format` is `{format}`; it is text or json."));
        }
        let oidc = self.oidc();
        let days = self.number::<u64>("receipt_days", whole);
        let keep = self.number::<u64>("keep_days", whole);
        Some(ServerConfig {
            data,
            listen: listen?,
            workers: workers.filter(|workers| *workers > 0),
            direct: direct?,
            run_max: run_max?,
            queue_max: queue_max?,
            request: request?,
            body_bytes: body_mb?.saturating_mul(1 << 20),
            data_mb: data_mb.filter(|most| *most > 0),
            rate_per_second: rate.filter(|rate| *rate > 0),
            rate_burst: rate_burst?.max(1),
            log: self.text("log").unwrap_or_default(),
            has_json_log: format == "json",
            otlp_endpoint: self.text("otlp_endpoint"),
            oidc,
            webhook_hosts: self.list("webhook_hosts"),
            receipts: of_days(days?),
            keep: keep.filter(|days| *days > 0).map(of_days),
        })
    }

    fn oidc(&mut self) -> Option<Oidc> {
        let issuer = self.text("oidc_issuer")?;
        let Some(audience) = self.text("oidc_audience") else {
            self.faults.push("`oidc_audience` is blank, so every token of the issuer would be taken.".into());
            return None;
        };
        let keys_url = self.text("oidc_keys_url");
        for url in [Some(&issuer), keys_url.as_ref()].into_iter().flatten() {
            let is_local =
                ["http://127.0.0.1", "http://localhost"].iter().any(|start| url.starts_with(start));
            if !url.starts_with("https://") && !is_local {
                self.faults.push(format!("`{url}` is not https, so its keys could be anybody's."));
            }
        }
        Some(Oidc { issuer, audience, keys_url, admins: self.list("oidc_admins") })
    }

    /// What is stated, or the default; nothing when that is blank.
    fn text(&self, name: &str) -> Option<String> {
        let stated = [&self.sources.flags, &self.sources.environment, &self.file];
        let text = stated.iter().find_map(|source| source.get(name).cloned()).unwrap_or_else(|| {
            let setting = settings::ALL.iter().find(|setting| setting.name == name);
            setting.map(|setting| setting.default.to_string()).unwrap_or_default()
        });
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_string())
    }

    fn list(&self, name: &str) -> Vec<String> {
        let text = self.text(name).unwrap_or_default();
        text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_string).collect()
    }

    fn number<Number: FromStr>(&mut self, name: &str, form: &str) -> Option<Number> {
        let text = self.text(name).unwrap_or_default();
        let number = text.parse().ok();
        if number.is_none() {
            self.faults.push(format!("`{name}` is `{text}`; it is {form}."));
        }
        number
    }

    fn seconds(&mut self, name: &str) -> Option<Duration> {
        let form = "a number of seconds, 0 to a million";
        let seconds = self.number::<f64>(name, form)?;
        let duration = Duration::try_from_secs_f64(seconds).ok().filter(|_| seconds <= 1e6);
        if duration.is_none() {
            self.faults.push(format!("`{name}` is `{seconds}`; it is {form}."));
        }
        duration
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect()
    }

    #[test]
    fn the_defaults_are_settings() {
        let config = ServerConfig::read(&Sources::default()).expect("the defaults can be taken");
        assert_eq!(config.listen, "127.0.0.1:8080".parse().expect("an address"));
        assert_eq!((config.workers, config.direct.as_secs()), (None, 2));
        assert_eq!((config.oidc, config.otlp_endpoint), (None, None));
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_file() {
        let sources = Sources {
            flags: stated(&[("workers", "3")]),
            environment: stated(&[("workers", "2"), ("queue_max", "7")]),
            file: Some("workers = 1\nqueue_max = 5\nbody_mb = 4\n".into()),
        };
        let config = ServerConfig::read(&sources).expect("all can be taken");
        assert_eq!((config.workers, config.queue_max, config.body_bytes), (Some(3), 7, 4 << 20));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let sources = Sources {
            flags: stated(&[("workers", "many"), ("direct_seconds", "-1"), ("log_format", "xml")]),
            file: Some("wrokers = 1".into()),
            ..Sources::default()
        };
        let faults = ServerConfig::read(&sources).expect_err("none can be taken");
        assert_eq!(faults.len(), 4, "{faults:?}");
    }

    #[test]
    fn keys_that_anybody_could_serve_are_refused() {
        let read = |issuer: &str| {
            ServerConfig::read(&Sources { flags: stated(&[("oidc_issuer", issuer)]), ..Sources::default() })
        };
        assert!(read("http://login.example").is_err());
        assert!(read("https://login.example").is_ok_and(|config| config.oidc.is_some()));
    }
}
