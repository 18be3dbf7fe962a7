//! The table of settings: what stands here is all there is, in the order of help and documentation.

use super::setting::Setting;

/// Every setting.
pub const ALL: [Setting; 21] = [
    setting("data", "cxfolio-data", "FOLDER", "Where everything is kept; made when it is not there."),
    setting(
        "listen",
        "127.0.0.1:8080",
        "ADDRESS",
        "Where to listen; only loopback while nobody has a key and no OIDC issuer is set. Port 0 takes a free one.",
    ),
    setting("workers", "0", "NUMBER", "Jobs computed at the same time; 0 takes one for each core."),
    setting(
        "direct_seconds",
        "2",
        "SECONDS",
        "How long a request for a run waits for its result before it is answered with a job.",
    ),
    setting(
        "run_seconds_max",
        "600",
        "SECONDS",
        "After this a job is stopped and keeps its best plan so far.",
    ),
    setting("queue_max", "10000", "NUMBER", "Jobs that may wait; more are refused with 503."),
    setting(
        "request_seconds",
        "30",
        "SECONDS",
        "Time in which a request must be answered, waiting included.",
    ),
    setting("body_mb", "32", "MB", "Largest body of a request."),
    setting(
        "data_mb",
        "0",
        "MB",
        "Largest size of the database; writes beyond it are refused with 503. 0 is no limit.",
    ),
    setting(
        "rate_per_second",
        "200",
        "NUMBER",
        "Requests a second of one caller, on average; 0 is no limit.",
    ),
    setting("rate_burst", "1000", "NUMBER", "Requests that one caller may send at once."),
    setting("log", "info", "LEVEL", "error, warn, info, debug or trace, or a filter such as cxfolio=debug."),
    setting("log_format", "text", "text|json", "How log lines are written to standard error."),
    setting(
        "otlp_endpoint",
        "",
        "URL",
        "Where traces go by OTLP over HTTP, http://collector:4318; blank for nowhere.",
    ),
    setting("oidc_issuer", "", "URL", "Issuer whose bearer tokens are accepted; blank for none."),
    setting("oidc_audience", "cxfolio", "TEXT", "Audience that a token must name."),
    setting(
        "oidc_keys_url",
        "",
        "URL",
        "Where the issuer's keys are; blank takes the one of its discovery document.",
    ),
    setting(
        "oidc_admins",
        "",
        "SUBJECTS",
        "Subjects with the role admin everywhere, with commas between them.",
    ),
    setting(
        "webhook_hosts",
        "",
        "HOSTS",
        "Hosts that webhooks may go to, with commas between them; blank for any public one over https.",
    ),
    setting("receipt_days", "7", "DAYS", "How long the answer to an Idempotency-Key is kept."),
    setting(
        "keep_days",
        "90",
        "DAYS",
        "How long results of runs and files of imports are kept after their end; 0 for ever.",
    ),
];

const fn setting(
    name: &'static str,
    default: &'static str,
    form: &'static str,
    sentence: &'static str,
) -> Setting {
    Setting { name, default, form, sentence }
}
