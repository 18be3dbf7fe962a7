//! `RunRequest`: a request for a run of any kind, read and judged with every fault at once.

use rust_decimal::Decimal;

use super::fault::{RequestFault, read};
use super::run::{
    AlternativesRequest, AppraiseRequest, CheckRequest, ChooseRequest, ExplainRequest, FACTOR_MAX,
    FrontierRequest, MapRequest, OfPlan, OnDossier, ReplanRequest, ReportRequest, RobustRequest,
    ScenariosRequest, ScoreRequest,
};
use super::run_parts::{DecimalText, portfolio};
use crate::domain::period::Period;

/// A request of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum RunRequest {
    Check(CheckRequest),
    Appraise(AppraiseRequest),
    Score(ScoreRequest),
    Map(MapRequest),
    Choose(ChooseRequest),
    Alternatives(AlternativesRequest),
    Replan(ReplanRequest),
    Explain(ExplainRequest),
    Frontier(FrontierRequest),
    Robust(RobustRequest),
    Scenarios(ScenariosRequest),
    Report(ReportRequest),
}

/// The kinds by name, in reading order.
pub const KINDS: [&str; 12] = [
    "check",
    "appraise",
    "score",
    "map",
    "choose",
    "alternatives",
    "replan",
    "explain",
    "frontier",
    "robust",
    "scenarios",
    "report",
];

impl RunRequest {
    /// The request of this kind in a JSON text; a blank text asks for nothing beyond the defaults.
    ///
    /// # Errors
    /// Every fault of it, each with the pointer to its field; an unknown kind is one.
    pub fn parse(kind: &str, json: &str) -> Result<RunRequest, Vec<RequestFault>> {
        let json = if json.trim().is_empty() { "{}" } else { json };
        let request = match kind {
            "check" => RunRequest::Check(read(json)?),
            "appraise" => RunRequest::Appraise(read(json)?),
            "score" => RunRequest::Score(read(json)?),
            "map" => RunRequest::Map(read(json)?),
            "choose" => RunRequest::Choose(read(json)?),
            "alternatives" => RunRequest::Alternatives(read(json)?),
            "replan" => RunRequest::Replan(read(json)?),
            "explain" => RunRequest::Explain(read(json)?),
            "frontier" => RunRequest::Frontier(read(json)?),
            "robust" => RunRequest::Robust(read(json)?),
            "scenarios" => RunRequest::Scenarios(read(json)?),
            "report" => RunRequest::Report(read(json)?),
            other => return Err(vec![unknown_kind(other)]),
        };
        let faults = request.faults();
        if faults.is_empty() { Ok(request) } else { Err(faults) }
    }

