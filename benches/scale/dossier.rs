//! A large dossier on disk: the sample bank's customers, levers and roles under thousands of generated candidates.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Tables of the sample bank that speak of its own candidates and are left out or generated.
const OWN: [&str; 14] = [
    "investments.csv",
    "variants.csv",
    "cost_lines.csv",
    "benefit_lines.csv",
    "role_demand.csv",
    "dependencies.csv",
    "moment_effects.csv",
    "node_effects.csv",
    "risks.csv",
    "investment_criteria.csv",
    "investment_cashflows.csv",
    "scenarios.csv",
    "questions.csv",
    "studies.csv",
];

/// How many candidates, and how many lines of each sort in their one variant.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub investments: usize,
    pub cost_lines: usize,
    pub benefit_lines: usize,
}

/// Writes the dossier of a size into a folder of the build directory and returns the folder.
pub fn written(size: Size) -> PathBuf {
    let bank = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/banque-horizon");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("dossier-of-{}", size.investments));
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old dossier is removed");
    }
    fs::create_dir_all(&folder).expect("a folder in the build directory");
    for entry in fs::read_dir(&bank).expect("the sample bank") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_table = name.ends_with(".csv") || name == "workspace.json";
        if is_table && !OWN.contains(&name.as_str()) {
            fs::copy(&path, folder.join(&name)).expect("a copied table");
        }
    }
    let levers = first_column(&bank.join("levers.csv"));
    let roles = first_column(&bank.join("roles.csv"));
    let moments = first_column(&bank.join("moments.csv"));
    let table = |name: &str, text: String| {
        let heading = fs::read_to_string(bank.join(name)).expect("a table of the bank");
        let heading = heading.lines().next().expect("a heading").to_string();
        fs::write(folder.join(name), format!("{heading}\n{text}")).expect("a written table");
    };
    let all = |row: &dyn Fn(&mut String, usize)| {
        let mut text = String::new();
        (0..size.investments).for_each(|index| row(&mut text, index));
        text
    };
    table("investments.csv", all(&investment));
    table("variants.csv", all(&|text, index| line(text, format!("I{index:05},core,Core,Cœur,1,1,1,1,1"))));
    table("cost_lines.csv", all(&|text, index| costs(text, index, size.cost_lines)));
    table("benefit_lines.csv", all(&|text, index| benefits(text, index, size.benefit_lines, &levers)));
    table(
        "role_demand.csv",
        all(&|text, index| {
            for (offset, days) in [(0, 40), (3, 25)] {
                let role = &roles[(index + offset) % roles.len()];
                line(text, format!("I{index:05},core,{role},{},{}", days + index % 37, days / 2));
            }
        }),
    );
    table(
        "moment_effects.csv",
        all(&|text, index| {
            line(text, format!("I{index:05},{},*,0.2,0.5,0.9,E2", moments[index % moments.len()]));
        }),
    );
    table(
        "dependencies.csv",
        all(&|text, index| match index % 50 {
            7 => line(text, format!("I{index:05},requires,I{:05},,", index - 1)),
            19 => line(text, format!("I{index:05},excludes,I{:05},,", index - 1)),
            31 => line(text, format!("I{index:05},enabled_by,I{:05},0.7,", index - 1)),
            _ => {}
        }),
    );
    folder
}

fn line(text: &mut String, row: String) {
    writeln!(text, "{row}").expect("text grows");
}

fn investment(text: &mut String, index: usize) {
    let row = format!(
        "I{index:05},Candidate {index},Candidat {index},technology,journey,Sales,Sponsor {},0.7,V-{},SaaS,2,10000,\
         0.5,6,5,5,6,,CX,0,6,0,2,customers ask twice",
        index % 900,
        index % 400
    );
    line(text, row);
}

fn costs(text: &mut String, index: usize, lines: usize) {
    for number in 0..lines {
        let nature = ["build", "change", "run", "training"][number % 4];
        let first = 1000 + (index * 7919 + number * 104_729) % 90_000;
        let row = format!(
            "I{index:05},core,I{index:05}-c{number},{nature},opex,{first},{},{later},{later},{later},{later},0.9,1.35",
            first / 2,
            later = first / 5
        );
        line(text, row);
    }
}

fn benefits(text: &mut String, index: usize, lines: usize, levers: &[String]) {
    for number in 0..lines {
        let lever = &levers[(index + number) % levers.len()];
        let mode = 1 + (index * 31 + number * 17) % 40;
        let row = format!(
            "I{index:05},core,I{index:05}-b{number},{lever},0.00{mode:02},0.0{mode:02},0.{mode:02},E{},0.3,0.7,1,1,1,Head",
            number % 5
        );
        line(text, row);
    }
}

fn first_column(table: &Path) -> Vec<String> {
    let text = fs::read_to_string(table).expect("a table of the bank");
    let ids = text.lines().skip(1).filter_map(|row| row.split(',').next());
    ids.filter(|id| !id.is_empty()).map(str::to_string).collect()
}
