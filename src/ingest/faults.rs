//! The findings that reading can raise: their codes and sentences, in one place.

use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// A finding about a cell.
pub fn cell(
    code: &'static str,
    severity: Severity,
    place: &Place,
    (column, value): (&str, &str),
    (en, fr): (String, String),
) -> Finding {
    let shown: String = value.chars().take(VALUE_LENGTH_MAX).collect();
    Finding::new(code, severity, place, en, fr).at(column, &shown)
}

/// Longer values are cut where a finding shows them.
const VALUE_LENGTH_MAX: usize = 120;

/// A table that is not there.
pub fn table_missing(name: &str, severity: Severity) -> Finding {
    let en = format!("The table {name} is missing.");
    let fr = format!("La table {name} manque.");
    let finding = Finding::new("table_missing", severity, &Place::file(&format!("{name}.csv")), en, fr);
    match severity {
        Severity::Error => finding.suggest(
            "Add it: without it there is nothing to decide.",
            "Ajoutez-la : sans elle, il n'y a rien à décider.",
        ),
        Severity::Warning | Severity::Note => finding.suggest(
            "Add it if the decision should rest on it.",
            "Ajoutez-la si la décision doit s'y appuyer.",
        ),
    }
}

/// A name that belongs to nothing, with the name that may have been meant.
pub fn suggest_name(finding: Finding, nearest: Option<&str>) -> Finding {
    match nearest {
        Some(name) => {
            finding.suggest(&format!("Did you mean {name}?"), &format!("Vouliez-vous dire {name} ?"))
        }
        None => finding,
    }
}

/// A heading that no table of this name has.
pub fn column_unknown(place: &Place, heading: &str, nearest: Option<&str>) -> Finding {
    let en = format!("The column {heading} is not known and is not read.");
    let fr = format!("La colonne {heading} n'est pas connue et n'est pas lue.");
    suggest_name(cell("column_unknown", Severity::Warning, place, (heading, ""), (en, fr)), nearest)
}

/// A heading that is a slip for a column that is absent; it would silently change the plan.
pub fn column_misspelt(place: &Place, heading: &str, name: &str) -> Finding {
    let en = format!("The column {heading} is not known, and the column {name} is not there.");
    let fr = format!("La colonne {heading} n'est pas connue, et la colonne {name} n'y est pas.");
    suggest_name(cell("column_unknown", Severity::Error, place, (heading, ""), (en, fr)), Some(name))
}

/// Control characters in a text, which are taken out; `text` is what is left.
pub fn character_invalid(place: &Place, column: &str, text: &str) -> Finding {
    let en = "The text holds control characters; they are taken out.".to_string();
    let fr = "Le texte contient des caractères de contrôle ; ils sont retirés.".to_string();
    cell("character_invalid", Severity::Warning, place, (column, text), (en, fr)).suggest(
        "Type the cell again, or paste it as plain text.",
        "Ressaisissez la cellule, ou collez-la comme texte brut.",
    )
}

/// A number so small that it cannot be told from nothing.
pub fn number_too_small(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{value} is too small to be told from 0.");
    let fr = format!("{value} est trop petit pour être distingué de 0.");
    cell("number_too_small", Severity::Error, place, (column, value), (en, fr)).suggest(
        "Write 0, or state the number in another unit.",
        "Écrivez 0, ou donnez le nombre dans une autre unité.",
    )
}

/// Days of a role that are not stated for a period.
pub fn capacity_missing(place: &Place, column: &str) -> Finding {
    let en = format!("{column} is not stated: the days of that period are not limited.");
    let fr = format!("{column} n'est pas indiqué : les jours de cette période ne sont pas limités.");
    cell("capacity_missing", Severity::Warning, place, (column, ""), (en, fr)).suggest(
        "State the days available, 0 if there are none.",
        "Indiquez les jours disponibles, 0 s'il n'y en a pas.",
    )
}

/// Money of an envelope that is not stated for a period.
pub fn envelope_amount_missing(place: &Place, column: &str) -> Finding {
    let en = format!("{column} is not stated: what the envelope pays in that period is not limited.");
    let fr =
        format!("{column} n'est pas indiqué : ce que l'enveloppe paie sur cette période n'a pas de limite.");
    cell("budget_missing", Severity::Warning, place, (column, ""), (en, fr))
        .suggest("State the amount, 0 if there is none.", "Indiquez le montant, 0 s'il n'y en a pas.")
}

