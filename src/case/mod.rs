//! The business case of one variant and of a portfolio: from lines and levers to amounts by year.
