//! Reads a plan that was chosen before, from the JSON of `choose`.

use std::fs;
use std::path::Path;

use crate::domain::portfolio::Portfolio;
use crate::wire::plan::PlanDocument;

/// The plan in a file.
///
/// # Errors
/// One sentence that names the file and what is wrong with it.
pub fn plan(path: &Path) -> Result<Portfolio, String> {
    let told = |fault: String| format!("{}: {fault}.", path.display());
    let bytes = fs::read(path).map_err(|fault| told(fault.to_string()))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let document: PlanDocument = serde_json::from_slice(bytes)
        .map_err(|fault| told(format!("no plan as `cxfolio choose --json` prints it ({fault})")))?;
    document.portfolio().map_err(told)
}
