//! What is promised of every chart: the same bytes each time, sound SVG, every label in it, and no way out of it.

#[path = "charts/markup.rs"]
mod markup;

use std::collections::BTreeSet;
use std::path::Path;

use cxfolio::report::chart::kind::{
    Bar, BudgetByYear, Candidate, CapacityByYear, CostAgainstValue, CumulativeCash, Frame, Limit, Locale,
    MomentHeatmap, ObsessionProfile, Profile, Ranking, RoleLoad, Series, Standing, Step, Waterfall,
};
use cxfolio::report::chart::{Chart, ChartError, render, render_all};
use markup::read;

fn frame(unit: &str, decimals: u8) -> Frame {
    Frame {
        title: "Le plan en une image".into(),
        description: "Ce que l'image montre".into(),
        locale: Locale::French,
        unit: unit.into(),
        decimals,
    }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn series(name: &str, amounts: &[f64]) -> Series {
    Series { name: name.into(), amounts: amounts.to_vec() }
}

/// Budget, capacity, cash: the pictures by year, each with labels that must be found in it.
fn by_year() -> Vec<(Chart, Vec<&'static str>)> {
    let years = texts(&["2027", "2028", "2029"]);
    let budget = BudgetByYear {
        frame: frame("k€", 1),
        years: years.clone(),
        spending: vec![
            series("Intégration", &[6100.0, 4900.0, 400.0]),
            series("Exploitation", &[1234.5, 2000.0, 5200.0]),
        ],
        limits: vec![Limit { name: "Budget annuel".into(), amounts: vec![Some(9200.0), None, Some(7400.0)] }],
        total_label: "total".into(),
    };
    let capacity = CapacityByYear {
        frame: frame("%", 0),
        roles: texts(&["Architecte", "UX"]),
        years: vec![
            RoleLoad { name: "2027".into(), shares: vec![Some(87.0), Some(104.0)] },
            RoleLoad { name: "2028".into(), shares: vec![Some(12.0), None] },
        ],
    };
    let cash = CumulativeCash {
        frame: frame("M€", 1),
        years,
        costs: vec![9.1, 8.1, 6.2],
        benefits: vec![0.0, 4.1, 14.5],
        cumulative: vec![-9.1, -13.1, -4.8],
        cost_label: "Coûts".into(),
        benefit_label: "Gains".into(),
        cumulative_label: "Flux cumulé".into(),
    };
    vec![
        (
            Chart::BudgetByYear(budget),
            vec![
                "2027",
                "Intégration",
                "Exploitation",
                "Budget annuel",
                "k€",
                "1\u{202f}234,5",
                "9\u{202f}200,0",
                "total 7\u{202f}334,5",
            ],
        ),
        (
            Chart::CapacityByYear(capacity),
            vec!["Architecte", "UX", "2028", "87\u{202f}%", "104\u{202f}%", "100\u{202f}%", "–"],
        ),
        (Chart::CumulativeCash(cash), vec!["2029", "Coûts", "Gains", "Flux cumulé", "\u{2212}13,1"]),
    ]
}

/// The other five.
fn by_candidate() -> Vec<(Chart, Vec<&'static str>)> {
    let heatmap = MomentHeatmap {
        frame: frame("M€", 2),
        personas: texts(&["Léa", "Bernard"]),
        moments: texts(&["Première carte", "Plainte publique"]),
        cells: vec![vec![Some(1.25), None], vec![Some(0.0), Some(9.5)]],
        low: 0.0,
        high: 10.0,
        empty_label: "sans objet".into(),
    };
    let candidate = |id: &str, cost, value, standing| Candidate { id: id.into(), cost, value, standing };
    let scatter = CostAgainstValue {
        frame: frame("M€", 1),
        points: vec![
            candidate("B16", 2.4, 4.8, Standing::Chosen),
            candidate("B04", 13.1, -3.8, Standing::LeftOut),
            candidate("B27", 0.7, -0.6, Standing::Mandatory),
        ],
        cost_label: "Coût actualisé".into(),
        value_label: "VAN".into(),
        chosen_label: "Retenu".into(),
        left_out_label: "Écarté".into(),
        mandatory_label: "Obligatoire".into(),
    };
    let profile = ObsessionProfile {
        frame: frame("", 1),
        axes: ["Agilité", "Flexibilité", "Globalité", "Intelligence"].map(str::to_owned),
        profiles: vec![
            Profile { name: "Aujourd'hui".into(), amounts: [4.2, 3.9, 6.1, 4.4] },
            Profile { name: "Avec le plan".into(), amounts: [6.9, 6.3, 6.4, 6.2] },
        ],
    };
    let bar = |name: &str, amount, second| Bar { name: name.into(), amount, second };
    let ranking = Ranking {
        frame: frame("M€", 2),
        bars: vec![bar("Suite", -3.77, true), bar("Poste", 3.72, false), bar("Mobile", 4.79, false)],
        first_label: "Retenu".into(),
        second_label: "Écarté".into(),
    };
    vec![
        (
            Chart::MomentHeatmap(heatmap),
            vec!["Léa", "Bernard", "Première carte", "Plainte publique", "1,25", "0,00", "–", "sans objet"],
        ),
        (
            Chart::CostAgainstValue(scatter),
            vec!["B16", "B04", "B27", "Retenu", "Écarté", "Obligatoire", "VAN (M€)", "Coût actualisé (M€)"],
        ),
        (Chart::ObsessionProfile(profile), vec!["Agilité", "4,2 → 6,9", "Intelligence", "Avec le plan"]),
        (Chart::Ranking(ranking), vec!["Suite", "Mobile", "\u{2212}3,77", "4,79", "Retenu", "Écarté", "M€"]),
        (
            Chart::Waterfall(bridge(19.8)),
            vec!["VAN annoncée", "41,2", "\u{2212}21,4", "VAN du plan", "19,8", "M€"],
        ),
    ]
}

fn bridge(end: f64) -> Waterfall {
    let step = |name: &str, amount, total| Step { name: name.into(), amount, total };
    let steps =
        vec![step("VAN annoncée", 41.2, true), step("Décote", -21.4, false), step("VAN du plan", end, true)];
    Waterfall { frame: frame("M€", 1), steps }
}

fn one_of_each_kind() -> Vec<(Chart, Vec<&'static str>)> {
    by_year().into_iter().chain(by_candidate()).collect()
}

#[test]
fn the_same_chart_gives_the_same_bytes() {
    for (chart, _) in one_of_each_kind() {
        assert_eq!(render(&chart, "one").unwrap(), render(&chart, "one").unwrap());
    }
}

#[test]
fn a_page_of_charts_is_each_chart_by_itself_in_order() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let page: Vec<(&str, Chart)> =
        names.into_iter().zip(one_of_each_kind().into_iter().map(|(chart, _)| chart)).collect();
    let each: Vec<String> = page.iter().map(|(prefix, chart)| render(chart, prefix).unwrap()).collect();
    assert_eq!(page.len(), 8);
    assert_eq!(render_all(&page).unwrap(), each);
    let backwards: Vec<(&str, Chart)> = page.iter().rev().cloned().collect();
    assert_eq!(render_all(&backwards).unwrap(), each.iter().rev().cloned().collect::<Vec<_>>());
    let twice = [page[0].clone(), page[1].clone(), ("a", page[2].1.clone())];
    assert_eq!(render_all(&twice), Err(ChartError::IdPrefix("a".into())));
}

