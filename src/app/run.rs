//! Run: a request of any kind on a dossier, answered with the bytes that its command prints with `--json`.

use super::alternatives::{Listed, alternatives};
use super::appraise::appraise;
use super::check::check;
use super::choose::{Chosen, choose};
use super::choose_compared::choose_compared;
use super::error::AppError;
use super::explain::explain;
use super::frontier::frontier;
use super::map::{Mapped, map};
use super::open::{Opened, Source};
use super::prepare::Wish;
use super::replan::{Replanned, replan};
use super::report::report;
use super::robust::robust;
use super::run_wishes::{
    alternatives_counts, centre, frontier_wish, replan_wish, robust_wish, weight_wish, wish_of,
};
use super::scenarios::scenarios;
use super::score::score;
use crate::domain::finding::Finding;
use crate::domain::text::Language;
use crate::optimize::watch::Watch;
use crate::report::memo::memo_html;
use crate::report::view_case::cases_json;
use crate::report::view_explain::explain_json;
use crate::report::view_finding::check_json;
use crate::report::view_frontier::frontier_json;
use crate::report::view_map::map_json;
use crate::report::view_moment::moment_json;
use crate::report::view_node::node_json;
use crate::report::view_plan::plan_json;
use crate::report::view_plan_list::plan_list_json;
use crate::report::view_robust::robust_json;
use crate::report::view_scenarios::scenarios_json;
use crate::report::view_score::score_json;
use crate::report::view_trace::trace_json;
use crate::wire::run_request::RunRequest;

/// What a run answered.
#[derive(Clone, Debug)]
pub struct RunResult {
    /// The document; HTML for a report.
    pub text: String,
    pub content_type: &'static str,
    /// Hash of everything the answer depends on; none for a check, which is about the dossier as it is opened.
    pub fingerprint: Option<String>,
    /// Whether there is a plan in it.
    pub has_plan: bool,
    /// How sure the plan is: optimal, within_gap, limit_reached or infeasible; none for runs that choose no single plan.
    pub status: Option<&'static str>,
    /// What is doubtful in the dossier.
    pub findings: Vec<Finding>,
}

/// Answers a request on a dossier; what the request says of scenario, decision model and changes is put on the source.
///
/// # Errors
/// Those of the use case of its kind; `Stopped` when it was stopped before there was anything to tell.
pub fn run(source: &Source, request: &RunRequest, watch: &Watch) -> Result<RunResult, AppError> {
    let on_dossier = request.on_dossier();
    let asked = Asked {
        source: Source {
            scenario: on_dossier.scenario.or_else(|| source.scenario.clone()),
            decision_model: on_dossier.decision_model.clone().or_else(|| source.decision_model.clone()),
            what_if: source.what_if.iter().cloned().chain(on_dossier.what_if.changes()).collect(),
            ..source.clone()
        },
        plain: Source {
            decision_model: on_dossier.decision_model.or_else(|| source.decision_model.clone()),
            ..source.clone()
        },
        wish: wish_of(request, watch),
        language: on_dossier.language.map(|language| language.spoken()),
    };
    if watch.is_stopped() {
        return Err(AppError::Stopped);
    }
    asked.answer(request).map_err(|error| match error {
        AppError::NoAnswer(_) if watch.is_stopped() => AppError::Stopped,
        error => error,
    })
}

/// A request made into the words of the use cases.
struct Asked {
    source: Source,
    /// Without scenario and changes of the request.
    plain: Source,
    wish: Wish,
    language: Option<Language>,
}

