//! One small file of every shape.

use cxfolio::intake::mapping::Shape;
use cxfolio::intake::propose::Hints;
use rust_decimal::dec;

use super::reading::{Reading, benefit_of_year, mapping, numbers, texts};

fn plan() -> Hints {
    Hints { year_0: Some(2027), last_year: Some(3), ..Hints::default() }
}

#[test]
fn a_wide_sheet_with_groups_of_columns() {
    let text = "Projet;Direction;Capex;;Fonctionnement;;Gains;\n\
                ;;2027;2028;2028;2029;2028;2029\n\
                CRM unifié;DSI;1 200,5;300;40;n.d.;500;-20\n\
                Appli mobile;CDO;800,25;0;10;12;;900\n\
                Total;;2 000,75;300;50;12;500;880\n";
    let mut reading = Reading::of_text("budget.csv", text);
    let proposal = reading.propose(&plan());
    assert_eq!(proposal.mapping.shape, Shape::Wide, "{:?}", proposal.columns);
    let done = reading.stage(&proposal.mapping);
    assert_eq!(done.errors(), []);
    assert_eq!((done.staged.rows_read, done.count("row_totals"), done.count("id_generated")), (2, 1, 1));
    assert_eq!(texts(done.table("investments"), "id"), ["crm-unifie", "appli-mobile"]);
    assert_eq!(texts(done.table("investments"), "budget_department"), ["DSI", "CDO"]);
    let costs: Vec<_> = done.tables("cost_lines").collect();
    assert_eq!(costs.len(), 2, "a table for capital and one for running");
    assert_eq!(texts(costs[0], "y0_eur"), ["1200.5", "800.25"]);
    assert_eq!(texts(costs[0], "accounting"), ["capex", "capex"]);
    assert_eq!(texts(costs[1], "y2_eur"), ["n.d.", "12"]);
    assert_eq!(texts(costs[1], "nature"), ["run", "run"]);
    assert_eq!(texts(costs[1], "y0_eur"), ["0", "0"]);
    let benefits = done.table("benefit_lines");
    assert_eq!(
        texts(benefits, "line_id"),
        [
            "crm-unifie-benefit",
            "crm-unifie-benefit-loss",
            "appli-mobile-benefit",
            "appli-mobile-benefit-withheld"
        ]
    );
    assert_eq!((benefit_of_year(benefits, 1), benefit_of_year(benefits, 2)), (dec!(500), dec!(880)));
}

#[test]
fn units_signs_and_totals_of_a_wide_sheet() {
    let text = "Name,Cost 2027 (k€),Cost 2028 (k€),Total cost (k€),Benefit 2028\n\
                A,-10,-2.5,-12.5,100\n\
                B,-1,-1,-3,7\n";
    let written = "version = 1\nshape = \"wide\"\n[wide]\nyear_0 = 2027\nlast_year = 1\naccounting = \"capex\"\n\
                   [defaults]\nevidence_level = \"E2\"\nvariant_id = \"core\"\n\
                   [[column]]\nsource = \"Name\"\nfield = \"name_en\"\n\
                   [[column]]\nsource = \"Cost 2027\"\nfield = \"cost_2027\"\nsign = -1\n\
                   [[column]]\nsource = \"Cost 2028\"\nfield = \"cost_y1\"\nsign = -1\n\
                   [[column]]\nsource = \"Total cost\"\nfield = \"cost\"\nsign = -1\n\
                   [[column]]\nsource = \"Benefit 2028\"\nfield = \"benefit_2028\"\nscale = 2\n";
    let done = Reading::of_text("f.csv", text).stage(&mapping(written));
    let costs = done.table("cost_lines");
    assert_eq!(
        (numbers(costs, "y0_eur"), numbers(costs, "y1_eur")),
        (vec![dec!(10000), dec!(1000)], vec![dec!(2500), dec!(1000)])
    );
    assert_eq!(texts(costs, "accounting"), ["capex", "capex"]);
    assert_eq!(texts(costs, "variant_id"), ["core", "core"]);
    assert_eq!(
        done.told().iter().filter(|told| told.0 == "total_differs").collect::<Vec<_>>(),
        [&("total_differs", 3, "Total cost (k€)")]
    );
    let benefits = done.table("benefit_lines");
    assert_eq!(
        (texts(benefits, "evidence_level"), benefit_of_year(benefits, 1)),
        (vec!["E2", "E2"], dec!(214))
    );
}

