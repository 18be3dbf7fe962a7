//! Calls of HiGHS while it solves: it is told to stop, and tells what it found.

use std::any::Any;
use std::cell::RefCell;
use std::ffi::{c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::slice;

use highs::Model;
use highs_sys::{HighsCallbackDataIn, HighsCallbackDataOut, HighsInt};

use super::watch::Watch;

/// What can be told of a solve that goes on, in the columns and the unit of worth of its program.
#[derive(Clone, Copy, Debug)]
pub struct Glimpse<'g> {
    /// A feasible point, better than those before.
    pub columns: Option<&'g [f64]>,
    /// No choice is worth more than this; infinite when nothing is known.
    pub bound: f64,
    /// Parts of the tree looked at so far.
    pub nodes: u64,
}

/// Who looks on while a program is solved.
pub type Eye<'e> = dyn Fn(&Glimpse) + 'e;

/// Whom HiGHS calls while it solves: it is told to stop, and tells what it found. Nobody, where nobody watches.
pub struct Caller<'c> {
    watch: &'c Watch,
    eye: Option<&'c Eye<'c>>,
    /// What went wrong in a call; it may not leave the call itself, for there is no Rust above it.
    failure: RefCell<Option<Box<dyn Any + Send>>>,
}

/// HiGHS refused to call back.
#[derive(Clone, Copy, Debug)]
pub struct NotListening;

impl<'c> Caller<'c> {
    /// The caller of work that may be watched.
    pub fn of(watch: &'c Watch, eye: Option<&'c Eye<'c>>) -> Caller<'c> {
        Caller { watch, eye, failure: RefCell::new(None) }
    }

    /// Has a model of HiGHS call back; the caller must stay where it is until the model is solved.
    pub fn listen(&self, model: &mut Model) -> Result<(), NotListening> {
        if !self.watch.is_there() {
            return Ok(());
        }
        let highs = model.as_mut_ptr();
        let data: *mut c_void = (&raw const *self).cast_mut().cast();
        // SAFETY: the pointer is that of a live HiGHS model. The data outlives the solve, the only time of calls: whoever
        // listens solves before the caller goes out of scope. Calls only read through it.
        let is_set = |status: HighsInt| status == highs_sys::STATUS_OK;
        let is_listening = unsafe {
            is_set(highs_sys::Highs_setCallback(highs, Some(called), data))
                && CALLS.iter().all(|kind| is_set(highs_sys::Highs_startCallback(highs, *kind)))
        };
        if is_listening { Ok(()) } else { Err(NotListening) }
    }

    /// Goes on with a failure of a call.
    pub fn resume(self) {
        if let Some(failure) = self.failure.into_inner() {
            resume_unwind(failure);
        }
    }

    /// Answers one call: whether to stop.
    fn answer(&self, kind: c_int, told: &HighsCallbackDataOut) -> bool {
        if kind == highs_sys::kHighsCallbackMipImprovingSolution
            && let Some(eye) = self.eye
        {
            let size = usize::try_from(told.mip_solution_size).unwrap_or(0);
            let has_point = !told.mip_solution.is_null() && size > 0;
            // SAFETY: HiGHS keeps this many values alive at the pointer during the call.
            let columns = has_point.then(|| unsafe { slice::from_raw_parts(told.mip_solution, size) });
            let nodes = u64::try_from(told.mip_node_count).unwrap_or(0);
            eye(&Glimpse { columns, bound: told.mip_dual_bound, nodes });
        }
        self.watch.is_stopped()
    }
}

/// The calls that are asked for.
const CALLS: [HighsInt; 4] = [
    highs_sys::kHighsCallbackSimplexInterrupt,
    highs_sys::kHighsCallbackIpmInterrupt,
    highs_sys::kHighsCallbackMipInterrupt,
    highs_sys::kHighsCallbackMipImprovingSolution,
];

unsafe extern "C" fn called(
    kind: c_int,
    _message: *const c_char,
    told: *const HighsCallbackDataOut,
    wanted: *mut HighsCallbackDataIn,
    caller: *mut c_void,
) {
    // SAFETY: HiGHS hands back the data of the caller that listens, which is alive, and what it tells and wants, each
    // either null or alive during the call.
    let (caller, told, wanted) =
        unsafe { (caller.cast_const().cast::<Caller>().as_ref(), told.as_ref(), wanted.as_mut()) };
    let (Some(caller), Some(told)) = (caller, told) else { return };
    let is_over = catch_unwind(AssertUnwindSafe(|| caller.answer(kind, told))).unwrap_or_else(|failure| {
        *caller.failure.borrow_mut() = Some(failure);
        true
    });
    if let Some(wanted) = wanted {
        wanted.user_interrupt = c_int::from(is_over);
    }
}
