//! `cxfolio keys`: the keys with which other tools call the service.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::output::Output;
use crate::app::kept::blocking;
use crate::app::kept::caller::Role;
use crate::app::kept::keys::{GRACE, KeyWish};
use crate::app::kept::refusal::Refusal;
use crate::domain::text::Language;
use crate::report::table::Table;

/// The arguments of `keys`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio keys add --name jira --role analyst --dossier banque-horizon --days 90
  cxfolio keys list")]
pub struct KeysArguments {
    #[command(subcommand)]
    command: KeysCommand,
}

#[derive(Subcommand, Clone, Debug)]
enum KeysCommand {
    /// Make a key; it is printed once, here.
    Add(AddArguments),
    /// The keys, without their texts.
    List(DataArguments),
    /// Make a new key in the place of one, which works for a while longer.
    Exchange(ExchangeArguments),
    /// Take a key back at once.
    Revoke(KeyArguments),
}

#[derive(Args, Clone, Debug)]
struct DataArguments {
    /// The folder in which the service keeps everything.
    #[arg(long, value_name = "FOLDER", default_value = "cxfolio-data")]
    data: PathBuf,
}

#[derive(Args, Clone, Debug)]
struct AddArguments {
    #[command(flatten)]
    data: DataArguments,
    /// Whose key it is.
    #[arg(long)]
    name: String,
    /// What it may do: viewer, analyst, approver or admin.
    #[arg(long, value_parser = role)]
    role: Role,
    /// The dossier it opens; may be given several times; all when it is not.
    #[arg(long)]
    dossier: Vec<String>,
    /// Days after which it ends; never when not given.
    #[arg(long)]
    days: Option<i64>,
}

#[derive(Args, Clone, Debug)]
struct KeyArguments {
    #[command(flatten)]
    data: DataArguments,
    /// The id of the key, between the first two `_`.
    id: String,
}

#[derive(Args, Clone, Debug)]
struct ExchangeArguments {
    #[command(flatten)]
    key: KeyArguments,
    /// Seconds for which the old key still works.
    #[arg(long, default_value_t = GRACE)]
    grace: i64,
}

/// Runs the command.
pub fn run(arguments: &KeysArguments) -> Output {
    let told = match &arguments.command {
        KeysCommand::Add(add) => {
            let AddArguments { data, name, role, dossier, days } = add.clone();
            let wish = KeyWish { name, role, dossiers: dossier, days };
            blocking::add_key(&data.data, &wish).map(|key| format!("{key}\n"))
        }
        KeysCommand::List(data) => blocking::keys(&data.data).map(listed),
        KeysCommand::Exchange(ExchangeArguments { key, grace }) => {
            blocking::exchange_key(&key.data.data, &key.id, *grace).map(|key| format!("{key}\n"))
        }
        KeysCommand::Revoke(key) => {
            blocking::revoke_key(&key.data.data, &key.id).map(|()| "revoked\n".to_string())
        }
    };
    printed(told)
}

/// The keys as a table.
fn listed(keys: Vec<[String; 5]>) -> String {
    if keys.is_empty() {
        return "There is no key: `cxfolio keys add` makes one.\n".to_string();
    }
    let mut table = Table::new(&["key", "name", "roles", "ends", "state"]);
    keys.into_iter().for_each(|key| table.row(key.to_vec()));
    table.text()
}

/// What a command on kept things printed, or why it did nothing.
pub fn printed(told: Result<String, Refusal>) -> Output {
    match told {
        Ok(text) => Output::result(text, Exit::Fine),
        Err(refusal) => {
            let mut error = format!("{}\n", refusal.message().get(Language::English));
            for fault in refusal.faults() {
                error += &format!("  {} {}\n", fault.pointer, fault.message.get(Language::English));
            }
            if let Refusal::Store(cause) = &refusal {
                error += &format!("  {cause}\n");
            }
            Output { text: String::new(), error, exit: Exit::Unreadable }
        }
    }
}

fn role(name: &str) -> Result<Role, String> {
    Role::named(name).ok_or_else(|| "the roles are viewer, analyst, approver and admin".to_string())
}
