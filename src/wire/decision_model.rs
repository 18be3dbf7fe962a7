//! The written form of a decision model (`model.json`): every assumption with its unit and source.
//!
//! A model is read whole or not at all: half a model would be a silent mistake.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::Number;

use super::decimal;
use crate::domain::decision_model::{Adoption, DecisionModel, PersonaWeighting};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::evidence::EvidenceRung;
use crate::quantity::real::real;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionModelForm {
    pub name: String,
    /// Three numbers, the first one changing when a result may change.
    pub version: String,
    pub settings: SettingsForm,
}

/// A number with its unit and source; `number` is null where none applies.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedNumber {
    pub number: Option<Number>,
    pub unit: String,
    pub source: String,
    #[serde(default)]
    pub note: String,
}

/// A choice among words, with the source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedChoice {
    pub choice: String,
    /// Only for the choice `blend`: the part of `contribution`, 0 to 1.
    #[serde(default)]
    pub share: Option<Number>,
    pub unit: String,
    pub source: String,
    #[serde(default)]
    pub note: String,
}

/// The evidence scale, rung by rung.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedScale {
    pub levels: BTreeMap<String, Rung>,
    pub unit: String,
    pub source: String,
    #[serde(default)]
    pub note: String,
}

/// One rung of the evidence scale.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    pub reliability: Number,
    pub spread: Number,
}

/// Saaty's random index by matrix size.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedIndex {
    pub by_size: BTreeMap<String, Number>,
    pub unit: String,
    pub source: String,
    #[serde(default)]
    pub note: String,
}

/// Every assumption of the method.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsForm {
    pub evidence_scale: StatedScale,
    pub reference_class_realisation: StatedNumber,
    pub propagation_hops: StatedNumber,
    pub inflow_weight_max: StatedNumber,
    pub closure_min: StatedNumber,
    pub closure_max: StatedNumber,
    pub persona_weighting: StatedChoice,
    pub adoption: StatedChoice,
    pub lifetime_years: StatedNumber,
    pub kano_must_be_steepness: StatedNumber,
    pub kano_attractive_power: StatedNumber,
    pub loss_aversion: StatedNumber,
    pub journey_worst: StatedNumber,
    pub journey_last: StatedNumber,
    pub journey_mean: StatedNumber,
    pub value_curvature: StatedNumber,
    pub value_s_power: StatedNumber,
    pub ahp_random_index: StatedIndex,
    pub ahp_ratio_max: StatedNumber,
    pub flexibility_portability: StatedNumber,
    pub flexibility_contract: StatedNumber,
    pub flexibility_standards: StatedNumber,
    pub flexibility_exit: StatedNumber,
    pub readiness_min: StatedNumber,
    pub check_limits: BTreeMap<String, StatedNumber>,
    pub mirr_rate: StatedNumber,
}

/// The decision model in this text, or one sentence that says what is wrong with it.
pub fn read(text: &str) -> Result<DecisionModel, String> {
    let form: DecisionModelForm = serde_json::from_str(text).map_err(|fault| fault.to_string())?;
    form.take_apart()
}

