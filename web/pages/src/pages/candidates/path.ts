// The way of a candidate as it is drawn: bands from those who feel it down to the objectives, steps, and ways through a box.
import type { EcosystemNode, InvestmentTrace, TraceEdge, TraceNode } from '../../api/schema';
import { real } from '../../words/number';
import type { Given } from '../ecosystem/layout';

export const BANDS = ['personas', 'moments', 'front', 'back', 'behind', 'candidate', 'levers', 'objectives'] as const;
export type PathBand = (typeof BANDS)[number];

/** One line of the picture; what lifts a moment for several personas is one. */
export interface Step {
  key: string;
  from: string;
  to: string;
  edges: TraceEdge[];
}

function bandOf(node: TraceNode, known: Map<string, EcosystemNode>): PathBand {
  switch (node.kind) {
    case 'persona':
      return 'personas';
    case 'moment':
      return 'moments';
    case 'node':
      return known.get(node.id)?.stage ?? 'behind';
    case 'lever':
      return 'levers';
    case 'objective':
      return 'objectives';
    default:
      return 'candidate';
  }
}

/** What stands in each band; bands with nothing in them are left out. */
export function bandsOf(trace: InvestmentTrace, known: Map<string, EcosystemNode>): Given<PathBand>[] {
  return BANDS.map((id) => ({
    id,
    ids: trace.nodes.filter((node) => bandOf(node, known) === id).map((node) => node.key),
    isKept: id === 'personas' || id === 'candidate',
  })).filter((band) => band.ids.length > 0);
}

/** How many steps each thing is away from the investment. */
function depthsOf(trace: InvestmentTrace): Map<string, number> {
  const depths = new Map([[`investment:${trace.investment}`, 0]]);
  const open = [...depths.keys()];
  for (let from = open.shift(); from !== undefined; from = open.shift()) {
    for (const edge of trace.edges) {
      if (edge.from !== from || depths.has(edge.to)) continue;
      depths.set(edge.to, (depths.get(from) ?? 0) + 1);
      open.push(edge.to);
    }
  }
  return depths;
}

/** Edges between the same two things as one; those of a kind in the order in which they are come to. */
export function stepsOf(trace: InvestmentTrace): Step[] {
  const found = new Map<string, Step>();
  for (const edge of trace.edges) {
    const key = `${edge.from}~${edge.to}`;
    const step = found.get(key) ?? { key, from: edge.from, to: edge.to, edges: [] };
    step.edges.push(edge);
    found.set(key, step);
  }
  const depths = depthsOf(trace);
  const kinds = [...new Set(trace.edges.map((edge) => edge.kind))];
  const kindAt = (step: Step) => kinds.indexOf(step.edges[0]?.kind ?? 'builds');
  const depthAt = (step: Step) => depths.get(step.from) ?? 0;
  return [...found.values()].sort((a, b) => kindAt(a) - kindAt(b) || depthAt(a) - depthAt(b));
}

/** Everything that leads to a box and everything it leads to, as keys of steps. */
export function wayThrough(steps: Step[], box: string): Set<string> {
  const way = new Set<string>();
  const walk = (start: string, near: 'from' | 'to', far: 'from' | 'to') => {
    const seen = new Set([start]);
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const step of steps.filter((one) => one[near] === at)) {
        way.add(step.key);
        if (!seen.has(step[far])) open.push(step[far]);
        seen.add(step[far]);
      }
    }
  };
  walk(box, 'from', 'to');
  walk(box, 'to', 'from');
  return way;
}

/** Points that are felt at a moment or by a persona. */
export function pointsAt(trace: InvestmentTrace, key: string): number {
  return trace.edges.filter((edge) => edge.kind === 'felt' && (edge.from === key || edge.to === key)).reduce((total, edge) => total + (edge.points ?? 0), 0);
}

/** The moment that is felt most and the lever that pays most: where the strongest way leads. */
export function strongest(trace: InvestmentTrace): string[] {
  const most = (kind: TraceNode['kind'], size: (key: string) => number) =>
    trace.nodes.filter((node) => node.kind === kind).toSorted((a, b) => size(b.key) - size(a.key))[0]?.key;
  const paid = (key: string) => trace.edges.filter((edge) => edge.kind === 'pays' && edge.to === key).reduce((total, edge) => total + real(edge.pv_benefit), 0);
  return [most('moment', (key) => pointsAt(trace, key)), most('lever', paid)].filter((key) => key !== undefined);
}
