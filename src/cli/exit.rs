//! How a command ends: one table of exit codes.

/// The exit codes, as `--help` shows them.
pub const TABLE: &str = "\
Exit codes:
   0  fine (a dossier with warnings only is fine; see `check --strict`)
   1  the dossier has errors: they are listed with file, row and column
   2  the command line is wrong
   3  `check --strict`: warnings, no error
   4  something named could not be read, is not in the dossier, or a file could not be written
   5  no plan keeps all rules: the rules in conflict are named
   6  no answer: the solver stopped before any plan, or too much hangs together
  70  a fault of the program itself";

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Fine,
    DossierErrors,
    Usage,
    Warnings,
    Unreadable,
    NoPlan,
    NoAnswer,
    Fault,
}

impl Exit {
    /// The code handed to the shell.
    pub fn code(self) -> u8 {
        match self {
            Exit::Fine => 0,
            Exit::DossierErrors => 1,
            Exit::Usage => 2,
            Exit::Warnings => 3,
            Exit::Unreadable => 4,
            Exit::NoPlan => 5,
            Exit::NoAnswer => 6,
            Exit::Fault => 70,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_stands_in_the_table() {
        use Exit::*;
        for exit in [Fine, DossierErrors, Usage, Warnings, Unreadable, NoPlan, NoAnswer, Fault] {
            assert!(TABLE.contains(&format!("{:>4}  ", exit.code())), "{exit:?}");
        }
    }
}
