//! `PortfolioChange`: what enters, leaves and moves between two plans.

use super::portfolio::{Choice, Portfolio};

/// The step from one plan to another; each list in order of identifiers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortfolioChange {
    pub entered: Vec<Choice>,
    pub left: Vec<Choice>,
    /// Investments in both plans with another variant, start or share: (before, after).
    pub moved: Vec<(Choice, Choice)>,
}

impl PortfolioChange {
    /// The step from `before` to `after`.
    pub fn between(before: &Portfolio, after: &Portfolio) -> PortfolioChange {
        let of = |plan: &Portfolio, choice: &Choice| {
            plan.choices().iter().find(|other| other.investment == choice.investment).cloned()
        };
        let mut change = PortfolioChange::default();
        for choice in after.choices() {
            match of(before, choice) {
                None => change.entered.push(choice.clone()),
                Some(was) if &was != choice => change.moved.push((was, choice.clone())),
                Some(_) => {}
            }
        }
        let gone = before.choices().iter().filter(|choice| !after.contains(&choice.investment));
        change.left.extend(gone.cloned());
        change
    }

    /// How many investments enter, leave or move.
    pub fn size(&self) -> usize {
        self.entered.len() + self.left.len() + self.moved.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::start::Start;

    #[test]
    fn an_investment_moves_when_its_variant_or_start_changes() {
        let choice = |id: &str, variant: &str| Choice::of(id.into(), variant.into());
        let before = Portfolio::new(vec![choice("A", "core"), choice("B", "core"), choice("C", "core")]);
        let later = Choice { start: Start::of_year(1), ..choice("C", "core") };
        let after = Portfolio::new(vec![choice("A", "core"), later.clone(), choice("D", "lite")]);
        let change = PortfolioChange::between(&before, &after);
        assert_eq!(change.entered, [choice("D", "lite")]);
        assert_eq!(change.left, [choice("B", "core")]);
        assert_eq!(change.moved, [(choice("C", "core"), later)]);
        assert_eq!((change.size(), PortfolioChange::between(&after, &after).size()), (3, 0));
    }
}
