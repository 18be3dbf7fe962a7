//! `Formats`: how the cells of a workbook look, once for all sheets.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::domain::text::Language;
use crate::report::number::symbol;

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
    /// Figures to compare with.
    pub note_money: Format,
    pub number: Format,
    pub factor: Format,
    pub percent: Format,
    pub years: Format,
    pub count: Format,
    /// A dot for 1, nothing for 0.
    pub mark: Format,
    /// Figures that were entered.
    pub entered_money: Format,
    pub entered_number: Format,
    pub entered_percent: Format,
    pub label_total: Format,
    pub check: Format,
    /// The number format of money for the axes of charts.
    pub money_code: String,
}

impl Formats {
    /// The looks for a currency, written before the number in English and after it in French.
    pub fn new(currency: &str, language: Language) -> Formats {
        let money_code = money_code(currency, language);
        let base = || Format::new().set_font_name("Calibri").set_font_size(10);
        let top = || base().set_align(FormatAlign::Top);
        let line = |format: Format| format.set_border_top(FormatBorder::Thin).set_border_color(LINE);
        let heading = || {
            let format = base().set_bold().set_font_color(Color::White).set_background_color(HEADING);
            format.set_text_wrap().set_align(FormatAlign::VerticalCenter)
        };
        let money = || top().set_num_format(&money_code);
        let number = || top().set_num_format("#,##0.######");
        let percent = || top().set_num_format(if language == Language::French { "0.0\\ %" } else { "0.0%" });
        Formats {
            title: base().set_bold().set_font_size(16).set_font_color(HEADING),
            subtitle: base().set_font_color(Color::RGB(0x55606E)),
            section: base().set_bold().set_font_size(12).set_font_color(HEADING),
            heading: heading(),
            heading_right: heading().set_align(FormatAlign::Right),
            text: top(),
            wrapped: top().set_text_wrap(),
            right: top().set_align(FormatAlign::Right),
            strong: top().set_bold(),
            note: top().set_italic().set_font_color(Color::RGB(0x55606E)),
            money: money(),
            money_total: line(money().set_bold()),
            note_money: money().set_italic().set_font_color(Color::RGB(0x55606E)),
            number: number(),
            factor: top().set_num_format("0.0000"),
            percent: percent(),
            years: top().set_num_format("0.00"),
            count: top().set_num_format("#,##0"),
            mark: top().set_num_format("\"●\";;").set_align(FormatAlign::Center),
            entered_money: money().set_font_color(ENTERED),
            entered_number: number().set_font_color(ENTERED),
            entered_percent: percent().set_font_color(ENTERED),
            label_total: line(top().set_bold()),
            check: base().set_align(FormatAlign::Center).set_align(FormatAlign::Top),
            money_code,
        }
    }
}

/// Whole units with the sign of the currency, a dash for nothing; the reader's own program groups the digits.
fn money_code(currency: &str, language: Language) -> String {
    let sign = symbol(currency).replace('"', "");
    let one = match language {
        Language::English if sign.chars().count() == 1 => format!("\"{sign}\"#,##0"),
        Language::English => format!("\"{sign}\"\\ #,##0"),
        Language::French => format!("#,##0\\ \"{sign}\""),
    };
    format!("{one};[Red]-{one};\"–\"")
}
