//! Reads capabilities, roles, the nodes and edges of the CX ecosystem, and customer problems.

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use crate::domain::capability::Capability;
use crate::domain::ecosystem::{
    CustomerProblem, EcosystemEdge, EcosystemNode, EdgeEnd, NodeKind, Visibility,
};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::finding::Finding;
use crate::domain::lever::Lever;
use crate::domain::moment::MomentOfTruth;
use crate::domain::persona::Persona;
use crate::domain::role::Role;
use crate::quantity::identity::Id;
use crate::wire::words;

/// The capabilities, sorted by identifier; an unreadable number counts as zero.
pub fn capabilities(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Capability> {
    let mut capabilities = sheet.collect(findings, |row| {
        let id: Option<Id<Capability>> = row.id("id");
        Some(Capability {
            name: row.name("name"),
            maturity_now: row.number("maturity_now").unwrap_or_default(),
            maturity_target: row.number("maturity_target").unwrap_or_default(),
            importance: row.number("importance").unwrap_or_default(),
            owner: row.text("owner"),
            place: row.place(),
            id: id?.to_string(),
        })
    });
    capabilities.sort_by(|a, b| a.id.cmp(&b.id));
    capabilities
}

/// The roles, sorted by identifier; a year, quarter or month without a column or with a blank cell is not limited.
///
/// A blank cell where nothing else is stated of its year, a gap between the columns and no column at all are told; years after the last column are not meant.
pub fn roles(sheet: &Sheet, horizon: usize, findings: &mut Vec<Finding>) -> Vec<Role> {
    check_capacity_columns(sheet, findings);
    let mut roles = sheet.collect(findings, |row| {
        let id = row.id("id");
        for column in row.unstated(&[CAPACITY, CAPACITY_PART]) {
            row.findings.push(faults::capacity_missing(&row.place(), &column.heading));
        }
        let mut capacity: Vec<_> = row.years(CAPACITY, 0, horizon).into_iter().map(Option::flatten).collect();
        while capacity.last() == Some(&None) {
            capacity.pop();
        }
        Some(Role {
            name: row.name("name"),
            day_rate: row.number("day_rate_eur"),
            capacity,
            capacity_by_period: row.periods(&[CAPACITY_PART]),
            place: row.place(),
            id: id?,
        })
    });
    roles.sort_by(|a, b| a.id.cmp(&b.id));
    roles
}

/// The families of columns that state the days of a role: of years, and of quarters and months.
const CAPACITY: &str = "capacity_days_y{year}";
const CAPACITY_PART: &str = "capacity_days_{period}";

fn check_capacity_columns(sheet: &Sheet, findings: &mut Vec<Finding>) {
    if sheet.table.records.is_empty() {
        return;
    }
    let columns = sheet.family(CAPACITY).chain(sheet.family(CAPACITY_PART));
    let years: Vec<usize> =
        columns.filter_map(|column| column.period.map(|period| period.begin.year())).collect();
    let last = years.iter().copied().max().unwrap_or_default();
    let place = sheet.table.place(u32::from(!sheet.table.file.contains('#')));
    for year in (0..=last).filter(|year| !years.contains(year)) {
        let heading = CAPACITY.replace("{year}", &year.to_string());
        findings.push(faults::capacity_missing(&place, &heading));
    }
}

/// The nodes, sorted by identifier; beside their error findings, an unreadable kind counts as a system, a stage as
/// behind and a health as zero.
pub fn nodes(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<EcosystemNode> {
    let mut nodes = sheet.collect(findings, |row| {
        let id = row.id("id");
        Some(EcosystemNode {
            kind: row.choice("type", &words::NODE_KIND).unwrap_or(NodeKind::System),
            stage: row.choice("stage", &words::VISIBILITY).unwrap_or(Visibility::Behind),
            name: row.name("name"),
            owner: row.text("owner"),
            is_visible_to_customer: row.flag("visible_to_customer"),
            health: row.number("health_0_10").unwrap_or_default(),
            is_legacy: row.flag("legacy"),
            is_silo: row.flag("silo"),
            place: row.place(),
            id: id?,
        })
    });
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    nodes
}

/// The edges; those that leave no known node, arrive nowhere or have no weight are left out.
///
/// A key that is both a node and a moment means the node.
pub fn edges(
    sheet: &Sheet,
    nodes: &Keys<EcosystemNode>,
    moments: &Keys<MomentOfTruth>,
    findings: &mut Vec<Finding>,
) -> Vec<EcosystemEdge> {
    sheet.collect(findings, |row| {
        let from = row.reference("from_id", nodes);
        let to = row.text("to_id");
        let end = match (nodes.find(&to), moments.find(&to)) {
            (Some(node), _) => Some(EdgeEnd::Node(node.clone())),
            (None, Some(moment)) => Some(EdgeEnd::Moment(moment.clone())),
            (None, None) => {
                if !to.is_empty() {
                    let noun = ("node or moment", "nœud ou moment");
                    let near = moments.nearest(&to).or_else(|| nodes.nearest(&to));
                    let cell = ("to_id", to.as_str());
                    row.findings.push(super::faults::reference_unknown(&row.place(), cell, noun, near));
                }
                None
            }
        };
        let weight = row.number("weight");
        Some(EcosystemEdge {
            evidence: row.choice("evidence_level", &words::EVIDENCE_LEVEL).unwrap_or(EvidenceLevel::E0),
            note: row.remark("note"),
            place: row.place(),
            from: from?,
            to: end?,
            weight: weight?,
        })
    })
}

/// The customer problems, sorted by identifier; a moment or persona that is not known stays as written.
pub fn problems(
    sheet: &Sheet,
    moments: &Keys<MomentOfTruth>,
    personas: &Keys<Persona>,
    levers: &Keys<Lever>,
    nodes: &Keys<EcosystemNode>,
    findings: &mut Vec<Finding>,
) -> Vec<CustomerProblem> {
    let mut problems = sheet.collect(findings, |row| {
        let id: Option<Id<CustomerProblem>> = row.id("id");
        let whys = ["why_1", "why_2", "why_3", "why_4", "why_5"].map(|name| row.remark(name));
        Some(CustomerProblem {
            moment: row.reference_as_written("moment_id", moments).unwrap_or_else(|| "".into()),
            persona: row.reference_as_written("persona_id", personas).unwrap_or_else(|| "".into()),
            statement: row.name("statement"),
            lever: row.reference("lever_id", levers),
            annual_cost: row.number("annual_cost_eur"),
            whys: whys.into_iter().filter(|why| !why.is_empty()).collect(),
            root_node: row.reference("root_node_id", nodes),
            place: row.place(),
            id: id?.to_string(),
        })
    });
    problems.sort_by(|a, b| a.id.cmp(&b.id));
    problems
}
