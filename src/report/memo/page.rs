//! `Page`: the result with its reader: language, names, numbers and pictures as the sections need them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::MemoGrounds;
use super::html::{Html, classed, element};
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::domain::settings::currency_sign;
use crate::domain::text::{Bilingual, Language};
use crate::optimize::outcome::Plan;
use crate::quantity::real::{exact, real};
use crate::report::chart::kind::{Frame, Locale};
use crate::report::chart::{Chart, render, render_all};
use crate::report::number::{grouped, millions, percent, percent_of_real, thousands};
use crate::report::plan::PlanResult;

/// The unit in which the amounts of one picture are printed.
#[derive(Clone, Debug)]
pub struct Unit {
    name: String,
    divisor: Decimal,
    decimals: u8,
}

impl Unit {
    /// An amount of the dossier's currency in this unit.
    pub fn of(&self, amount: Decimal) -> f64 {
        real(amount / self.divisor)
    }
}

/// What every section is written from.
pub struct Page<'a> {
    pub result: &'a PlanResult<'a>,
    pub grounds: &'a MemoGrounds,
    pub language: Language,
    drawings: BTreeMap<&'static str, String>,
}

impl<'a> Page<'a> {
    /// A page without its pictures yet.
    pub fn new(result: &'a PlanResult<'a>, grounds: &'a MemoGrounds, language: Language) -> Page<'a> {
        Page { result, grounds, language, drawings: BTreeMap::new() }
    }

    /// Draws all pictures at once; one that cannot be drawn is missing alone.
    pub fn draw(&mut self, charts: &[(&'static str, Chart)]) {
        let names = charts.iter().map(|(name, _)| *name);
        self.drawings = match render_all(charts) {
            Ok(drawings) => names.zip(drawings).collect(),
            Err(_) => {
                charts.iter().filter_map(|(name, chart)| Some((*name, render(chart, name).ok()?))).collect()
            }
        };
    }

    /// A picture with its caption; a sentence in its place when it could not be drawn.
    pub fn figure(&self, name: &str, caption: impl Into<Html>) -> Html {
        let picture = match self.drawings.get(name) {
            Some(svg) => Html::drawing(svg),
            None => element(
                "p",
                self.say("These figures cannot be drawn.", "Ces chiffres ne peuvent être dessinés."),
            ),
        };
        classed("figure", "chart", element("figcaption", caption).and(picture)).and(Html::literal("\n"))
    }

    /// A paragraph of the reader's language.
    pub fn paragraph(&self, en: impl Into<Html>, fr: impl Into<Html>) -> Html {
        let text = match self.language {
            Language::English => en.into(),
            Language::French => fr.into(),
        };
        element("p", text).and(Html::literal("\n"))
    }

    /// The text of the reader's language.
    pub fn say<'t>(&self, en: &'t str, fr: &'t str) -> &'t str {
        match self.language {
            Language::English => en,
            Language::French => fr,
        }
    }

    /// Headings of a table in the reader's language.
    pub fn headings<const N: usize>(
        &self,
        en: [&'static str; N],
        fr: [&'static str; N],
    ) -> [&'static str; N] {
        match self.language {
            Language::English => en,
            Language::French => fr,
        }
    }

    pub fn plan(&self) -> Option<&'a Plan> {
        self.result.outcome.plan.as_ref()
    }

    pub fn dossier(&self) -> &'a Dossier {
        self.result.dossier
    }

    /// The dossier's name, else its identifier.
    pub fn name(&self) -> &'a str {
        let settings = &self.dossier().settings;
        self.text(&settings.name, &settings.id)
    }

    pub fn investment(&self, id: &'a InvestmentId) -> &'a str {
        self.dossier().investment(id).map_or(id.as_str(), |one| self.text(&one.name, id.as_str()))
    }

    pub fn moment(&self, id: &'a MomentId) -> &'a str {
        self.dossier().moment(id).map_or(id.as_str(), |one| self.text(&one.name, id.as_str()))
    }

    pub fn persona(&self, id: &'a PersonaId) -> &'a str {
        let found = self.dossier().personas.iter().find(|one| &one.id == id);
        found.map_or(id.as_str(), |one| self.text(&one.name, id.as_str()))
    }

    /// An investment by name, its identifier beside it in a quieter voice.
    pub fn named(&self, id: &'a InvestmentId, variant: &str) -> Html {
        let code = if variant.is_empty() { id.to_string() } else { format!("{id}:{variant}") };
        Html::from(self.investment(id)).and(Html::literal(" ")).and(classed("span", "code", code))
    }

    /// Calendar year of a year index.
    pub fn year(&self, index: usize) -> String {
        (i64::from(self.dossier().settings.base_year) + index as i64).to_string()
    }

    pub fn years(&self) -> Vec<String> {
        (0..=self.result.cases.horizon()).map(|index| self.year(index)).collect()
    }

    pub fn thousands(&self, amount: Decimal) -> String {
        thousands(amount, &self.dossier().settings.currency, self.language)
    }

    /// An amount of a table whose caption says that amounts are in thousands.
    pub fn kilo(&self, amount: Decimal) -> String {
        grouped(amount / Decimal::ONE_THOUSAND, 0, self.language)
    }

    /// The caption of a table of such amounts.
    pub fn in_kilo(&self, caption: &str) -> Html {
        let unit = format!("{} {}", self.say("amounts in", "montants en"), self.scaled_symbol("k"));
        Html::from(caption).and(Html::literal(" ")).and(classed("span", "unit", unit))
    }

    pub fn millions(&self, amount: Decimal) -> String {
        millions(amount, &self.dossier().settings.currency, self.language)
    }

    pub fn count(&self, number: Decimal) -> String {
        grouped(number, 0, self.language)
    }

    /// A fraction as per cent without decimals.
    pub fn percent(&self, fraction: Decimal) -> String {
        percent(fraction, 0, self.language)
    }

    pub fn share(&self, fraction: f64) -> String {
        percent_of_real(fraction, 0, self.language)
    }

    /// A mark on a scale of 0 to 10, with one decimal; a dash for none.
    pub fn mark(&self, mark: Option<f64>) -> String {
        mark.and_then(exact).map_or("–".into(), |mark| grouped(mark, 1, self.language))
    }

    /// The unit in which these amounts read best: millions, else thousands.
    pub fn unit(&self, amounts: impl IntoIterator<Item = Decimal>) -> Unit {
        let largest = amounts.into_iter().map(|amount| amount.abs()).max().unwrap_or_default();
        let million = Decimal::from(1_000_000);
        let (scale, divisor, decimals) = match () {
            _ if largest >= Decimal::from(100) * million => ("M", million, 0),
            _ if largest >= Decimal::from(10) * million => ("M", million, 1),
            _ if largest >= million => ("M", million, 2),
            _ => ("k", Decimal::ONE_THOUSAND, 0),
        };
        Unit { name: self.scaled_symbol(scale), divisor, decimals }
    }

    /// The sign of the currency with `k` or `M`, in the order of the language.
    fn scaled_symbol(&self, scale: &str) -> String {
        let symbol = currency_sign(&self.dossier().settings.currency);
        match self.language {
            Language::English if symbol.chars().count() > 1 => format!("{symbol} {scale}"),
            Language::English => format!("{symbol}{scale}"),
            Language::French => format!("{scale}{symbol}"),
        }
    }

    /// The frame of a picture of amounts.
    pub fn frame(&self, title: &str, description: &str, unit: &Unit) -> Frame {
        self.frame_of(title, description, &unit.name, unit.decimals)
    }

    /// The frame of a picture of anything else.
    pub fn frame_of(&self, title: &str, description: &str, unit: &str, decimals: u8) -> Frame {
        Frame {
            title: title.to_string(),
            description: description.to_string(),
            locale: match self.language {
                Language::English => Locale::English,
                Language::French => Locale::French,
            },
            unit: unit.to_string(),
            decimals,
        }
    }

    /// The text of a name in the reader's language, or what stands in for it.
    pub fn text(&self, name: &'a Bilingual, instead: &'a str) -> &'a str {
        let text = name.get(self.language);
        if text.is_empty() { instead } else { text }
    }
}
