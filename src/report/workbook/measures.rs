//! The measures of a case as formulas, each beside the figure that cxfolio prints and a cell that says whether they agree.

use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::flow_block::Ranges;
use super::page::Page;
use super::parameters::Parameters;
use super::sheet::{At, Sheet, cell};
use crate::case::appraisal::Appraisal;
use crate::finance::discount::Timing;
use crate::finance::irr::NoRateReason;
use crate::quantity::real::exact;

/// What cxfolio says of a case.
pub struct Said<'a> {
    pub cost: &'a [Decimal],
    pub benefit: &'a [Decimal],
    pub pv_cost: Decimal,
    pub pv_benefit: Decimal,
    pub npv: Decimal,
    pub appraisal: &'a Appraisal,
}

/// A figure, or the word that stands in its place.
enum Figure {
    Money(Decimal),
    Ratio(Decimal),
    Years(Decimal),
    Word(String),
}

/// Writes the measures from a cell on: formula, what cxfolio says, whether they agree. Gives the row after them and the
/// cell of the NPV.
pub fn write_measures(
    page: &Page,
    parameters: &Parameters,
    sheet: &mut Sheet,
    (row, column): At,
    ranges: &Ranges,
    said: &Said,
) -> (u32, At) {
    let headings =
        page.words([">Formula", ">cxfolio says", ">Agrees"], [">Formule", ">cxfolio indique", ">Concorde"]);
    sheet.text((row, 0), &page.say("Measures", "Mesures"), &page.looks.heading);
    for blank in 1..column {
        sheet.text((row, blank), "", &page.looks.heading);
    }
    for (at, heading) in (column..).zip(&headings) {
        sheet.text((row, at), heading.trim_start_matches('>'), &page.looks.heading_right);
    }
    let mut measures = present_values(page, parameters, ranges, said);
    measures.extend(rates(page, ranges, said));
    measures.extend(paybacks(page, ranges, said));
    let npv_row = row + 3;
    let mut row = row + 1;
    for (label, formula, figure) in measures {
        sheet.text((row, 0), &label, &page.looks.text);
        write_measure(page, sheet, (row, column), &formula, &figure);
        row += 1;
    }
    (row, (npv_row, column))
}

fn write_measure(page: &Page, sheet: &mut Sheet, (row, column): At, formula: &str, figure: &Figure) {
    let looks = &page.looks;
    let (own, said) = ((row, column), (row, column + 1));
    let (left, right) = (cell(own), cell(said));
    let check = match figure {
        Figure::Word(word) => {
            sheet.formula_text(own, formula, word, &looks.right);
            sheet.text(said, word, &looks.right);
            format!("={left}={right}")
        }
        Figure::Money(number) | Figure::Ratio(number) | Figure::Years(number) => {
            let (look, tolerance) = match figure {
                Figure::Money(_) => (&looks.money, "0.01"),
                Figure::Ratio(_) => (&looks.percent, "0.000001"),
                _ => (&looks.years, "0.000001"),
            };
            sheet.formula(own, formula, *number, look);
            sheet.number(said, *number, look);
            format!("=ABS({left}-{right})<{tolerance}")
        }
    };
    sheet.check((row, column + 2), &check, true, &looks.check);
}

type Measure = (String, String, Figure);

fn present_values(page: &Page, parameters: &Parameters, ranges: &Ranges, said: &Said) -> Vec<Measure> {
    let Ranges { cost, benefit, net, factor, net_0, later_net, .. } = ranges;
    let rate = &parameters.rate;
    let own_npv = match page.result.cases.discounting.timing {
        Timing::EndOfYear => format!("={net_0}+NPV({rate},{later_net})"),
        Timing::MidYear => format!("={net_0}+NPV({rate},{later_net})*(1+{rate})^0.5"),
        Timing::AllEnd => format!("=NPV({rate},{net})"),
    };
    let labels = page.words(
        [
            "PV of cost",
            "PV of benefit",
            "NPV",
            "NPV by the spreadsheet's own function",
            "ROI (NPV over PV of cost)",
        ],
        [
            "Coûts actualisés",
            "Gains actualisés",
            "VAN",
            "VAN par la fonction du tableur",
            "ROI (VAN sur coûts actualisés)",
        ],
    );
    let [pv_cost, pv_benefit, npv, own, roi] = labels;
    let roi_formula = format!(
        "=IF(SUMPRODUCT({cost},{factor})=0,\"–\",SUMPRODUCT({net},{factor})/SUMPRODUCT({cost},{factor}))"
    );
    vec![
        (pv_cost, format!("=SUMPRODUCT({cost},{factor})"), Figure::Money(said.pv_cost)),
        (pv_benefit, format!("=SUMPRODUCT({benefit},{factor})"), Figure::Money(said.pv_benefit)),
        (npv, format!("=SUMPRODUCT({net},{factor})"), Figure::Money(said.npv)),
        (own, own_npv, Figure::Money(said.npv)),
        (roi, roi_formula, said.appraisal.roi.map_or_else(|| Figure::Word("–".into()), Figure::Ratio)),
    ]
}