#[test]
fn every_kind_is_well_formed_and_holds_its_labels() {
    for (chart, labels) in one_of_each_kind() {
        let svg = render(&chart, "c1").unwrap();
        let markup = read(&svg);
        for label in labels {
            // Lines of one text are texts of their own, and high punctuation is bound to its word.
            let held = markup.texts.iter().any(|text| text.replace('\u{a0}', " ") == label);
            assert!(held, "{label:?} in {:?}", markup.texts);
        }
    }
}

#[test]
fn every_kind_scales_and_is_named() {
    for (chart, _) in one_of_each_kind() {
        let svg = render(&chart, "c1").unwrap();
        let root = svg.split('>').next().unwrap();
        assert!(
            root.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" viewBox=\"0 0 820 "),
            "{root}"
        );
        assert!(root.contains("role=\"img\" aria-labelledby=\"c1-title c1-desc\""), "{root}");
        assert!(svg.contains("<title id=\"c1-title\">Le plan en une image</title>"));
        assert!(svg.contains("<desc id=\"c1-desc\">Ce que l'image montre</desc>"));
        // Nothing is fetched from elsewhere, and nothing runs.
        assert!(!svg.replace("http://www.w3.org/", "").contains("://"), "no address besides name spaces");
        assert!(
            !read(&svg).elements.iter().any(|name| name == "script" || name == "style" || name == "image")
        );
    }
}

