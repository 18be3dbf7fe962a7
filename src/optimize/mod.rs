//! From preference to choice: the exact portfolio under budgets, people and rules.
