// Which edges and boxes of the map are drawn strongly for what is picked.
import type { EcosystemPath, MapMoment, MapNode } from '../../api/schema';
import type { Backstage } from './backstage';

export interface Chosen {
  /** Weight after the evidence discount, by `from~to`. */
  edges: Map<string, number>;
  boxes: Set<string>;
  /** Points by which a moment moves, when the health of a node was set. */
  moved: Map<string, number>;
}

const STRONGEST = 4;

function along(paths: EcosystemPath[], own: string): Chosen {
  const edges = new Map<string, number>();
  const boxes = new Set([own]);
  for (const step of paths.flatMap((path) => path.steps)) {
    edges.set(`${step.from}~${step.to}`, step.weight);
    boxes.add(step.from).add(step.to);
  }
  return { edges, boxes, moved: new Map() };
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
export function aroundNode(backstage: Backstage, page: MapNode, moved: Map<string, number>): Chosen {
  const chosen = along(backstage.map.paths.filter((path) => path.node === page.node), page.node);
  for (const edge of backstage.edges) {
    if (edge.from_id !== page.node) continue;
    chosen.edges.set(`${edge.from_id}~${edge.to_id}`, edge.weight ?? 0);
    chosen.boxes.add(edge.to_id);
  }
  for (const moment of page.moments) chosen.boxes.add(moment.moment);
  return { ...chosen, moved };
}

/**
 * Points by which each moment moves at a health. The ends of the scale are the service's own figures; in between a moment moves
 * by the points that the service states for one point of health, never beyond the end.
 */
export function movedAt(page: MapNode, health: number): Map<string, number> {
  const moved = new Map<string, number>();
  if (health === page.health) return moved;
  const end = health < page.health ? page.broken : page.excellent;
  for (const { moment, influence } of page.moments) {
    const most = end.moments[moment] ?? 0;
    const points = health === end.health ? most : influence * (health - page.health);
    moved.set(moment, Math.abs(points) < Math.abs(most) ? points : most);
  }
  return moved;
}
