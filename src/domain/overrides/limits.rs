//! What a scenario may change of limits on the whole plan: the money of envelopes, and the rules of the table of rules.

use super::Row;
use super::cell::Cell;
use crate::domain::envelope::Envelope;
use crate::domain::period::Period;
use crate::domain::portfolio_rule::{PortfolioRule, PortfolioRuleKind};

impl Row for Envelope {
    fn answers_to(&self, filter: &str) -> bool {
        let group = self.transfer_group.as_ref();
        self.id.as_str() == filter || group.is_some_and(|group| group.eq_ignore_ascii_case(filter))
    }

    /// A period whose money is not stated is not limited; setting it limits it.
    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        if field == "amount" {
            return Some(self.amounts.values_mut().map(|amount| Cell::any(amount).not_negative()).collect());
        }
        let period = Period::parse(field.strip_prefix("amount_")?)?;
        Some(vec![Cell::in_period(&mut self.amounts, period).not_negative()])
    }
}

impl Row for PortfolioRule {
    fn answers_to(&self, filter: &str) -> bool {
        self.id.as_str() == filter
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        let cell = match field {
            "active" => Cell::flag(&mut self.is_active),
            "price" => Cell::optional(&mut self.price).not_negative(),
            "limit" => match &mut self.kind {
                PortfolioRuleKind::Count { count, .. } | PortfolioRuleKind::SponsorLoad { count } => {
                    Cell::year(count)
                }
                PortfolioRuleKind::MandatoryBy { by, .. } => Cell::deadline(by),
                PortfolioRuleKind::Share { share, .. }
                | PortfolioRuleKind::VendorShare { share, .. }
                | PortfolioRuleKind::CoverageFloor { share, .. }
                | PortfolioRuleKind::ObjectiveFloor { value: share, .. } => Cell::any(share).share(),
                PortfolioRuleKind::ExitExposure { amount, .. } => Cell::any(amount).not_negative(),
            },
            _ => return None,
        };
        Some(vec![cell])
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rust_decimal::dec;

    use super::*;
    use crate::domain::envelope::SpendingKind;
    use crate::domain::example;
    use crate::domain::overrides::cell::Change;
    use crate::domain::portfolio_rule::LimitSide;
    use crate::domain::scenario::Operation;
    use crate::domain::start::Start;

    fn changed<R: Row>(row: &mut R, field: &str, operation: Operation, operand: &str) -> bool {
        let written = example::change("t", "*", field, operation, operand);
        let change = Change::of(&written).expect("a number");
        let cells = row.cells(field).expect("a known field");
        cells.into_iter().map(|cell| change.on(cell)).collect::<Vec<_>>() == [Ok(true)]
    }

    #[test]
    fn money_is_changed_where_stated_and_set_where_not() {
        let year = Period::year(0);
        let mut envelope = Envelope {
            id: "E1".into(),
            name: example::name("Sales"),
            spending: SpendingKind::All,
            departments: Vec::new(),
            amounts: BTreeMap::from([(year, dec!(100))]),
            transfer_group: Some("G".into()),
            carries_over: false,
            place: example::at("envelopes", 2),
        };
        assert!(envelope.answers_to("g") && envelope.answers_to("E1") && !envelope.answers_to("e1"));
        assert!(changed(&mut envelope, "amount", Operation::Multiply, "0.5"));
        assert!(changed(&mut envelope, "amount_y1q2", Operation::Set, "7"));
        assert!(!changed(&mut envelope, "amount_y2", Operation::Add, "7"));
        assert!(!changed(&mut envelope, "amount_y0", Operation::Add, "-51"));
        let amounts: Vec<_> = envelope.amounts.values().copied().collect();
        assert_eq!(amounts, [dec!(50.0), dec!(7)]);
        assert!(envelope.cells("amount_2027").is_none() && envelope.cells("money").is_none());
    }

    #[test]
    fn each_limit_stays_what_its_type_can_take() {
        let members = || vec!["A".into(), "B".into()];
        let mut rule = PortfolioRule {
            id: "K1".into(),
            name: example::name("A rule"),
            kind: PortfolioRuleKind::Count { side: LimitSide::AtMost, members: members(), count: 2 },
            price: None,
            is_active: true,
            place: example::at("rules", 2),
        };
        assert!(changed(&mut rule, "limit", Operation::Add, "1"));
        assert!(!changed(&mut rule, "limit", Operation::Set, "0.5"));
        assert!(changed(&mut rule, "active", Operation::Set, "0") && !rule.is_active);
        assert!(changed(&mut rule, "price", Operation::Set, "9") && rule.price == Some(dec!(9)));
        rule.kind = PortfolioRuleKind::MandatoryBy { members: members(), by: Start::of_months(17) };
        assert!(changed(&mut rule, "limit", Operation::Add, "1"));
        assert_eq!(
            rule.kind,
            PortfolioRuleKind::MandatoryBy { members: members(), by: Start::of_months(29) }
        );
        assert!(changed(&mut rule, "limit", Operation::Set, "1"));
        assert_eq!(
            rule.kind,
            PortfolioRuleKind::MandatoryBy { members: members(), by: Start::of_months(23) }
        );
        rule.kind = PortfolioRuleKind::VendorShare { of: SpendingKind::Run, share: dec!(0.4) };
        assert!(!changed(&mut rule, "limit", Operation::Multiply, "3"));
        assert!(rule.cells("limits").is_none());
    }
}
