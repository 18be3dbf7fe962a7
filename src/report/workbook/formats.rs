//! `Formats`: how the cells of a workbook look, once for all sheets.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::domain::settings::currency_sign;
use crate::domain::text::Language;

/// The colour of headings.
const HEADING: Color = Color::RGB(0x1F3A5F);
/// The colour of lines under headings and over totals.
const LINE: Color = Color::RGB(0x9AA7B8);
/// The colour of figures that people enter, as finance marks them.
const ENTERED: Color = Color::RGB(0x1F4FBF);

/// The looks of cells, in the currency and language of a dossier.
pub struct Formats {
    pub title: Format,
    pub subtitle: Format,
    pub section: Format,
    pub heading: Format,
    /// A heading over figures.
    pub heading_right: Format,
    pub text: Format,
    pub wrapped: Format,
    /// A word in the place of a figure.
    pub right: Format,
    pub strong: Format,
    pub note: Format,
    /// Figures that formulas give.
    pub money: Format,
    pub money_total: Format,
    /// The sum at the end of a row.
    pub money_sum: Format,
    /// Figures to compare with.
    pub note_money: Format,
    whole: Format,
    broken: Format,
    pub factor: Format,
    pub percent: Format,
    pub years: Format,
    pub count: Format,
    /// A dot for 1, nothing for 0.
    pub mark: Format,
    /// Figures that were entered.
    pub entered_money: Format,
    entered_whole: Format,
    entered_broken: Format,
    pub entered_percent: Format,
    pub label_total: Format,
    pub check: Format,
}

impl Formats {
    /// The looks for a currency, written before the number in English and after it in French.
    pub fn new(currency: &str, language: Language) -> Formats {
        let money_code = money_code(currency, language);
        let base = || Format::new().set_font_name("Calibri").set_font_size(10);
        let top = || base().set_align(FormatAlign::Top);
        let words = || top().set_align(FormatAlign::Left).set_indent(1);
        let line = |format: Format| format.set_border_top(FormatBorder::Thin).set_border_color(LINE);
        let heading = || {
            let format = base().set_bold().set_font_color(Color::White).set_background_color(HEADING);
            format.set_text_wrap().set_align(FormatAlign::VerticalCenter).set_indent(1)
        };
        let money = || top().set_num_format(&money_code);
        let whole = || top().set_num_format("#,##0");
        let broken = || top().set_num_format("#,##0.0#####");
        let percent = || top().set_num_format(if language == Language::French { "0.0\\ %" } else { "0.0%" });
        Formats {
            title: base().set_bold().set_font_size(16).set_font_color(HEADING),
            subtitle: base().set_font_color(Color::RGB(0x55606E)),
            section: base().set_bold().set_font_size(12).set_font_color(HEADING),
            heading: heading().set_align(FormatAlign::Left),
            heading_right: heading().set_indent(0).set_align(FormatAlign::Right),
            text: words(),
            wrapped: words().set_text_wrap(),
            right: top().set_align(FormatAlign::Right),
            strong: words().set_bold(),
            note: words().set_italic().set_font_color(Color::RGB(0x55606E)),
            money: money(),
            money_total: line(money().set_bold()),
            money_sum: money().set_bold(),
            note_money: money().set_italic().set_font_color(Color::RGB(0x55606E)),
            whole: whole(),
            broken: broken(),
            factor: top().set_num_format("0.0000"),
            percent: percent(),
            years: top().set_num_format("0.00"),
            count: top().set_num_format("#,##0"),
            mark: top().set_num_format("\"●\";;").set_align(FormatAlign::Center),
            entered_money: money().set_font_color(ENTERED),
            entered_whole: whole().set_font_color(ENTERED),
            entered_broken: broken().set_font_color(ENTERED),
            entered_percent: percent().set_font_color(ENTERED),
            label_total: line(words().set_bold()),
            check: top().set_align(FormatAlign::Right),
        }
    }
}

impl Formats {
    /// A number of any kind that a formula gives: no decimals where it has none or is so large that they do not matter.
    pub fn number(&self, number: Decimal) -> &Format {
        if is_whole(number) { &self.whole } else { &self.broken }
    }

    /// The same for one that was entered.
    pub fn entered_number(&self, number: Decimal) -> &Format {
        if is_whole(number) { &self.entered_whole } else { &self.entered_broken }
    }
}

fn is_whole(number: Decimal) -> bool {
    number.fract().is_zero() || Decimal::ONE_THOUSAND <= number.abs()
}

/// Whole units with the sign of the currency, a dash for nothing; the reader's own program groups the digits.
fn money_code(currency: &str, language: Language) -> String {
    let sign = currency_sign(currency).replace('"', "");
    let one = match language {
        Language::English if sign.chars().count() == 1 => format!("\"{sign}\"#,##0"),
        Language::English => format!("\"{sign}\"\\ #,##0"),
        Language::French => format!("#,##0\\ \"{sign}\""),
    };
    format!("{one};[Red]-{one};\"–\"")
}
