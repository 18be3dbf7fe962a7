//! From figures to preference: weights, value functions, objective fit; never one opaque number.
//!
//! **Two questions, kept apart.** How good is a KPI after the portfolio ([`value_function`]: 0 at the worst anchor, 1 at
//! the best), and how much does that objective count ([`weights`]: shares that add up to 1)? [`objective_fit`] joins
//! them, V = 100 x sum of weight x value, and hands back every term. Persona impact and moment coverage are scores of
//! their own, shown beside it and never mixed into it.
//!
//! **Three ways to ask for weights.** None of them asks "how important is X?", which means nothing without a range.
//! - *Swing* ([`swing`], the default): imagine every KPI at its worst. Which one would you bring to its best first? It
//!   gets 100 points, the others 0 to 100 beside it; the weight is the share of all points. As the points belong to
//!   ranges, [`swing_meaning`] says what ten of them are worth in KPI units, and the person confirms or corrects.
//! - *Direct points* ([`direct`]): give out points or stars and take shares. Quick, but blind to ranges, so the result
//!   is marked as low quality. When only the order is known, [`rank_order`] turns ranks into weights.
//! - *AHP* ([`ahp`]): compare two objectives at a time ("twice as important"). The answers make a [`comparison`]
//!   matrix, its principal [`eigenvector`] the weights. People contradict themselves across many pairs; the ratio in
//!   [`consistency`] says how much, the worst [`triad`] where, and [`revision`] which answer to think over first. With
//!   answers missing, [`least_squares`] still finds the weights as long as the answers hang together.
//!
//! Several stakeholders make a group in [`stakeholders`]; [`agreement`] always shows how far apart they are, because an
//! average hides a quarrel. [`weight_sets`] holds all sets of weights side by side and picks the one that is used;
//! [`variant_score`] shows every variant alone in five pictures that are never added up, [`claims`] what they rest on.

pub mod weights;
pub mod swing;
pub mod direct;
pub mod rank_order;
pub mod agreement;
pub mod stakeholders;
pub mod comparison;
pub mod eigenvector;
pub mod least_squares;
pub mod consistency;
pub mod triad;
pub mod revision;
pub mod ahp;
pub mod swing_meaning;
pub mod value_function;
pub mod value_shape;
pub mod objective_fit;
pub mod portfolio_effects;
pub mod capability_maturity;
pub mod weight_sets;
pub mod claims;
pub mod variant_score;
pub mod trace;
