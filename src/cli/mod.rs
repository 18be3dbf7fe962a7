//! The command tree: every command is a file; decode, call `app`, print.

pub mod arguments;
pub mod exit;
pub mod output;
pub mod progress;
pub mod check;
pub mod tables;
pub mod appraise;
pub mod score;
pub mod map;
pub mod choose;
pub mod alternatives;
pub mod replan;
pub mod explain;
pub mod frontier;
pub mod robust;
pub mod scenarios;
pub mod report;
pub mod written_file;
pub mod export;
pub mod import;
pub mod finance;
pub mod serve;
pub mod keys;
pub mod backup;
pub mod openapi;

use clap::{Parser, Subcommand};

use self::exit::Exit;
use self::output::Output;
use self::progress::watched;

/// Decide which customer-experience technology to fund: check, appraise, score, map and choose, exactly.
#[derive(Parser, Debug)]
#[command(name = "cxfolio", version, max_term_width = 100, after_help = exit::TABLE)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Every finding of a dossier at once, and how ready it is.
    Check(check::CheckArguments),
    /// How a dossier is written: every table and column.
    Tables(tables::TablesArguments),
    /// The business case of every variant.
    Appraise(appraise::AppraiseArguments),
    /// Objective fit, persona impact, moment coverage, profile and evidence of every variant, apart.
    Score(score::ScoreArguments),
    /// The CX ecosystem: money at risk, paths from back stage, leverage, unattended root causes.
    Map(map::MapArguments),
    /// The portfolio of greatest value under budgets, people and rules.
    Choose(choose::ChooseArguments),
    /// Plans nearly as good as the best one that differ from each other.
    Alternatives(alternatives::AlternativesArguments),
    /// The fewest changes of an approved plan that keep most of what can still be had.
    Replan(replan::ReplanArguments),
    /// Why each investment is in the plan or not, what would change that, and what the rules cost.
    Explain(explain::ExplainArguments),
    /// NPV against money, coverage, freedom or any measure: the plans of which none is better on both sides.
    Frontier(frontier::FrontierArguments),
    /// What holds whatever the weights, the budget and the scenario: core, borderline, exterior, regret.
    Robust(robust::RobustArguments),
    /// The best plan in every scenario of the dossier, beside that of the dossier as it is.
    Scenarios(scenarios::ScenariosArguments),
    /// The decision memo: one HTML file for the screen and for print.
    Report(report::ReportArguments),
    /// The whole dossier as a workbook or CSV that can be read back, or the results as a workbook that computes.
    Export(export::ExportArguments),
    /// Finance files of any shape into a dossier: preview, findings, control totals, then accept.
    Import(import::ImportArguments),
    /// The controller's calculator: npv, irr, xnpv, xirr, mirr, payback.
    Finance(finance::FinanceArguments),
    /// The service for portfolio tools: everything above over HTTP, with revisions, roles and jobs.
    Serve(serve::ServeArguments),
    /// The OpenAPI document of the service.
    Openapi(openapi::OpenapiArguments),
    /// The keys with which other tools call the service.
    Keys(keys::KeysArguments),
    /// Copy everything that the service keeps into one file, while it runs.
    Backup(backup::BackupArguments),
    /// Put such a copy in the place of everything that the service keeps.
    Restore(backup::RestoreArguments),
}

/// Runs the command in `arguments` (program name first), prints its result and returns how it ended.
pub fn run(arguments: impl Iterator<Item = std::ffi::OsString>) -> Exit {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Fine };
        }
    };
    if let Command::Serve(arguments) = &cli.command {
        return serve::run(arguments).print();
    }
    let output: Output = watched("reading and computing", || match &cli.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Tables(arguments) => tables::run(arguments),
        Command::Appraise(arguments) => appraise::run(arguments),
        Command::Score(arguments) => score::run(arguments),
        Command::Map(arguments) => map::run(arguments),
        Command::Choose(arguments) => choose::run(arguments),
        Command::Alternatives(arguments) => alternatives::run(arguments),
        Command::Replan(arguments) => replan::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Frontier(arguments) => frontier::run(arguments),
        Command::Robust(arguments) => robust::run(arguments),
        Command::Scenarios(arguments) => scenarios::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Export(arguments) => export::run(arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Finance(arguments) => finance::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Openapi(arguments) => openapi::run(arguments),
        Command::Keys(arguments) => keys::run(arguments),
        Command::Backup(arguments) => backup::backup(arguments),
        Command::Restore(arguments) => backup::restore(arguments),
    });
    output.print()
}
