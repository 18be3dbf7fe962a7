//! `cxfolio serve`: the service for portfolio tools.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use super::exit::Exit;
use super::output::Output;
use crate::config::server::{ServerConfig, Sources};
use crate::config::settings;
use crate::http::server::{WantedDossiers, serve};

/// The arguments of `serve`: every setting, a file of settings, and the dossiers to begin with.
#[derive(Clone, Debug, Default)]
pub struct ServeArguments {
    settings: BTreeMap<String, String>,
    config: Option<PathBuf>,
    wanted: WantedDossiers,
}

const EXAMPLES: &str = "\
Each setting may also stand in the environment (CXFOLIO_LISTEN, CXFOLIO_DATA, ..)
or in a TOML file (listen = \"127.0.0.1:8080\"); a flag wins over the environment,
and that over the file.

Examples:
  cxfolio serve --demo
  cxfolio serve samples/bureau-plan --data cxfolio-data
  cxfolio serve --data cxfolio-data --listen 127.0.0.1:0 --log-format json";

impl Args for ServeArguments {
    fn augment_args(command: Command) -> Command {
        let demo = Arg::new("demo")
            .long("demo")
            .num_args(0)
            .help("Keep the two sample dossiers, if they are not there");
        let config = Arg::new("config").long("config").value_name("FILE").help("A TOML file with settings");
        let dossiers = Arg::new("dossiers")
            .value_name("DOSSIER")
            .num_args(0..)
            .help("Folders of tables, or JSON files, to keep under the id of their settings, if they are not there")
            .value_parser(clap::value_parser!(PathBuf));
        let command = command.arg(dossiers).arg(demo).arg(config.value_parser(clap::value_parser!(PathBuf)));
        let with_settings = settings::ALL.iter().fold(command, |command, setting| {
            let default = if setting.default.is_empty() { "none" } else { setting.default };
            let help = format!("{} [default: {default}] [env: {}]", setting.sentence, setting.variable());
            let arg = Arg::new(setting.name).long(setting.flag()).value_name(setting.form).help(help);
            command.arg(arg.allow_hyphen_values(true))
        });
        with_settings.after_help(EXAMPLES)
    }

    fn augment_args_for_update(command: Command) -> Command {
        ServeArguments::augment_args(command)
    }
}

impl FromArgMatches for ServeArguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<ServeArguments, clap::Error> {
        let mut arguments = ServeArguments::default();
        arguments.update_from_arg_matches(matches)?;
        Ok(arguments)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for setting in &settings::ALL {
            if let Some(text) = matches.get_one::<String>(setting.name) {
                self.settings.insert(setting.name.to_string(), text.clone());
            }
        }
        self.config = matches.get_one("config").cloned();
        self.wanted.has_samples = matches.get_flag("demo");
        self.wanted.paths = matches.get_many("dossiers").into_iter().flatten().cloned().collect();
        Ok(())
    }
}

/// Runs the service until it is asked to end.
pub fn run(arguments: &ServeArguments) -> Output {
    let sources = match sources(arguments) {
        Ok(sources) => sources,
        Err(fault) => return failure(fault, Exit::Unreadable),
    };
    let config = match ServerConfig::read(&sources) {
        Ok(config) => config,
        Err(faults) => return failure(faults.join("\n"), Exit::Usage),
    };
    let listening = |address: &str| {
        let mut out = std::io::stdout().lock();
        let _ = writeln!(out, "cxfolio listens on http://{address} (interface: http://{address}/api/docs)");
        let _ = out.flush();
    };
    match serve(config, &arguments.wanted, listening) {
        Ok(()) => Output::result(String::new(), Exit::Fine),
        Err(fault) => failure(fault.to_string(), Exit::Unreadable),
    }
}

fn sources(arguments: &ServeArguments) -> Result<Sources, String> {
    let environment = settings::ALL.iter().filter_map(|setting| {
        let text = variable(&setting.variable())?.into_string().ok()?;
        Some((setting.name.to_string(), text))
    });
    let environment = environment.collect();
    let config = arguments.config.clone().or_else(|| variable("CXFOLIO_CONFIG").map(PathBuf::from));
    let file = match config {
        Some(path) => {
            let text = fs::read_to_string(&path);
            Some(text.map_err(|fault| format!("{} cannot be read: {fault}.", path.display()))?)
        }
        None => None,
    };
    Ok(Sources { flags: arguments.settings.clone(), environment, file })
}

#[expect(clippy::disallowed_methods, reason = "the settings of the service, no result depends on them")]
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

fn failure(sentence: String, exit: Exit) -> Output {
    Output { text: String::new(), error: format!("{sentence}\n"), exit }
}
