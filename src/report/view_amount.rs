//! How numbers stand in documents: schemas of the amounts that are written as decimal text and of shares.

use utoipa::ToSchema;

/// Decimal text, at most six decimals, never rounded to a float: in the currency that the document or its dossier
/// names, unless the key names another unit (days, a count, points).
#[derive(ToSchema)]
#[schema(format = "decimal", pattern = r"^-?\d+(\.\d{1,6})?$", example = "2553916.666667")]
pub struct Amount(pub String);

/// Decimal text with as many decimals as it has: shares, moves of rules and what is held of an aim other than money.
#[derive(ToSchema)]
#[schema(format = "decimal", pattern = r"^-?\d+(\.\d+)?$", example = "0.5")]
pub struct ExactDecimal(pub String);

/// A fraction from 0 to 1, for maps of them.
#[derive(ToSchema)]
#[schema(minimum = 0, maximum = 1)]
pub struct Share(pub f64);

/// A choice by its short name: investment, variant and start, `B01:core@y1` (year 1), `B01:core@y1q2` or
/// `B01:core@y1m05`, with `x0.5` behind it when half of it is funded.
#[derive(ToSchema)]
#[schema(pattern = r"^.+:.+@y\d+(q[1-4]|m\d{2})?(x0\.\d+)?$", example = "B01:core@y1")]
pub struct ChoiceName(pub String);