#[test]
fn pictures_on_one_page_share_no_id() {
    let mut seen = BTreeSet::new();
    let mut patterns = 0;
    for (at, (chart, _)) in one_of_each_kind().into_iter().enumerate() {
        let prefix = format!("chart-{at}");
        let markup = read(&render(&chart, &prefix).unwrap());
        for id in &markup.ids {
            assert!(id.starts_with(&format!("{prefix}-")), "{id}");
            assert!(seen.insert(id.clone()), "{id} twice");
        }
        for reference in &markup.references {
            assert!(markup.ids.contains(reference), "{reference} refers to nothing");
        }
        patterns += markup.elements.iter().filter(|name| *name == "pattern").count();
    }
    assert!(patterns >= 5, "the classes of bars have patterns besides colours");
}

#[test]
fn english_numbers() {
    let Some((Chart::BudgetByYear(mut chart), _)) = by_year().into_iter().next() else {
        panic!("budget comes first")
    };
    chart.frame.locale = Locale::English;
    let markup = read(&render(&Chart::BudgetByYear(chart), "c1").unwrap());
    assert!(markup.texts.iter().any(|text| text == "1,234.5"), "{:?}", markup.texts);
    assert!(!markup.texts.iter().any(|text| text.contains('\u{202f}')));
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "</svg><script>alert(1)</script> \"onload='x' & \u{0}\u{8}\u{fffe} {a|b} url(#zr0-p0)";
    let mut told = frame(hostile, 1);
    told.title = hostile.into();
    told.description = hostile.into();
    let name = || hostile.to_owned();
    let charts = [
        Chart::Ranking(Ranking {
            frame: told.clone(),
            bars: vec![Bar { name: name(), amount: 1.0, second: true }],
            first_label: name(),
            second_label: name(),
        }),
        Chart::MomentHeatmap(MomentHeatmap {
            frame: told.clone(),
            personas: vec![name()],
            moments: vec![name()],
            cells: vec![vec![None]],
            low: 0.0,
            high: 1.0,
            empty_label: name(),
        }),
        Chart::CostAgainstValue(CostAgainstValue {
            frame: told,
            points: vec![Candidate { id: name(), cost: 1.0, value: 1.0, standing: Standing::Chosen }],
            cost_label: name(),
            value_label: name(),
            chosen_label: name(),
            left_out_label: name(),
            mandatory_label: name(),
        }),
    ];
    for chart in charts {
        let svg = render(&chart, "c1").unwrap();
        let markup = read(&svg);
        assert!(!svg.contains("<script"));
        assert_eq!(svg.matches("</svg>").count(), 1);
        assert!(markup.texts.concat().contains("</svg><script>alert(1)</script>"), "{:?}", markup.texts);
        assert!(!svg.chars().any(|each| each.is_control() && each != '\n'), "XML forbids control characters");
        assert!(!svg.contains('\u{fffe}'));
    }
}

