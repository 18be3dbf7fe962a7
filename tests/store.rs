//! The store on real files: nothing that was committed is lost or changed, and every fault leaves it usable.

#[path = "store/folder.rs"]
mod folder;
#[path = "store/opening.rs"]
mod opening;
#[path = "store/changing.rs"]
mod changing;
#[path = "store/revising.rs"]
mod revising;
#[path = "store/past.rs"]
mod past;
#[path = "store/append_only.rs"]
mod append_only;
#[path = "store/working.rs"]
mod working;
#[path = "store/keeping.rs"]
mod keeping;
#[path = "store/copying.rs"]
mod copying;
