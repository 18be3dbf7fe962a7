// Everything the page on the ecosystem draws by, and the places its links lead to.
import { rows } from '../../api/items';
import { map, type At } from '../../api/runs';
import type { EcosystemEdge, EcosystemMap, EcosystemNode, Investment, Moment, Problem } from '../../api/schema';
import { hrefHere } from '../../state/address.svelte';
import { nameOf } from '../../words/text';

export interface Backstage {
  nodes: Map<string, EcosystemNode>;
  edges: EcosystemEdge[];
  moments: Map<string, Moment>;
  problems: Problem[];
  investments: Map<string, Investment>;
  map: EcosystemMap;
}

/** Reads it all at once. */
export async function readBackstage(at: At, signal: AbortSignal): Promise<Backstage> {
  const [nodes, edges, moments, problems, investments, whole] = await Promise.all([
    rows(at, 'ecosystem_nodes', signal),
    rows(at, 'ecosystem_edges', signal),
    rows(at, 'moments', signal),
    rows(at, 'problems', signal),
    rows(at, 'investments', signal),
    map(at, {}, { signal }),
  ]);
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges,
    moments: new Map(moments.map((moment) => [moment.id, moment])),
    problems,
    investments: new Map(investments.map((one) => [one.id, one])),
    map: whole,
  };
}

/** The name of a node or a moment. */
export function nameIn(backstage: Backstage, id: string): string {
  return nameOf(backstage.nodes.get(id) ?? backstage.moments.get(id), id);
}

/** The moment with the worst feeling; of several, the one with most money at risk. */
export function angriest(backstage: Backstage): Moment | null {
  const cost = (moment: Moment) => Number(backstage.map.money_at_risk.by_moment[moment.id] ?? 0);
  const all = [...backstage.moments.values()];
  return all.sort((a, b) => (a.emotion ?? 0) - (b.emotion ?? 0) || cost(b) - cost(a))[0] ?? null;
}

export const toMoment = (id: string) => hrefHere({ moment: id, node: null, health: null });
export const toNode = (id: string) => hrefHere({ moment: null, node: id, health: null });
export const toAll = () => hrefHere({ moment: null, node: null, health: null });