/// A text that is no period.
pub fn period_invalid(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{value:?} is not a period.");
    let fr = format!("{value:?} n'est pas une période.");
    cell("period_invalid", Severity::Error, place, (column, value), (en, fr)).suggest(
        "Write a year (y1), a quarter (y1q2) or a month (y1m05).",
        "Écrivez une année (y1), un trimestre (y1q2) ou un mois (y1m05).",
    )
}

/// A least share or a step of 0.
pub fn partial_funding(place: &Place, at: (&str, &str), sentences: (String, String)) -> Finding {
    cell("partial_funding_out_of_range", Severity::Error, place, at, sentences).suggest(
        "State the least share above 0 and up to 1, such as 0.4, and a step above 0, or leave both blank.",
        "Indiquez une part minimale au-dessus de 0 et jusqu'à 1, comme 0.4, et un pas au-dessus de 0, ou laissez vide.",
    )
}

/// Levels gained by no capability.
pub fn gain_without_capability(place: &Place, gain: &str) -> Finding {
    let en = "A gain in maturity is stated, but not of which capability: it counts for none.".to_string();
    let fr = "Un gain de maturité est indiqué, mais pas de quelle capacité\u{a0}: il ne compte pour aucune."
        .to_string();
    cell("gain_without_capability", Severity::Warning, place, ("capability_gain", gain), (en, fr)).suggest(
        "Name the capability in capability_id, or leave the gain blank.",
        "Nommez la capacité dans capability_id, ou laissez le gain vide.",
    )
}

/// Demand for roles in a dossier that describes no role.
pub fn role_demand_unlimited(place: &Place) -> Finding {
    let en = "Days of roles are needed, but no role is described: nobody's days limit the plan.".to_string();
    let fr =
        "Des jours de rôles sont demandés, mais aucun rôle n'est décrit : aucune capacité ne limite le plan."
            .to_string();
    cell("role_demand_unlimited", Severity::Warning, place, ("role_id", ""), (en, fr)).suggest(
        "Add the roles with their days to roles.csv.",
        "Ajoutez les rôles et leurs jours dans roles.csv.",
    )
}

/// A column that must be there.
pub fn column_missing(place: &Place, heading: &str, sentence: &str) -> Finding {
    let en = format!("The column {heading} is missing ({sentence}).");
    let fr = format!("La colonne {heading} manque.");
    cell("column_missing", Severity::Error, place, (heading, ""), (en, fr))
        .suggest("Add the column.", "Ajoutez la colonne.")
}

/// A cell that must be filled.
pub fn cell_missing(place: &Place, column: &str) -> Finding {
    let en = format!("The cell {column} must not be blank.");
    let fr = format!("La cellule {column} ne doit pas être vide.");
    cell("cell_missing", Severity::Error, place, (column, ""), (en, fr))
}

/// A key that stands twice in one object.
pub fn key_repeated(place: &Place, key: &str) -> Finding {
    let en = format!("The key {key} stands twice; only the first one is read.");
    let fr = format!("La clé {key} figure deux fois ; seule la première est lue.");
    cell("json_shape_invalid", Severity::Error, place, (key, ""), (en, fr))
        .suggest("Keep the one that is meant.", "Gardez celle qui est voulue.")
}

/// A JSON value that is no number in a cell that holds one; the cell counts as blank.
pub fn number_expected(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{column} must be a number, not {value}.");
    let fr = format!("{column} doit être un nombre, non {value}.");
    cell("json_shape_invalid", Severity::Error, place, (column, value), (en, fr))
        .suggest("Write a number, or null if there is none.", "Écrivez un nombre, ou null s'il n'y en a pas.")
}