    /// Its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            RunRequest::Check(_) => "check",
            RunRequest::Appraise(_) => "appraise",
            RunRequest::Score(_) => "score",
            RunRequest::Map(_) => "map",
            RunRequest::Choose(_) => "choose",
            RunRequest::Alternatives(_) => "alternatives",
            RunRequest::Replan(_) => "replan",
            RunRequest::Explain(_) => "explain",
            RunRequest::Frontier(_) => "frontier",
            RunRequest::Robust(_) => "robust",
            RunRequest::Scenarios(_) => "scenarios",
            RunRequest::Report(_) => "report",
        }
    }

    /// What it says of the dossier.
    pub fn on_dossier(&self) -> OnDossier {
        match self {
            RunRequest::Check(request) => request.on_dossier(),
            RunRequest::Appraise(request) => request.on_dossier(),
            RunRequest::Score(request) => request.on_dossier(),
            RunRequest::Map(request) => request.on_dossier(),
            RunRequest::Choose(request) => request.on_dossier(),
            RunRequest::Alternatives(request) => request.on_dossier(),
            RunRequest::Replan(request) => request.on_dossier(),
            RunRequest::Explain(request) => request.on_dossier(),
            RunRequest::Frontier(request) => request.on_dossier(),
            RunRequest::Robust(request) => request.on_dossier(),
            RunRequest::Scenarios(request) => request.on_dossier(),
            RunRequest::Report(request) => request.on_dossier(),
        }
    }

    /// What it asks of a plan; none for kinds that choose none.
    pub fn of_plan(&self) -> Option<OfPlan> {
        match self {
            RunRequest::Check(_) | RunRequest::Appraise(_) | RunRequest::Score(_) | RunRequest::Map(_) => {
                None
            }
            RunRequest::Choose(request) => Some(request.of_plan()),
            RunRequest::Alternatives(request) => Some(request.of_plan()),
            RunRequest::Replan(request) => Some(request.of_plan()),
            RunRequest::Explain(request) => Some(request.of_plan()),
            RunRequest::Frontier(request) => Some(request.of_plan()),
            RunRequest::Robust(request) => Some(request.of_plan()),
            RunRequest::Scenarios(request) => Some(request.of_plan()),
            RunRequest::Report(request) => Some(request.of_plan()),
        }
    }

    /// Every value that its field cannot take.
    pub fn faults(&self) -> Vec<RequestFault> {
        let mut judge = Judge::default();
        if let Some(plan) = self.of_plan() {
            judge.share("/gap", Some(plan.gap));
            judge.seconds("/time_limit_seconds", plan.time_limit_seconds);
        }
        match self {
            RunRequest::Map(request) => {
                let centres = [&request.moment, &request.node, &request.investment];
                if 1 < centres.into_iter().flatten().count() {
                    judge.several_centres(if request.node.is_some() { "/node" } else { "/investment" });
                    return judge.faults;
                }
                let is_health = |health: f64| (0.0..=10.0).contains(&health);
                if request.health.is_some_and(|health| request.node.is_none() || !is_health(health)) {
                    judge.refuse("/health", "0 to 10, of a node", "de 0 à 10, pour un nœud");
                }
            }
            RunRequest::Alternatives(request) => {
                judge.count("/count", request.count.map(u32::from), 1, 100);
                judge.count("/differ_by", request.differ_by.map(u32::from), 1, u32::from(u16::MAX));
            }
            RunRequest::Replan(request) => {
                portfolio(&request.approved, "/approved", &mut judge.faults);
                judge.period("/as_of", request.as_of.as_deref());
                judge.share("/keep", request.keep);
            }
            RunRequest::Frontier(request) => {
                judge.factors("/factors", &request.factors);
                judge.count("/points", request.points.map(u32::from), 2, 1000);
                judge.count("/switches", request.switches.map(u32::from), 0, 1000);
                portfolio(request.plan.as_deref().unwrap_or_default(), "/plan", &mut judge.faults);
            }
            RunRequest::Robust(request) => {
                judge.count("/samples", request.samples, 1, 1_000_000);
                judge.share("/within", request.within);
                judge.weights("/around", &request.around);
                judge.factors("/budgets", &request.budgets);
                judge.share("/scores", Some(request.scores));
                judge.share("/certified", request.certified);
            }
            _ => {}
        }
        judge.faults
    }
}

/// Looks at values one by one.
#[derive(Default)]
struct Judge {
    faults: Vec<RequestFault>,
}

impl Judge {
    fn refuse(&mut self, pointer: &str, takes_en: &str, takes_fr: &str) {
        self.faults.push(RequestFault::out_of_range(pointer, takes_en, takes_fr));
    }

    fn share(&mut self, pointer: &str, share: Option<f64>) {
        if share.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
            self.refuse(
                pointer,
                "a share from 0 to 1, like 0.01 for 1 %",
                "une part de 0 à 1, comme 0.01 pour 1 %",
            );
        }
    }

    fn seconds(&mut self, pointer: &str, seconds: Option<f64>) {
        if seconds.is_some_and(|seconds| !seconds.is_finite() || seconds <= 0.0) {
            self.refuse(pointer, "a number of seconds above 0", "un nombre de secondes supérieur à 0");
        }
    }

    fn count(&mut self, pointer: &str, count: Option<u32>, least: u32, most: u32) {
        if count.is_some_and(|count| !(least..=most).contains(&count)) {
            let (en, fr) =
                (format!("a whole number from {least} to {most}"), format!("un entier de {least} à {most}"));
            self.refuse(pointer, &en, &fr);
        }
    }

    fn factors(&mut self, pointer: &str, factors: &[DecimalText]) {
        for (at, DecimalText(factor)) in factors.iter().enumerate() {
            if *factor <= Decimal::ZERO || FACTOR_MAX < *factor {
                self.refuse(
                    &format!("{pointer}/{at}"),
                    "a share of the budgets above 0 and at most 1000, like 0.8",
                    "une part des budgets supérieure à 0 et d'au plus 1000, comme 0.8",
                );
            }
        }
    }

    fn weights(&mut self, pointer: &str, weights: &[f64]) {
        for (at, weight) in weights.iter().enumerate() {
            if !weight.is_finite() || *weight < 0.0 {
                self.refuse(&format!("{pointer}/{at}"), "a weight of at least 0", "un poids d'au moins 0");
            }
        }
    }

    fn period(&mut self, pointer: &str, period: Option<&str>) {
        if period.is_some_and(|text| Period::parse(text).is_none()) {
            self.refuse(
                pointer,
                "a period: y1, y1q2 (second quarter) or y1m05 (fifth month)",
                "une période : y1, y1q2 (deuxième trimestre) ou y1m05 (cinquième mois)",
            );
        }
    }

    fn several_centres(&mut self, pointer: &str) {
        let en = "A map has one middle: give a moment, a node or an investment.";
        let fr = "Une carte n'a qu'un centre : indiquez un moment, un nœud ou un investissement.";
        self.faults.push(RequestFault::at(pointer, "fields_exclusive", en, fr));
    }
}

