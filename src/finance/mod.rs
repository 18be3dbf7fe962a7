//! Pure arithmetic on dated or periodic amounts; knows no investment.
