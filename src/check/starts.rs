//! The rule on starts that come too late for the case.

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};

pub const START_BEYOND_HORIZON: Rule = Rule {
    code: "start_beyond_horizon",
    severity: Severity::Error,
    what: "The earliest start of a candidate lies beyond the horizon.",
    why: "It cannot start in any year that is looked at, so it can be in no plan; a mandatory one leaves no plan at all.",
    advice: Advice {
        en: "Bring the earliest start forward, lengthen horizon_years, or leave the candidate out of this decision.",
        fr: "Avancez le début au plus tôt, allongez horizon_years, ou retirez le candidat de cette décision.",
    },
    apply: start_beyond_horizon,
};

fn start_beyond_horizon(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let horizon = dossier.settings.horizon;
    let late = dossier.investments.iter().filter(|investment| investment.earliest_start as usize > horizon);
    late.map(|investment| {
        let (id, year) = (&investment.id, investment.earliest_start);
        START_BEYOND_HORIZON
            .finding(
                &investment.place,
                format!("{id} may start from year {year}; the horizon ends with year {horizon}."),
                format!("{id} peut débuter dès l'année {year} ; l'horizon s'achève avec l'année {horizon}."),
            )
            .at("earliest_start_year", &year.to_string())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    #[test]
    fn the_last_year_is_not_too_late() {
        let mut dossier = example::dossier();
        dossier.investments[0].earliest_start = dossier.settings.horizon as u32;
        assert_eq!(look(start_beyond_horizon, &dossier, &example::model()), []);
        dossier.investments[0].earliest_start += 1;
        assert_eq!(look(start_beyond_horizon, &dossier, &example::model()).len(), 1);
    }
}
