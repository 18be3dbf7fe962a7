//! An aim as the user writes it: `npv`, `0.7*npv+0.3*coverage`, `npv:0.02,coverage` or `regret`.

use super::error::AppError;
use crate::domain::dossier::Dossier;
use crate::domain::portfolio_rule::Covered;
use crate::domain::text::Bilingual;
use crate::optimize::aim::Aim;
use crate::optimize::floor::Floor;
use crate::optimize::measures::measure::Measure;

/// The aim written in a text; blank is NPV.
pub fn aim_of(dossier: &Dossier, text: &str) -> Result<Aim, AppError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Aim::default());
    }
    if text.contains('*') || text.contains('+') {
        let part = |part: &str| {
            let (weight, name) = part.split_once('*').unwrap_or(("1", part));
            let weight = number(weight).filter(|weight| *weight > 0.0);
            Ok((weight.ok_or_else(|| unreadable(text))?, measure_of(dossier, name)?))
        };
        return Ok(Aim::Blend(text.split('+').map(part).collect::<Result<_, AppError>>()?));
    }
    let steps: Vec<(Measure, f64)> = text
        .split(',')
        .map(|step| {
            if let Ok(measure) = measure_of(dossier, step) {
                return Ok((measure, 0.0));
            }
            let (name, tolerance) = step.rsplit_once(':').ok_or_else(|| unknown(step))?;
            let tolerance = number(tolerance).filter(|tolerance| (0.0..1.0).contains(tolerance));
            let measure = measure_of(dossier, name)?;
            Ok((measure, tolerance.ok_or_else(|| unreadable(text))?))
        })
        .collect::<Result<_, AppError>>()?;
    Ok(match steps.as_slice() {
        [(measure, 0.0)] => Aim::One(measure.clone()),
        _ => Aim::InOrder(steps),
    })
}

/// A floor written `coverage=0.5`, in the unit of its measure.
pub fn floor_of(dossier: &Dossier, text: &str) -> Result<Floor, AppError> {
    let (name, least) = text.split_once('=').ok_or_else(|| unreadable(text))?;
    let least = number(least).ok_or_else(|| unreadable(text))?;
    Ok(Floor::asked(measure_of(dossier, name)?, least))
}

/// A measure by its written form: `coverage:P1` and `coverage:M03` are those of a persona and at a moment.
pub fn measure_of(dossier: &Dossier, name: &str) -> Result<Measure, AppError> {
    let name = name.trim();
    let (family, part) = name.split_once(':').map_or((name, None), |(family, part)| (family, Some(part)));
    let measure = match (family, part) {
        ("npv", None) => Some(Measure::Npv),
        ("objectives", None) => Some(Measure::Objectives),
        ("objective", Some(id)) => {
            let known = dossier.objective(&id.into());
            known.map(|objective| Measure::Objective(objective.id.clone()))
        }
        ("coverage", None) => Some(Measure::Coverage(Covered::Everyone)),
        ("coverage", Some(id)) => {
            let persona = dossier.personas.iter().find(|persona| persona.id.as_str() == id);
            let persona = persona.map(|persona| Covered::Persona(persona.id.clone()));
            let moment = dossier.moment(&id.into()).map(|moment| Covered::Moment(moment.id.clone()));
            persona.or(moment).map(Measure::Coverage)
        }
        ("points", None) => Some(Measure::Points),
        ("freedom", None) => Some(Measure::Freedom),
        ("thrift", None) => Some(Measure::Thrift),
        ("regret", None) => Some(Measure::Regret),
        _ => None,
    };
    measure.ok_or_else(|| unknown(name))
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

fn unknown(name: &str) -> AppError {
    let name = name.trim();
    AppError::Unknown(Bilingual {
        en: format!(
            "`{name}` is no measure of a plan; there are npv, objectives, objective:ID, coverage, coverage:ID (a persona or \
             a moment), points, freedom, thrift and regret."
        ),
        fr: format!(
            "«\u{a0}{name}\u{a0}» n’est pas une mesure d’un plan\u{a0}; il y a npv, objectives, objective:ID, coverage, \
             coverage:ID (un persona ou un moment), points, freedom, thrift et regret."
        ),
    })
}

fn unreadable(text: &str) -> AppError {
    AppError::Unknown(Bilingual {
        en: format!(
            "`{text}` cannot be read; write `npv`, `0.7*npv+0.3*coverage`, `npv:0.02,coverage`, or a floor as \
             `coverage=0.5`."
        ),
        fr: format!(
            "«\u{a0}{text}\u{a0}» est illisible\u{a0}; écrivez `npv`, `0.7*npv+0.3*coverage`, `npv:0.02,coverage`, ou un \
             plancher comme `coverage=0.5`."
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn an_aim_reads_back_as_it_was_written() {
        let dossier = example::dossier();
        for text in ["npv", "0.7*npv+0.3*coverage", "npv:0.02,coverage", "regret", "coverage:P1"] {
            let aim = aim_of(&dossier, text).unwrap_or_else(|_| panic!("{text} is an aim"));
            assert_eq!(aim.name(), text);
        }
        assert_eq!(aim_of(&dossier, "").ok(), Some(Aim::One(Measure::Npv)));
        for text in ["profit", "coverage:nobody", "npv:2,coverage", "-1*npv+coverage", "npv,", "objective"] {
            assert!(aim_of(&dossier, text).is_err(), "{text}");
        }
        assert_eq!(floor_of(&dossier, "coverage=0.5").ok().map(|floor| floor.least), Some(0.5));
        assert!(floor_of(&dossier, "coverage").is_err());
    }
}