impl DecisionModelForm {
    /// The decision model, or one sentence about the first setting that is out of its range.
    pub fn take_apart(self) -> Result<DecisionModel, String> {
        let DecisionModelForm { name, version, settings } = self;
        let SettingsForm {
            evidence_scale,
            reference_class_realisation,
            propagation_hops,
            inflow_weight_max,
            closure_min,
            closure_max,
            persona_weighting,
            adoption,
            lifetime_years,
            kano_must_be_steepness,
            kano_attractive_power,
            loss_aversion,
            journey_worst,
            journey_last,
            journey_mean,
            value_curvature,
            value_s_power,
            ahp_random_index,
            ahp_ratio_max,
            flexibility_portability,
            flexibility_contract,
            flexibility_standards,
            flexibility_exit,
            readiness_min,
            check_limits,
            mirr_rate,
        } = settings;
        Ok(DecisionModel {
            name,
            version,
            evidence: evidence(&evidence_scale)?,
            reference_class_realisation: exact(
                "reference_class_realisation",
                &reference_class_realisation,
                0.0,
                1.0,
            )?,
            propagation_hops: whole("propagation_hops", &propagation_hops, 1.0, 12.0)?,
            inflow_weight_max: ranged("inflow_weight_max", &inflow_weight_max, 0.0, 100.0)?,
            closure_min: ranged("closure_min", &closure_min, -10.0, 0.0)?,
            closure_max: ranged("closure_max", &closure_max, 0.0, 0.999)?,
            persona_weighting: weighting(&persona_weighting)?,
            adoption: adopted(&adoption)?,
            lifetime_years: whole("lifetime_years", &lifetime_years, 1.0, 50.0)?,
            kano_must_be_steepness: ranged("kano_must_be_steepness", &kano_must_be_steepness, 0.01, 100.0)?,
            kano_attractive_power: ranged("kano_attractive_power", &kano_attractive_power, 0.01, 100.0)?,
            loss_aversion: ranged("loss_aversion", &loss_aversion, 0.0, 100.0)?,
            journey_worst: ranged("journey_worst", &journey_worst, 0.0, 1.0)?,
            journey_last: ranged("journey_last", &journey_last, 0.0, 1.0)?,
            journey_mean: ranged("journey_mean", &journey_mean, 0.0, 1.0)?,
            value_curvature: ranged("value_curvature", &value_curvature, 0.01, 100.0)?,
            value_s_power: ranged("value_s_power", &value_s_power, 0.01, 100.0)?,
            ahp_random_index: index(&ahp_random_index)?,
            ahp_ratio_max: ranged("ahp_ratio_max", &ahp_ratio_max, 0.0, 10.0)?,
            flexibility_portability: ranged("flexibility_portability", &flexibility_portability, 0.0, 1.0)?,
            flexibility_contract: ranged("flexibility_contract", &flexibility_contract, 0.0, 1.0)?,
            flexibility_standards: ranged("flexibility_standards", &flexibility_standards, 0.0, 1.0)?,
            flexibility_exit: ranged("flexibility_exit", &flexibility_exit, 0.0, 1.0)?,
            readiness_min: ranged("readiness_min", &readiness_min, 0.0, 1.0)?,
            check_limits: limits(&check_limits)?,
            mirr_rate: match mirr_rate.number {
                None => None,
                Some(_) => Some(exact("mirr_rate", &mirr_rate, -0.99, 10.0)?),
            },
        })
    }
}

fn exact(name: &str, stated: &StatedNumber, least: f64, most: f64) -> Result<Decimal, String> {
    let number = stated.number.as_ref().ok_or_else(|| format!("{name} needs a number"))?;
    within(name, number, least, most)
}

fn within(name: &str, number: &Number, least: f64, most: f64) -> Result<Decimal, String> {
    let exact =
        decimal::of_json(number).ok_or_else(|| format!("{name} is {number}, which cannot be read"))?;
    if real(exact) < least || most < real(exact) {
        return Err(format!("{name} is {number}, but must lie from {least} to {most}"));
    }
    Ok(exact)
}

fn ranged(name: &str, stated: &StatedNumber, least: f64, most: f64) -> Result<f64, String> {
    exact(name, stated, least, most).map(real)
}

fn whole(name: &str, stated: &StatedNumber, least: f64, most: f64) -> Result<usize, String> {
    let exact = exact(name, stated, least, most)?;
    exact
        .normalize()
        .to_string()
        .parse()
        .map_err(|_| format!("{name} is {exact}, but must be a whole number"))
}