/// A number that cannot be read; what looks like another notation is named, never guessed.
pub fn number_invalid(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{value:?} is not a number.");
    let fr = format!("{value:?} n'est pas un nombre.");
    let finding = cell("number_invalid", Severity::Error, place, (column, value), (en, fr));
    let has_separator =
        value.chars().any(|letter| matches!(letter, ',' | '\'' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'));
    if value.contains(|letter: char| letter.is_ascii_digit()) && has_separator {
        finding.suggest(
            "Write digits with a decimal point and no separator, such as 1234.5.",
            "Écrivez les chiffres avec un point décimal et sans séparateur, comme 1234.5.",
        )
    } else if value.contains('%') {
        finding
            .suggest("Write a share as a decimal, such as 0.12.", "Écrivez une part en décimal, comme 0.12.")
    } else {
        finding.suggest("Write a plain number, such as 1234.5.", "Écrivez un nombre simple, comme 1234.5.")
    }
}

/// A number outside what its column accepts.
pub fn number_outside(
    code: &'static str,
    place: &Place,
    column: &str,
    value: &str,
    least: &str,
    most: &str,
) -> Finding {
    let en = format!("{value} lies outside {least} to {most}.");
    let fr = format!("{value} est hors de l'intervalle de {least} à {most}.");
    let finding = cell(code, Severity::Error, place, (column, value), (en, fr));
    match code {
        "share_out_of_range" => finding.suggest(
            "Write a share between 0 and 1: 12 % is 0.12.",
            "Écrivez une part entre 0 et 1 : 12 % s'écrit 0.12.",
        ),
        _ => finding.suggest("Check the unit of the column.", "Vérifiez l'unité de la colonne."),
    }
}

/// An amount or effect without a number: missing, never zero.
pub fn withheld(place: &Place, column: &str, value: &str) -> Finding {
    let (code, en, fr) = if value.is_empty() {
        (
            "amount_missing",
            "The amount is blank: it counts as missing, not as zero.".to_string(),
            "Le montant est vide : il compte comme manquant, non comme zéro.".to_string(),
        )
    } else {
        (
            "amount_withheld",
            format!("The amount is withheld ({value}): it counts as missing, not as zero."),
            format!("Le montant n'est pas communiqué ({value}) : il compte comme manquant, non comme zéro."),
        )
    };
    cell(code, Severity::Warning, place, (column, value), (en, fr))
        .suggest("State the amount, or 0 if there is none.", "Indiquez le montant, ou 0 s'il n'y en a pas.")
}

/// A withheld part of an estimate of which another part is told: low, mode and high are told together or not at all.
pub fn withheld_alone(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{value:?} is not a number, and other parts of this estimate are.");
    let fr = format!("« {value} » n'est pas un nombre, alors que le reste de cette estimation en est.");
    cell("number_invalid", Severity::Error, place, (column, value), (en, fr)).suggest(
        "State low, mode and high, or withhold all three.",
        "Indiquez le bas, le probable et le haut, ou aucun des trois.",
    )
}

/// A word that is none of those accepted.
pub fn choice_invalid(
    place: &Place,
    column: &str,
    value: &str,
    accepted: &[&str],
    nearest: Option<&str>,
) -> Finding {
    let words = accepted.join(", ");
    let en = format!("{value:?} is none of the accepted words: {words}.");
    let fr = format!("{value:?} n'est aucun des mots acceptés : {words}.");
    suggest_name(cell("choice_invalid", Severity::Error, place, (column, value), (en, fr)), nearest)
}

/// A day that cannot be read.
pub fn date_invalid(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{value:?} is not a day.");
    let fr = format!("{value:?} n'est pas un jour.");
    cell("date_invalid", Severity::Error, place, (column, value), (en, fr))
        .suggest("Write year-month-day, such as 2027-03-31.", "Écrivez année-mois-jour, comme 2027-03-31.")
}

/// A number that must be whole.
pub fn integer_invalid(place: &Place, column: &str, value: &str) -> Finding {
    let en = format!("{value} is not a whole number.");
    let fr = format!("{value} n'est pas un nombre entier.");
    cell("integer_invalid", Severity::Error, place, (column, value), (en, fr))
}

/// A key that names nothing.
pub fn reference_unknown(
    place: &Place,
    (column, value): (&str, &str),
    (noun_en, noun_fr): (&str, &str),
    nearest: Option<&str>,
) -> Finding {
    let en = format!("{value:?} names no {noun_en}.");
    let fr = format!("{value:?} ne désigne aucun élément ({noun_fr}).");
    suggest_name(cell("reference_unknown", Severity::Error, place, (column, value), (en, fr)), nearest)
}

/// A row told apart by nothing from another one.
pub fn id_duplicate(place: &Place, column: &str, value: &str, first_row: u32) -> Finding {
    let en = format!("{value} is already used in row {first_row}; this row is left out.");
    let fr = format!("{value} sert déjà à la ligne {first_row} ; cette ligne est écartée.");
    cell("id_duplicate", Severity::Error, place, (column, value), (en, fr))
        .suggest("Give every row its own key.", "Donnez à chaque ligne sa propre clé.")
}

/// A relation between two that an earlier row states already.
pub fn dependency_duplicate(place: &Place, (word, a, b): &(&str, String, String), first: u32) -> Finding {
    let en = format!("{a} {word} {b} is already stated in row {first}; this row is left out.");
    let fr = format!("{a} {word} {b} est déjà indiqué à la ligne {first} ; cette ligne est écartée.");
    cell("dependency_duplicate", Severity::Error, place, ("type", word), (en, fr)).suggest(
        "State each relation once: synergy and excludes hold both ways.",
        "Indiquez chaque relation une fois : synergy et excludes valent dans les deux sens.",
    )
}

/// A pair that the same stakeholder judged before, the other way round.
pub fn judgement_duplicate(place: &Place, (a, b): (&str, &str), first: u32, agrees: bool) -> Finding {
    let (severity, en, fr) = if agrees {
        (
            Severity::Note,
            format!("{a} and {b} are judged again, as in row {first}; this row is left out."),
            format!("{a} et {b} sont jugés à nouveau, comme à la ligne {first} ; cette ligne est écartée."),
        )
    } else {
        (
            Severity::Error,
            format!("{a} and {b} are judged again, against row {first}; this row is left out."),
            format!("{a} et {b} sont jugés à nouveau, contre la ligne {first} ; cette ligne est écartée."),
        )
    };
    cell("judgement_duplicate", severity, place, ("objective_b", b), (en, fr)).suggest(
        "Ask the stakeholder which judgement holds, and keep that one.",
        "Demandez à la personne quel jugement vaut, et gardez celui-là.",
    )
}

/// A persona that stands for nobody.
pub fn persona_without_customers(place: &Place, value: &str) -> Finding {
    let en = "The persona stands for no customer.".to_string();
    let fr = "Le persona ne représente aucun client.".to_string();
    cell("persona_without_customers", Severity::Error, place, ("customers", value), (en, fr)).suggest(
        "State how many customers the persona stands for, or remove it.",
        "Indiquez combien de clients ce persona représente, ou retirez-le.",
    )
}

/// Years of the horizon that a table has no column for; `headings` are those of the years, at least one.
pub fn year_column_missing(place: &Place, headings: &[String], horizon: usize, is_gap: bool) -> Finding {
    let severity = if is_gap { Severity::Error } else { Severity::Warning };
    let (n_years, names) = (headings.len(), headings.join(", "));
    let column = headings.first().map_or("", String::as_str);
    let (en, fr) = if column.ends_with("_eur") {
        (
            format!("costs are taken as 0 in {n_years} year(s), while benefits that last go on"),
            format!(
                "les coûts y sont pris à 0 pendant {n_years} an(s), alors que les gains durables continuent"
            ),
        )
    } else {
        (
            format!("effects are taken as 0 in {n_years} year(s)"),
            format!("les effets y sont pris à 0 pendant {n_years} an(s)"),
        )
    };
    let en = format!("No column for {names}, though the horizon is {horizon} years: {en}.");
    let fr = format!("Pas de colonne {names}, alors que l'horizon est de {horizon} ans : {fr}.");
    cell("year_column_missing", severity, place, (column, &names), (en, fr)).suggest(
        "Add the columns, or shorten horizon_years in the settings.",
        "Ajoutez les colonnes, ou réduisez horizon_years dans les réglages.",
    )
}

/// Columns of years after the horizon.
pub fn year_beyond_horizon(place: &Place, heading: &str, horizon: usize) -> Finding {
    let en = format!("The column {heading} lies beyond the horizon of {horizon} years and is not read.");
    let fr = format!("La colonne {heading} dépasse l'horizon de {horizon} ans et n'est pas lue.");
    cell("year_beyond_horizon", Severity::Warning, place, (heading, ""), (en, fr)).suggest(
        "Lengthen horizon_years in the settings, or remove the column.",
        "Allongez horizon_years dans les réglages, ou supprimez la colonne.",
    )
}
