//! `Elsewhere`: the same candidates under another scenario, with the best that can be had there.

use crate::optimize::question::Grounds;

/// One scenario that a plan is judged in besides the dossier itself.
#[derive(Clone, Copy)]
pub struct Elsewhere<'a> {
    pub grounds: Grounds<'a>,
    /// NPV of the best plan there, in the dossier's currency.
    pub best: f64,
}
