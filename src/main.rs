//! Start-up only: hand the arguments to `cli` and turn the outcome into an exit code.

fn main() {}