fn evidence(stated: &StatedScale) -> Result<BTreeMap<EvidenceLevel, EvidenceRung>, String> {
    let mut rungs = BTreeMap::new();
    for (name, rung) in &stated.levels {
        let path = format!("evidence_scale {name}");
        let level = EvidenceLevel::of_name(name).ok_or_else(|| format!("{path} is no level E0 to E5"))?;
        let reliability = within(&path, &rung.reliability, 0.0, 1.0)?;
        let spread = within(&path, &rung.spread, 0.0, 10.0)?;
        rungs.insert(level, EvidenceRung { reliability, spread });
    }
    match EvidenceLevel::ALL.into_iter().find(|level| !rungs.contains_key(level)) {
        Some(level) => Err(format!("evidence_scale lacks the level {}", level.name())),
        None => Ok(rungs),
    }
}

fn weighting(stated: &StatedChoice) -> Result<PersonaWeighting, String> {
    match (stated.choice.as_str(), &stated.share) {
        ("contribution", None) => Ok(PersonaWeighting::Contribution),
        ("headcount", None) => Ok(PersonaWeighting::Headcount),
        ("equal", None) => Ok(PersonaWeighting::Equal),
        ("blend", Some(share)) => {
            let share = real(within("persona_weighting", share, 0.0, 1.0)?);
            Ok(PersonaWeighting::Blend { share })
        }
        ("blend", None) => Err("persona_weighting blend needs a share".to_string()),
        (other, _) => Err(format!(
            "persona_weighting is {other}, but must be contribution, headcount, equal, or blend with a share"
        )),
    }
}

fn adopted(stated: &StatedChoice) -> Result<Adoption, String> {
    match stated.choice.as_str() {
        "full" => Ok(Adoption::Full),
        "digital_share" => Ok(Adoption::DigitalShare),
        other => Err(format!("adoption is {other}, but must be full or digital_share")),
    }
}

fn index(stated: &StatedIndex) -> Result<BTreeMap<usize, f64>, String> {
    let mut by_size = BTreeMap::new();
    for (size, number) in &stated.by_size {
        let path = format!("ahp_random_index {size}");
        let size = size.parse().map_err(|_| format!("{path} is no matrix size"))?;
        by_size.insert(size, real(within(&path, number, 0.0, 10.0)?));
    }
    Ok(by_size)
}

fn limits(stated: &BTreeMap<String, StatedNumber>) -> Result<BTreeMap<String, f64>, String> {
    stated.iter().map(|(name, limit)| Ok((name.clone(), ranged(name, limit, 0.0, 1e9)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERENCE: &str = include_str!("../../models/reference/model.json");

    #[test]
    fn the_shipped_model_is_read_whole() {
        let model = read(REFERENCE).unwrap();
        assert_eq!(model.evidence.len(), 6);
        assert_eq!(model.kept_share(EvidenceLevel::E1).to_string(), "0.6920");
        assert_eq!(model.persona_weighting, PersonaWeighting::Contribution);
    }

    #[test]
    fn every_assumption_states_unit_and_source() {
        let text: serde_json::Value = serde_json::from_str(REFERENCE).unwrap();
        let settings = text["settings"].as_object().unwrap();
        let limits = settings["check_limits"].as_object().unwrap();
        let stated: Vec<_> =
            settings.iter().filter(|(name, _)| *name != "check_limits").chain(limits).collect();
        assert!(30 < stated.len());
        for (name, setting) in stated {
            for part in ["unit", "source", "note"] {
                assert!(!setting[part].as_str().unwrap_or_default().is_empty(), "{name} lacks its {part}");
            }
        }
    }

    #[test]
    fn a_setting_out_of_range_is_named() {
        let text = REFERENCE.replacen("\"number\": 0.44", "\"number\": 1.44", 1);
        assert!(read(&text).unwrap_err().starts_with("reference_class_realisation is 1.44"));
        let text = REFERENCE.replacen("\"choice\": \"full\"", "\"choice\": \"half\"", 1);
        assert!(read(&text).unwrap_err().starts_with("adoption is half"));
        let text = REFERENCE.replacen("\"E5\"", "\"E9\"", 1);
        assert!(read(&text).unwrap_err().contains("E9"));
        assert!(read(&REFERENCE.replacen("\"loss_aversion\"", "\"loss\"", 1)).is_err());
    }
}