/// The rate where there is one; where there are several, the NPV at each of them, which is zero.
fn rates(page: &Page, ranges: &Ranges, said: &Said) -> Vec<Measure> {
    let Ranges { net, index, .. } = ranges;
    let irr = &said.appraisal.irr;
    let roots: Vec<Decimal> = irr.roots.iter().filter_map(|root| exact(*root)).collect();
    let label = page.say("IRR", "TRI");
    match (roots.as_slice(), irr.reason) {
        ([], reason) => {
            let word = no_rate(page, reason);
            vec![(label, format!("=\"{word}\""), Figure::Word(word))]
        }
        ([root], _) => {
            // Spreadsheets search from a guess, 10 % unless one is given.
            let guess = root.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
            let guess = match guess == dec!(0.1) || guess <= dec!(-1) {
                true => String::new(),
                false => format!(",{guess}"),
            };
            vec![(label, format!("=IRR({net}{guess})"), Figure::Ratio(*root))]
        }
        (several, _) => several
            .iter()
            .map(|root| {
                let percent = crate::report::number::percent(*root, 2, page.language);
                let label = page.say("One of several IRR", "Un des TRI");
                let formula = format!("=ROUND(SUMPRODUCT({net}/(1+{root})^{index}),2)");
                (
                    format!("{label} : {percent} (NPV = 0)").replace(" : ", ": "),
                    formula,
                    Figure::Money(Decimal::ZERO),
                )
            })
            .collect(),
    }
}

fn no_rate(page: &Page, reason: Option<NoRateReason>) -> String {
    match reason {
        Some(NoRateReason::AllZero | NoRateReason::Empty) => {
            page.say("none: no amounts", "aucun : pas de flux")
        }
        Some(NoRateReason::SameSign) => page.say("none: all of one sign", "aucun : flux de même signe"),
        Some(NoRateReason::NoRealRoot) => page.say("none: never zero", "aucun : jamais nulle"),
        Some(NoRateReason::SameDay | NoRateReason::BeyondRange) | None => {
            page.say("none: beyond range", "aucun : hors limites")
        }
    }
}

fn paybacks(page: &Page, ranges: &Ranges, said: &Said) -> Vec<Measure> {
    let Ranges { sum, crossing, end, present_end, present_crossing, .. } = ranges;
    let none = page.say("none", "aucune");
    let payback = &said.appraisal.payback;
    let figure = |years: Option<Decimal>| years.map_or_else(|| Figure::Word(none.clone()), Figure::Years);
    let lasting =
        |end: &str, row: &str| format!("=IF(ROUND({end},6)<0,\"{none}\",IF(COUNT({row})=0,0,MAX({row})))");
    let first = format!("=IF(COUNT({crossing})>0,MIN({crossing}),IF(ROUND(MIN({sum}),6)>=0,0,\"{none}\"))");
    let [sustained, at_first, discounted] = page.words(
        ["Payback, sustained (years)", "Payback, first (years)", "Payback, discounted (years)"],
        ["Récupération durable (ans)", "Première récupération (ans)", "Récupération actualisée (ans)"],
    );
    vec![
        (sustained, lasting(end, crossing), figure(payback.sustained)),
        (at_first, first, figure(payback.first)),
        (discounted, lasting(present_end, present_crossing), figure(payback.discounted)),
    ]
}
