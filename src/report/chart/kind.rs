//! What each kind of chart shows: lists of plain amounts with their labels.

use serde::Serialize;

/// How numbers are written in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Locale {
    /// 1 234,5: narrow no-break space between thousands, decimal comma.
    #[serde(rename = "fr")]
    French,
    /// 1,234.5
    #[serde(rename = "en")]
    English,
}

/// What every chart carries besides its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Frame {
    /// Name of the picture for those who cannot see it; not drawn.
    pub title: String,
    /// What the picture says, for those who cannot see it; not drawn.
    pub description: String,
    pub locale: Locale,
    /// The unit of all amounts, such as `M€`; empty for none.
    pub unit: String,
    /// Digits after the decimal sign of every printed amount, at most 9. Ticks of axes take what they need.
    pub decimals: u8,
}

/// A named row of amounts, one per year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    pub name: String,
    pub amounts: Vec<f64>,
}

/// A limit on spending: one amount per year, none in the years without it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Limit {
    pub name: String,
    pub amounts: Vec<Option<f64>>,
}

/// Spending by kind, stacked by year, with a mark across the column wherever a limit holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BudgetByYear {
    pub frame: Frame,
    pub years: Vec<String>,
    pub spending: Vec<Series>,
    pub limits: Vec<Limit>,
    /// Stands before the year's sum, such as `total`.
    pub total_label: String,
}

/// The load of all roles in one year, in per cent of capacity; none where a role has no capacity on record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleLoad {
    /// The year.
    pub name: String,
    pub shares: Vec<Option<f64>>,
}

/// Use of each role's capacity, grouped bars by year, against the line of 100 %. The frame's unit is not used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CapacityByYear {
    pub frame: Frame,
    pub roles: Vec<String>,
    pub years: Vec<RoleLoad>,
}

/// Persona by moment with a number in each cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MomentHeatmap {
    pub frame: Frame,
    pub personas: Vec<String>,
    pub moments: Vec<String>,
    /// One row per moment, in it one cell per persona; none is hatched and shows a dash.
    pub cells: Vec<Vec<Option<f64>>>,
    /// Ends of the colour scale, `low` below `high`; give two pictures that are compared the same.
    pub low: f64,
    pub high: f64,
    /// What a hatched cell means.
    pub empty_label: String,
}

/// What became of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    Chosen,
    LeftOut,
    Mandatory,
}

/// One candidate in the picture of cost against value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// Short: it stands beside the point.
    pub id: String,
    pub cost: f64,
    pub value: f64,
    pub standing: Standing,
}

/// Present value of cost across, net present value upwards. Filled circle: chosen; filled square: mandatory; hollow
/// diamond: left out. Where there are too many points for all ids, those left out go unnamed first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CostAgainstValue {
    pub frame: Frame,
    pub points: Vec<Candidate>,
    pub cost_label: String,
    pub value_label: String,
    pub chosen_label: String,
    pub left_out_label: String,
    pub mandatory_label: String,
}

/// Cost and benefit of each year as columns, and the sum so far as a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CumulativeCash {
    pub frame: Frame,
    pub years: Vec<String>,
    /// As booked, a cost above zero; the picture turns it downwards.
    pub costs: Vec<f64>,
    pub benefits: Vec<f64>,
    /// Net cash from the first year to the end of each.
    pub cumulative: Vec<f64>,
    pub cost_label: String,
    pub benefit_label: String,
    pub cumulative_label: String,
}

/// A customer-obsession profile: one mark from 0 to 10 on each of the four axes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Profile {
    pub name: String,
    pub amounts: [f64; 4],
}

/// Profiles laid over one another; the figures stand at the axes in the order of the profiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObsessionProfile {
    pub frame: Frame,
    /// From the top, against the clock: agility, flexibility, globality, intelligence.
    pub axes: [String; 4],
    /// One to three.
    pub profiles: Vec<Profile>,
}

/// One bar of a ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    pub name: String,
    pub amount: f64,
    /// Of the second class, drawn with a pattern.
    pub second: bool,
}

/// Lying bars from the largest amount to the smallest, equal ones in the order given. The names of the two classes
/// are shown only when there is a bar of the second.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ranking {
    pub frame: Frame,
    pub bars: Vec<Bar>,
    pub first_label: String,
    pub second_label: String,
}

/// One column of a bridge: a total, which stands on zero, or a change, which stands on what was reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    pub name: String,
    pub amount: f64,
    pub total: bool,
}

/// A bridge from a first total over changes to a last one. Each total after the first must be what the changes lead
/// to, within the rounding of the printed digits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waterfall {
    pub frame: Frame,
    pub steps: Vec<Step>,
}
