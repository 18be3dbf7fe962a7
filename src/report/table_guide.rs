//! The guide to a dossier's tables, as a Markdown page: every column, what it may hold and what a blank means.

/// One table of a dossier, in words.
pub struct GuideTable {
    pub name: &'static str,
    /// What one row is.
    pub sentence: &'static str,
    /// What it means that the table is missing.
    pub absence: &'static str,
    pub columns: Vec<GuideColumn>,
}

/// One column, in words; a family of columns by year is named with `0..`.
pub struct GuideColumn {
    pub name: String,
    pub is_required: bool,
    pub holds: String,
    pub sentence: &'static str,
}

/// The keys of the settings file: (key, holds, meaning).
const SETTINGS: [(&str, &str, &str); 19] = [
    ("id, name_en, name_fr", "text", "the dossier's key and name"),
    ("currency", "three letters", "ISO 4217; one currency for the whole dossier"),
    ("base_year", "year", "calendar year of year 0"),
    ("horizon_years", "1 to 50", "years after year 0; 5 when absent"),
    ("discount_rate", "0.09 for 9 %", "per year; 0.10 when absent"),
    ("period", "year, quarter or month", "how finely starts are chosen; year when absent"),
    ("timing", "text", "`y0_undiscounted_end_of_year` (usual), `mid_year` or `all_end`"),
    ("budget_eur", "{\"y0\": amount, ..}", "most that may be spent in a year; a year not named has no limit"),
    ("run_rate_cap_eur", "{\"y3\": amount, ..}", "most the plan may cost in a later year"),
    (
        "must_be_floor",
        "share",
        "least coverage of every must-be moment for whoever it matters to; 0 when absent",
    ),
    (
        "persona_criteria",
        "[{\"id\", \"en\", \"fr\"}]",
        "what personas weigh; also the columns of investment_criteria.csv",
    ),
    (
        "evidence_scale",
        "{\"E0\": {\"rho\", \"spread\"}, ..}",
        "the dossier's own; the decision model's when absent",
    ),
    ("reference_class_realisation", "share", "delivered over promised; the decision model's when absent"),
    ("decision_model", "name or path", "`reference` when absent"),
    ("locale", "fr or en", "language of sentences; English when absent"),
    ("as_of", "day", "the day against which evidence ages"),
    ("mission_en, mission_fr", "text", "what the company is there for"),
    ("facts", "text", "information"),
    ("tax_rate", "share or null", "figures are before tax"),
];

/// The page.
pub fn guide_markdown(tables: &[GuideTable]) -> String {
    let mut page = String::from(
        "# The tables of a dossier\n\nPrinted by `cxfolio tables`. A dossier is a folder of these CSV files (UTF-8, comma, dot decimals, one heading\n\
         row) and a `settings.json`; only the tables marked *needed* must be there. Columns in bold must be filled.\n",
    );
    for table in tables {
        page.push_str(&format!(
            "\n## {}.csv\n\nA row is {}. {}\n\n",
            table.name, table.sentence, table.absence
        ));
        page.push_str("| column | holds | meaning |\n|---|---|---|\n");
        for column in &table.columns {
            let name = if column.is_required {
                format!("**`{}`**", column.name)
            } else {
                format!("`{}`", column.name)
            };
            page.push_str(&format!("| {name} | {} | {} |\n", cell(&column.holds), cell(column.sentence)));
        }
    }
    if tables.len() > 1 {
        page.push_str("\n## settings.json\n\nAlso read under the name `workspace.json`.\n\n| key | holds | meaning |\n|---|---|---|\n");
        for (key, holds, meaning) in SETTINGS {
            page.push_str(&format!("| `{key}` | {holds} | {meaning} |\n"));
        }
    }
    page
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