fn unknown_kind(kind: &str) -> RequestFault {
    let known = KINDS.join(", ");
    RequestFault::at(
        "",
        "kind_unknown",
        format!("There is no run of the kind `{kind}`; there are: {known}."),
        format!("Il n'y a pas d'analyse « {kind} » ; il y a : {known}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_can_ask_for_nothing() {
        for kind in KINDS {
            for json in ["", "{}", "{\"language\": \"fr\", \"what_if\": {}}"] {
                let request =
                    RunRequest::parse(kind, json).unwrap_or_else(|faults| panic!("{kind}: {faults:?}"));
                assert_eq!(request.kind(), kind);
            }
        }
        assert_eq!(RunRequest::parse("guess", "{}").expect_err("no kind")[0].code, "kind_unknown");
    }

    #[test]
    fn every_value_out_of_range_is_told_at_once() {
        let json = r#"{"gap": 2, "time_limit_seconds": 0, "factors": ["0.8", "0", "1001"], "points": 1,
                       "plan": [{"investment": "A", "variant": "core", "share": "0", "begin": "later"},
                                {"investment": "A", "variant": "core"}]}"#;
        let faults = RunRequest::parse("frontier", json).expect_err("nothing of it can be taken");
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        let expected = [
            "/gap",
            "/time_limit_seconds",
            "/factors/1",
            "/factors/2",
            "/points",
            "/plan/0/begin",
            "/plan/0/share",
            "/plan/1/investment",
        ];
        assert_eq!(pointers, expected);
        let is_told =
            |fault: &RequestFault| fault.message.en.ends_with('.') && fault.message.fr.ends_with('.');
        assert!(faults.iter().all(is_told), "{faults:?}");
    }

    #[test]
    fn a_field_of_another_kind_is_unknown() {
        let faults =
            RunRequest::parse("scenarios", r#"{"scenario": "S1", "gap": "0.1"}"#).expect_err("two faults");
        let told: Vec<_> = faults.iter().map(|fault| (fault.code, fault.pointer.as_str())).collect();
        assert_eq!(told, [("field_unknown", "/scenario"), ("field_invalid", "/gap")]);
    }

    #[test]
    fn amounts_are_texts_and_budgets_become_changes() {
        let json = r#"{"what_if": {"budgets": {"y0": "9200000.50"},
                       "overrides": [{"target": "levers", "field": "cap_units", "operation": "mul", "operand": "0.5"}]}}"#;
        let changes = RunRequest::parse("choose", json).expect("a request").on_dossier().what_if.changes();
        let told: Vec<_> =
            changes.iter().map(|one| (&*one.place.file, one.filter.as_str(), one.operand.as_str())).collect();
        assert_eq!(told, [("what_if.overrides", "*", "0.5"), ("what_if.budgets.y0", "y0", "9200000.50")]);
        let faults = RunRequest::parse("choose", r#"{"what_if": {"budgets": {"y0": 9200000.5}}}"#);
        assert_eq!(faults.expect_err("a number is no text")[0].pointer, "/what_if/budgets/y0");
    }

    #[test]
    fn a_request_reads_back_as_it_is_written() {
        let json = r#"{"locks": [{"investment": "B01", "is_in": true}], "gap": 0.01, "language": "fr"}"#;
        let RunRequest::Choose(request) = RunRequest::parse("choose", json).expect("a request") else {
            panic!()
        };
        let written = serde_json::to_string(&request).expect("JSON");
        assert_eq!(RunRequest::parse("choose", &written), Ok(RunRequest::Choose(request)));
    }
}
