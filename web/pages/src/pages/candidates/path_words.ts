// The way of a candidate in words: how much passes along a step, what stands at a box, and where its name leads.
import type { EcosystemNode, InvestmentTrace, Persona, TraceEdge, TraceNode } from '../../api/schema';
import { hrefOf } from '../../state/address.svelte';
import type { Words as ExperienceWords } from '../../words/experience.en';
import { amount, percent, plain, points, real, signed, sum } from '../../words/number';
import type { Words } from '../../words/path.en';
import { nameOf } from '../../words/text';
import { pointsAt, type Step } from './path';

/** From the least to the most of several numbers, written once where they are the same. */
function range(values: number[], write: (value: number) => string): string {
  const [low, high] = [write(Math.min(...values)), write(Math.max(...values))];
  return low === high ? low : `${low}–${high}`;
}

function told(edges: TraceEdge[], currency: string, w: Words): string {
  const weights = edges.flatMap((edge) => edge.weight ?? []);
  const [first] = edges;
  if (!first || (weights.length === 0 && first.kind !== 'pays')) return '';
  switch (first.kind) {
    case 'mends':
      return w.much.mends(range(weights, (value) => signed(value)));
    case 'carries':
      return w.much.carries(range(weights, (value) => points(value, 2)));
    case 'lifts':
      return w.much.lifts(range(weights, (value) => signed(value)));
    case 'felt':
      return w.much.felt(range(weights, (value) => percent(value)), points(edges.reduce((total, edge) => total + (edge.points ?? 0), 0), 2));
    case 'pays':
      return w.much.pays(amount(sum(edges.map((edge) => edge.pv_benefit)), currency));
    case 'serves':
      return w.much.serves(range(weights, (value) => (value > 0 ? '+' : '') + plain(value, 6)));
    default:
      return '';
  }
}

/** How much passes; for a moment that is lifted for some personas only, for whom. */
export function muchOf(step: Step, trace: InvestmentTrace, personas: Map<string, Persona>, currency: string, w: Words): string {
  const text = told(step.edges, currency, w);
  const lifted = step.edges.flatMap((edge) => edge.persona ?? []);
  const all = trace.nodes.filter((node) => node.kind === 'persona').length;
  return lifted.length === 0 || lifted.length >= all ? text : `${text} (${lifted.map((id) => nameOf(personas.get(id), id)).join(', ')})`;
}

/** The figure at the foot of a box. */
export function footOf(node: TraceNode, trace: InvestmentTrace, currency: string, w: Words): string {
  const into = trace.edges.filter((edge) => edge.to === node.key);
  switch (node.kind) {
    case 'persona':
      return w.feet.felt(points(pointsAt(trace, node.key), 2));
    case 'moment': {
      const shares = trace.edges.flatMap((edge) => (edge.from === node.key && edge.kind === 'felt' ? (edge.weight ?? []) : []));
      return shares.length === 0 ? '' : w.feet.closes(range(shares, (value) => percent(value)));
    }
    case 'node': {
      const mended = into.find((edge) => edge.kind === 'mends')?.weight;
      return mended === undefined || mended === null ? w.feet.carries : w.feet.mends(signed(mended));
    }
    case 'lever':
      return amount(sum(into.map((edge) => edge.pv_benefit)), currency, { signed: real(sum(into.map((edge) => edge.pv_benefit))) < 0 });
    default:
      return '';
  }
}

/** What a box is: `moment`, `system`, `lever`. */
export function kindOf(node: TraceNode, known: Map<string, EcosystemNode>, w: Words, x: ExperienceWords): string {
  return node.kind === 'node' ? x.nodeKinds[known.get(node.id)?.type ?? 'system'] : w.kinds[node.kind];
}

/** The page that tells of a box; nothing where none does. */
export function pageOf(node: TraceNode): string | null {
  switch (node.kind) {
    case 'moment':
      return hrefOf({ page: 'customers', query: { moment: node.id } });
    case 'persona':
      return hrefOf({ page: 'customers' });
    case 'node':
      return hrefOf({ page: 'ecosystem', query: { node: node.id } });
    case 'capability':
      return hrefOf({ page: 'capabilities' });
    default:
      return null;
  }
}
