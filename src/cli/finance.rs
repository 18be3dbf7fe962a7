//! `cxfolio finance`: the controller's calculator.

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::output::Output;
use crate::app::finance::{FinanceQuestion, TIMING_NAMES, answer, cautions};

/// Compute one finance figure from amounts typed by hand, so that any figure of a plan can be checked.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cxfolio finance npv --flows -10000,5000,4000,3000,1000 --rate 10%
  cxfolio finance irr --flows -1600,10000,-10000 --json
  cxfolio finance xnpv --flows -100,121 --dates 2026-01-01,2028-01-01 --rate 9%
  cxfolio finance xirr --flows -100,121 --dates 2026-01-01,2028-01-01
  cxfolio finance mirr --flows -120,39,30,21,46 --rate 10% --reinvest-rate 12%
  cxfolio finance payback --flows -10000,5000,4000,3000,1000 --rate 0.1")]
pub struct FinanceArguments {
    #[command(subcommand)]
    figure: Figure,
}

#[derive(Subcommand, Debug)]
enum Figure {
    /// Net present value of one amount per period
    Npv {
        #[command(flatten)]
        flow: Flow,
        #[command(flatten)]
        discount: Discount,
        #[command(flatten)]
        when: When,
    },
    /// Every internal rate of return of one amount per period, or the reason why there is none
    Irr {
        #[command(flatten)]
        flow: Flow,
    },
    /// Net present value of dated amounts on the earliest date (actual days / 365)
    Xnpv {
        #[command(flatten)]
        flow: Flow,
        #[command(flatten)]
        calendar: Calendar,
        #[command(flatten)]
        discount: Discount,
    },
    /// Every internal rate of return per year of dated amounts (actual days / 365)
    Xirr {
        #[command(flatten)]
        flow: Flow,
        #[command(flatten)]
        calendar: Calendar,
    },
    /// Modified rate of return: payments financed at one rate, receipts reinvested at another
    Mirr {
        #[command(flatten)]
        flow: Flow,
        /// Rate for both, where the two below are not given: 0.09 or 9%
        #[arg(long, allow_hyphen_values = true)]
        rate: Option<String>,
        /// Rate at which payments are financed [default: --rate]
        #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
        finance_rate: Option<String>,
        /// Rate at which receipts are reinvested [default: --rate]
        #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
        reinvest_rate: Option<String>,
    },
    /// When the amounts received have made up for those paid: first, for good, and discounted
    ///
    /// Periods count from the first amount, which stands at t = 0 whatever --timing says; inside a period the amount comes in
    /// evenly. --timing only says how far the amounts of the discounted payback are discounted.
    Payback {
        #[command(flatten)]
        flow: Flow,
        /// Rate per period for the discounted payback: 0.09 or 9%
        #[arg(long, allow_hyphen_values = true)]
        rate: Option<String>,
        #[command(flatten)]
        when: When,
    },
}

