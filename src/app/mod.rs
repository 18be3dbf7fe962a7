//! The use cases, one file each with one public function each; every transport calls only these.

pub mod finance;
