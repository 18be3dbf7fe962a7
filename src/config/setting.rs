//! `Setting`: one row of the table of settings.

/// A setting that the service can be given.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key in the file; with `--` and hyphens on the command line.
    pub name: &'static str,
    /// What holds when nobody says anything; blank for nothing.
    pub default: &'static str,
    /// What it takes, as shown in help.
    pub form: &'static str,
    /// What it does, with its unit.
    pub sentence: &'static str,
}

impl Setting {
    /// Its name in the environment, `CXFOLIO_LISTEN`.
    pub fn variable(&self) -> String {
        format!("CXFOLIO_{}", self.name.to_ascii_uppercase())
    }

    /// Its name on the command line without the hyphens before it, `rate-per-second`.
    pub fn flag(&self) -> String {
        self.name.replace('_', "-")
    }
}