#[test]
fn a_long_sheet_is_summed_by_line_and_year() {
    let text = "Projet;Département;Année;Type;Montant\n\
                CRM;DSI;2027;investissement;100,50\n\
                CRM;DSI;2027;investissement;-0,25\n\
                CRM;DSI;2028;charges;40,00\n\
                CRM;Ventes;2029;Gains;700,10\n\
                Appli;CDO;2026;coût;5,00\n\
                Appli;CDO;2028;coût;n.d.\n\
                Appli;CDO;2028;don;9,00\n";
    let mut reading = Reading::of_text("grand_livre.csv", text);
    let proposal = reading.propose(&plan());
    assert_eq!(proposal.mapping.shape, Shape::Long, "{:?}", proposal.columns);
    let done = reading.stage(&proposal.mapping);
    assert_eq!(texts(done.table("investments"), "id"), ["appli", "crm"]);
    let costs = done.table("cost_lines");
    assert_eq!(texts(costs, "line_id"), ["appli-cost", "crm-capex", "crm-opex"]);
    assert_eq!(texts(costs, "y0_eur"), ["0", "100.25", "0"]);
    assert_eq!(texts(costs, "y1_eur"), ["n.d.", "0", "40"]);
    assert_eq!(benefit_of_year(done.table("benefit_lines"), 2), dec!(700.10));
    let told: Vec<_> = done.told().into_iter().filter(|told| told.0 != "id_generated").collect();
    assert_eq!(
        told,
        [("value_differs", 5, "Département"), ("year_outside_plan", 6, "Année"), ("kind_unknown", 8, "Type")]
    );
}

#[test]
fn an_unreadable_amount_spoils_its_line() {
    let text = "id,year,kind,amount\nA,2027,cost,10.5\nA,2027,cost,\"1,234,5\"\nB,2027,cost,ten\nB,2028,cost,20.25\n";
    let done = Reading::of_text("ledger.csv", text).stage_as_proposed(&plan());
    let errors = done.errors();
    assert!(errors.contains(&("not_a_number", 4, "amount")), "{errors:?}");
    assert!(errors.contains(&("line_incomplete", 4, "*")), "{errors:?}");
    assert!(errors.contains(&("line_incomplete", 2, "*")), "{errors:?}");
}

#[test]
fn a_transposed_sheet_points_at_its_cells() {
    let text = "Projet;CRM unifié;Appli mobile\n\
                Direction;DSI;CDO\n\
                Coût 2027;1 000,5;abc\n\
                Coût 2028;200;300\n\
                Gain 2028;50,25;60\n\
                Remarque;à revoir;\n";
    let mut reading = Reading::of_text("fiche.csv", text);
    let proposal = reading.propose(&plan());
    assert_eq!(proposal.mapping.shape, Shape::TransposedWide, "{:?}", proposal.columns);
    assert_eq!(proposal.columns[2].letter, "3");
    let done = reading.stage(&proposal.mapping);
    let investments = done.table("investments");
    assert_eq!(texts(investments, "name_fr"), ["CRM unifié", "Appli mobile"]);
    assert_eq!(investments.rows.iter().map(|row| row.place.row).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(texts(done.table("cost_lines"), "y0_eur"), ["1000.5", "abc"]);
    assert_eq!(done.errors(), [("not_a_number", 3, "Coût 2027 (C3)")]);
    assert!(done.told().contains(&("column_unmapped", 6, "Remarque")), "{:?}", done.told());
}

#[test]
fn scenarios_with_words_of_people() {
    let text = "Scénario;Cible;Filtre;Champ;Opération;Valeur;Commentaire\n\
                BAISSE;budget;A0;montant;multiplier;0,6;moins 40 %\n\
                COUT;lignes de coût;construction;montant;multiplier;1,25;\n\
                TAUX;réglages;*;taux d'actualisation;fixer;12 %;\n";
    let mut reading = Reading::of_text("hypotheses.csv", text);
    let proposal = reading.propose(&plan());
    assert_eq!(proposal.mapping.shape, Shape::Scenarios, "{:?}", proposal.columns);
    let done = reading.stage(&proposal.mapping);
    let table = done.table("scenarios");
    assert_eq!(texts(table, "target"), ["budget", "cost_lines", "workspace"]);
    assert_eq!(texts(table, "filter"), ["y0", "build", "*"]);
    assert_eq!(texts(table, "field"), ["amount", "amount", "discount_rate"]);
    assert_eq!(texts(table, "operation"), ["mul", "mul", "set"]);
    assert_eq!(texts(table, "value"), ["0.6", "1.25", "0.12"]);
}

#[test]
fn benefits_of_year_0_and_years_without_a_beginning_are_told() {
    let text = "id,cost_2027,benefit_2027\nA,5,6\n";
    let done = Reading::of_text("f.csv", text).stage_as_proposed(&plan());
    assert_eq!(done.errors(), [("benefit_in_year_0", 2, "benefit_2027")]);
    let mut reading = Reading::of_text("f.csv", text);
    let mut mapping = reading.propose(&Hints::default()).mapping;
    mapping.amounts.year_0 = None;
    assert_eq!(reading.stage(&mapping).count("year_0_missing"), 2);
}
