// Which edges and boxes of the map are drawn strongly for what is picked.
import type { EcosystemPath, MapMoment, MapNode } from '../../api/schema';
import type { Backstage } from './backstage';

export interface Chosen {
  /** Weight after the evidence discount, by `from~to`. */
  edges: Map<string, number>;
  boxes: Set<string>;
  /** Points by which each moment moves, when the health of a node was set. */
  moved: Record<string, number>;
}

const STRONGEST = 4;

function along(paths: EcosystemPath[], own: string): Chosen {
  const edges = new Map<string, number>();
  const boxes = new Set([own]);
  for (const step of paths.flatMap((path) => path.steps)) {
    edges.set(`${step.from}~${step.to}`, step.weight);
    boxes.add(step.from).add(step.to);
  }
  return { edges, boxes, moved: {} };
}

/** The chains that lead to a moment and are told of: the strongest ones, and those from the roots of its problems. */
export function pathsTold(page: MapMoment): EcosystemPath[] {
  const roots = new Set(page.problems.map((problem) => problem.root_node));
  return page.paths.filter((path, at) => at < STRONGEST || roots.has(path.steps[0]?.from ?? ''));
}

export function aroundMoment(page: MapMoment): Chosen {
  return along(pathsTold(page), page.moment);
}

/** The chains from a node to every moment it moves; nodes in front have their edges only. */
export function aroundNode(backstage: Backstage, page: MapNode, moved: Record<string, number>): Chosen {
  const chosen = along(backstage.map.paths.filter((path) => path.node === page.node), page.node);
  for (const edge of backstage.edges) {
    if (edge.from_id !== page.node) continue;
    chosen.edges.set(`${edge.from_id}~${edge.to_id}`, edge.weight ?? 0);
    chosen.boxes.add(edge.to_id);
  }
  for (const moment of page.moments) chosen.boxes.add(moment.moment);
  return { ...chosen, moved };
}