#[derive(Args, Debug)]
struct Flow {
    /// Amounts in order of time, separated by commas; what is paid is negative
    #[arg(long, value_name = "A,B,..", allow_hyphen_values = true)]
    flows: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
struct Calendar {
    /// Dates of the amounts, in any order, separated by commas
    #[arg(long, value_name = "YYYY-MM-DD,..")]
    dates: String,
}

#[derive(Args, Debug)]
struct Discount {
    /// Discount rate per period or, with dates, per year: 0.09 or 9%
    #[arg(long, allow_hyphen_values = true)]
    rate: String,
}

#[derive(Args, Debug)]
struct When {
    /// When amounts fall: the first at once and the others at the end of their period, or in its middle, or all one period out
    #[arg(long, value_parser = TIMING_NAMES, default_value = TIMING_NAMES[0])]
    timing: String,
}

/// Runs the command: the answer goes to standard output, what may have been meant otherwise to standard error.
pub fn run(arguments: &FinanceArguments) -> Output {
    let answered = question(&arguments.figure).and_then(|(flow, question)| {
        let answer = answer(question)?;
        let text = if flow.json { answer.in_json() } else { answer.in_words() };
        Ok((text, cautions(question)))
    });
    match answered {
        Ok((text, cautions)) => Output {
            error: cautions.into_iter().map(|caution| format!("{caution}\n")).collect(),
            ..Output::result(format!("{text}\n"), Exit::Fine)
        },
        Err(sentence) => Output::usage(&sentence),
    }
}

fn question(figure: &Figure) -> Result<(&Flow, FinanceQuestion<'_>), String> {
    Ok(match figure {
        Figure::Npv { flow, discount, when } => {
            (flow, FinanceQuestion::Npv { flows: &flow.flows, rate: &discount.rate, timing: &when.timing })
        }
        Figure::Irr { flow } => (flow, FinanceQuestion::Irr { flows: &flow.flows }),
        Figure::Xnpv { flow, calendar, discount } => {
            (flow, FinanceQuestion::Xnpv { flows: &flow.flows, dates: &calendar.dates, rate: &discount.rate })
        }
        Figure::Xirr { flow, calendar } => {
            (flow, FinanceQuestion::Xirr { flows: &flow.flows, dates: &calendar.dates })
        }
        Figure::Mirr { flow, rate, finance_rate, reinvest_rate } => {
            let finance_rate =
                finance_rate.as_ref().or(rate.as_ref()).ok_or("--finance-rate or --rate is missing.")?;
            let reinvest_rate =
                reinvest_rate.as_ref().or(rate.as_ref()).ok_or("--reinvest-rate or --rate is missing.")?;
            (flow, FinanceQuestion::Mirr { flows: &flow.flows, finance_rate, reinvest_rate })
        }
        Figure::Payback { flow, rate, when } => (
            flow,
            FinanceQuestion::Payback { flows: &flow.flows, rate: rate.as_deref(), timing: &when.timing },
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Alone {
        #[command(flatten)]
        arguments: FinanceArguments,
    }

    fn check(line: &str, expected: &str) {
        let words = std::iter::once("finance").chain(line.split_whitespace());
        let alone = Alone::try_parse_from(words).unwrap_or_else(|error| panic!("{line}: {error}"));
        let output = run(&alone.arguments);
        assert_eq!(format!("{}{}", output.text, output.error).trim_end(), expected, "{line}");
    }

    #[test]
    fn the_command_line_reaches_the_calculator() {
        check("npv --flows -100,121 --rate 10% --json", r#"{"npv":"10"}"#);
        check("npv --flows=-100,121 --rate=0.21 --timing all-end", "Net present value: 0.00");
        check("irr --flows -1,1.5 --json", r#"{"roots":[0.5],"sign_changes":1,"reason":null}"#);
        check("xnpv --flows -100,121 --dates 2021-01-01,2022-01-01 --rate .1 --json", r#"{"npv":"10"}"#);
        check(
            "xirr --flows 1,2 --dates 2021-01-01,2022-01-01 --json",
            r#"{"roots":[],"sign_changes":0,"reason":"same_sign"}"#,
        );
        check("mirr --flows -100,0,121 --rate 5%", "Modified rate of return: 10.00 %");
        check("mirr --flows 1,2 --rate -50% --json", r#"{"mirr":null,"reason":"same_sign"}"#);
        check(
            "mirr --flows -100,121 --finance-rate -1 --reinvest-rate 0",
            "--finance-rate \"-1\" is not above -100 %.",
        );
        check(
            "npv --flows -100,1000 --rate 9",
            "Net present value: 0.00\nWarning: --rate 9 is 900 %; write 9% or 0.09 if 9 per cent is meant.",
        );
        check("mirr --flows -100,121 --finance-rate 1", "--reinvest-rate or --rate is missing.");
        check("payback --flows -100,50,100 --json", r#"{"first":1.5,"sustained":1.5,"discounted":null}"#);
    }
}
