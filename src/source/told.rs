//! `Told`: the findings of one sheet, at most so many of a kind in full and the rest counted.

use std::collections::BTreeMap;

use crate::domain::finding::Finding;
use crate::domain::place::Place;

/// Findings of one sheet while it is read.
pub(super) struct Told {
    limit: usize,
    counts: BTreeMap<&'static str, usize>,
    findings: Vec<Finding>,
}

impl Told {
    pub(super) fn new(limit: usize) -> Told {
        Told { limit, counts: BTreeMap::new(), findings: Vec::new() }
    }

    /// Keeps the finding, or only counts it where its kind is full.
    pub(super) fn push(&mut self, finding: Finding) {
        if self.count(finding.code) {
            self.findings.push(finding);
        }
    }

    /// Keeps a finding that was counted before.
    pub(super) fn push_counted(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Counts one finding of this kind; whether it is still to be told in full.
    pub(super) fn count(&mut self, code: &'static str) -> bool {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        *count <= self.limit
    }

    /// Counts findings of which no more is known than that they exist.
    pub(super) fn count_more(&mut self, code: &'static str, more: u64) {
        *self.counts.entry(code).or_default() += usize::try_from(more).unwrap_or(usize::MAX / 2);
    }

    /// All of them, and one counting finding for each kind of which some were left out.
    pub(super) fn into_findings(self, file: &str) -> Vec<Finding> {
        let mut findings = self.findings;
        for (code, count) in self.counts {
            let told = findings.iter().filter(|finding| finding.code == code).count();
            let Some(first) = findings.iter().find(|finding| finding.code == code) else { continue };
            if told < count {
                let more = count - told;
                let en = format!("{more} more of this kind, not listed one by one.");
                let fr = format!("{more} autre(s) du même genre, non énumérés.");
                let severity = first.severity;
                findings.push(Finding::new(code, severity, &Place::file(file), en, fr));
            }
        }
        findings
    }
}