#[test]
fn standing_is_told_by_shape() {
    let outlines = |standing| {
        let mut chart = by_candidate().into_iter().find_map(|(chart, _)| match chart {
            Chart::CostAgainstValue(chart) => Some(chart),
            _ => None,
        });
        let chart = chart.as_mut().expect("there is one");
        chart.points.iter_mut().for_each(|point| point.standing = standing);
        read(&render(&Chart::CostAgainstValue(chart.clone()), "c1").unwrap()).outlines
    };
    // Axes and grid are the same in all three; the outline of the points, whatever their colour, is not.
    let (chosen, mandatory) = (outlines(Standing::Chosen), outlines(Standing::Mandatory));
    let left_out = outlines(Standing::LeftOut);
    let differ = |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).next().is_some();
    assert!(chosen.len() > 10, "{chosen:?}");
    assert!(differ(&chosen, &mandatory) && differ(&mandatory, &left_out) && differ(&left_out, &chosen));
}

#[test]
fn a_ranking_is_sorted() {
    let charts = by_candidate();
    let ranking = charts.iter().find(|(chart, _)| matches!(chart, Chart::Ranking(_))).unwrap();
    let texts = read(&render(&ranking.0, "c1").unwrap()).texts;
    let place = |name: &str| texts.iter().position(|text| text == name).unwrap();
    assert!(place("Mobile") < place("Poste") && place("Poste") < place("Suite"), "{texts:?}");
}

/// The names of the sample bank are long and French: none is cut short in the heatmap, and they are wrapped.
#[test]
fn the_names_of_the_sample_bank_fit() {
    let names = |file: &str| -> Vec<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/banque-horizon").join(file);
        let mut rows = csv::Reader::from_path(path).unwrap();
        let column = rows.headers().unwrap().iter().position(|heading| heading == "name_fr").unwrap();
        rows.records().map(|row| row.unwrap()[column].to_owned()).collect()
    };
    let (personas, moments) = (names("personas.csv"), names("moments.csv"));
    let chart = Chart::MomentHeatmap(MomentHeatmap {
        frame: frame("%", 0),
        cells: vec![vec![Some(50.0); personas.len()]; moments.len()],
        personas: personas.clone(),
        moments: moments.clone(),
        low: 0.0,
        high: 100.0,
        empty_label: "sans objet".into(),
    });
    let drawn = read(&render(&chart, "c1").unwrap()).texts.join(" ").replace('\u{a0}', " ");
    for name in personas.iter().chain(&moments) {
        assert!(drawn.contains(name.as_str()), "{name:?} in {drawn}");
    }
    assert!(!drawn.contains('…'));
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let fails = |chart: Chart| render(&chart, "c1").unwrap_err();
    let good = Chart::Waterfall(bridge(19.8));
    for prefix in ["", "1a", "a b", "a\"", "é"] {
        assert_eq!(render(&good, prefix), Err(ChartError::IdPrefix(prefix.into())));
    }
    assert!(matches!(fails(Chart::Waterfall(bridge(25.0))), ChartError::Unbalanced { .. }));
    assert!(matches!(fails(Chart::Waterfall(bridge(f64::NAN))), ChartError::Amount { .. }));
    assert!(matches!(fails(Chart::Waterfall(bridge(f64::INFINITY))), ChartError::Amount { .. }));
    let mut empty = bridge(19.8);
    empty.steps.clear();
    assert_eq!(fails(Chart::Waterfall(empty)), ChartError::Empty("steps"));
    let mut precise = bridge(19.8);
    precise.frame.decimals = 200;
    assert!(matches!(fails(Chart::Waterfall(precise)), ChartError::Amount { list: "decimals", .. }));
    let Some((Chart::BudgetByYear(mut short), _)) = by_year().into_iter().next() else {
        panic!("budget comes first")
    };
    short.spending[1].amounts.pop();
    assert_eq!(
        fails(Chart::BudgetByYear(short)),
        ChartError::Length { list: "spending", expected: 3, found: 2 }
    );
}