impl Asked {
    fn answer(&self, request: &RunRequest) -> Result<RunResult, AppError> {
        let Asked { source, wish, .. } = self;
        match request {
            RunRequest::Check(_) => {
                let opened = check(source)?;
                let text = check_json(&opened.findings, &opened.readiness, self.language(&opened));
                Ok(about(&opened, text, None))
            }
            RunRequest::Appraise(request) => {
                let appraised = appraise(source, request.investment.as_deref())?;
                let Opened { dossier, model, .. } = &appraised.opened;
                let text = cases_json(dossier, model, &appraised.cases, &appraised.fingerprint);
                Ok(about(&appraised.opened, text, Some(&appraised.fingerprint)))
            }
            RunRequest::Score(request) => {
                let scored = score(source, &weight_wish(request), request.investment.as_deref())?;
                Ok(about(&scored.opened, score_json(&scored.result()), Some(&scored.fingerprint)))
            }
            RunRequest::Map(request) => {
                let mapped = map(source, &centre(request))?;
                Ok(about(&mapped.opened, map_page(&mapped), Some(&mapped.fingerprint)))
            }
            RunRequest::Choose(request) if request.compare => {
                let (chosen, told) = choose_compared((&self.plain, source), wish, request)?;
                Ok(of_plan(&chosen, plan_json(&chosen.result(), told.as_ref())))
            }
            RunRequest::Choose(_) => {
                choose(source, wish).map(|chosen| of_plan(&chosen, plan_json(&chosen.result(), None)))
            }
            RunRequest::Alternatives(request) => {
                let (count, differ_by) = alternatives_counts(request);
                alternatives(source, wish, count, differ_by).map(|listed| of_list(&listed))
            }
            RunRequest::Replan(request) => match replan(source, wish, &replan_wish(request))? {
                Replanned::Plans(listed) => Ok(of_list(&listed)),
                Replanned::NoPlan(chosen) => Ok(of_plan(&chosen, plan_json(&chosen.result(), None))),
            },
            RunRequest::Explain(request) => {
                let explained = explain(source, wish, request.investment.as_deref())?;
                Ok(of_plan(&explained.chosen, explain_json(&explained.result())))
            }
            RunRequest::Frontier(request) => {
                let drawing = frontier(source, wish, &frontier_wish(request))?;
                let text = frontier_json(&drawing.result());
                let prepared = &drawing.prepared;
                Ok(RunResult { has_plan: true, ..about(&prepared.opened, text, Some(&prepared.fingerprint)) })
            }
            RunRequest::Robust(request) => {
                let robustness = robust(source, wish, &robust_wish(request))?;
                let text = robust_json(&robustness.result());
                let prepared = &robustness.prepared;
                Ok(RunResult { has_plan: true, ..about(&prepared.opened, text, Some(&prepared.fingerprint)) })
            }
            RunRequest::Scenarios(_) => {
                let batch = scenarios(source, wish)?;
                let text = scenarios_json(&batch.table());
                Ok(of_plan(&batch.base, text))
            }
            RunRequest::Report(_) => {
                let reported = report(source, wish)?;
                let chosen = &reported.chosen;
                let memo = memo_html(&chosen.result(), &reported.grounds, self.language(&chosen.opened));
                Ok(RunResult { content_type: "text/html; charset=utf-8", ..of_plan(chosen, memo) })
            }
        }
    }

    /// The language asked for, else the dossier's own.
    fn language(&self, opened: &Opened) -> Language {
        self.language.or(opened.dossier.settings.language).unwrap_or_default()
    }
}

fn map_page(mapped: &Mapped) -> String {
    let result = mapped.result();
    match (mapped.story(), &mapped.node, &mapped.trace) {
        (Some(story), _, _) => moment_json(&result, &story),
        (None, Some(role), _) => node_json(&result, role),
        (None, None, Some(trace)) => trace_json(&result, trace),
        (None, None, None) => map_json(&result),
    }
}

/// A document about a dossier, without a plan in it.
fn about(opened: &Opened, text: String, fingerprint: Option<&String>) -> RunResult {
    RunResult {
        text,
        content_type: "application/json",
        fingerprint: fingerprint.cloned(),
        has_plan: false,
        status: None,
        findings: opened.findings.clone(),
    }
}

fn of_plan(chosen: &Chosen, text: String) -> RunResult {
    RunResult {
        has_plan: chosen.outcome.plan.is_some(),
        status: Some(chosen.outcome.status.name()),
        ..about(&chosen.opened, text, Some(&chosen.fingerprint))
    }
}

fn of_list(listed: &Listed) -> RunResult {
    let text = plan_list_json(&listed.result());
    RunResult { has_plan: true, ..about(&listed.prepared.opened, text, Some(&listed.prepared.fingerprint)) }
}
