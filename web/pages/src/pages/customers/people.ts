// Everything the page on customers draws by: who they are, what they live, where it hurts, and how we know.
import { byId, rows, settings } from '../../api/items';
import { map, type At } from '../../api/runs';
import type {
  Channel,
  ChannelSwitch,
  EcosystemMap,
  EvidenceItem,
  Journey,
  Moment,
  Persona,
  PersonaCriterion,
  Study,
} from '../../api/schema';
import { language } from '../../words/language.svelte';

export interface People {
  personas: Persona[];
  journeys: Journey[];
  /** Of each journey, in the order in which they are lived. */
  momentsOf: Map<string, Moment[]>;
  moments: Map<string, Moment>;
  channels: Map<string, Channel>;
  switches: ChannelSwitch[];
  /** Points by `persona~moment`. */
  importance: Map<string, number>;
  criteria: PersonaCriterion[];
  /** Names of the criteria in both languages. */
  criterionNames: Map<string, { en: string; fr: string }>;
  evidence: EvidenceItem[];
  studies: Study[];
  map: EcosystemMap;
}

const LIFE = ['discover', 'evaluate', 'buy', 'receive', 'use', 'support'];

/** Moments by journey, in the order of the customer's life and, within a stage, of the dossier. */
function lived(moments: Moment[]): Map<string, Moment[]> {
  const found = new Map<string, Moment[]>();
  for (const moment of moments) {
    const journey = moment.journey_id ?? '';
    found.set(journey, [...(found.get(journey) ?? []), moment]);
  }
  const place = (moment: Moment) => (moment.stage === undefined ? LIFE.length : LIFE.indexOf(moment.stage));
  for (const steps of found.values()) steps.sort((a, b) => place(a) - place(b));
  return found;
}

function namesOf(criteria: unknown): People['criterionNames'] {
  const names: People['criterionNames'] = new Map();
  if (!Array.isArray(criteria)) return names;
  for (const one of criteria as Record<string, unknown>[]) {
    const id = String(one.id ?? '');
    names.set(id, { en: String(one.en ?? id), fr: String(one.fr ?? one.en ?? id) });
  }
  return names;
}

/** The name of a criterion for the reader. */
export function criterionName(people: People, id: string): string {
  return people.criterionNames.get(id)?.[language.now] ?? id;
}

/** Reads it all at once. */
export async function readPeople(at: At, signal: AbortSignal): Promise<People> {
  const [personas, journeys, moments, channels, switches, importance, criteria, evidence, studies, stated, whole] =
    await Promise.all([
      rows(at, 'personas', signal),
      rows(at, 'journeys', signal),
      rows(at, 'moments', signal),
      byId(at, 'channels', signal),
      rows(at, 'channel_switches', signal),
      rows(at, 'moment_importance', signal),
      rows(at, 'persona_criteria', signal),
      rows(at, 'evidence', signal),
      rows(at, 'studies', signal),
      settings(at, signal),
      map(at, {}, { signal }),
    ]);
  return {
    personas,
    journeys,
    momentsOf: lived(moments),
    moments: new Map(moments.map((moment) => [moment.id, moment])),
    channels,
    switches,
    importance: new Map(importance.map((row) => [`${row.persona_id}~${row.moment_id}`, row.importance_points ?? 0])),
    criteria,
    criterionNames: namesOf((stated as Record<string, unknown>).persona_criteria),
    evidence,
    studies,
    map: whole,
  };
}

/** What a persona cares about most, by points: criteria whatever the context. */
export function criteriaOf(people: People, persona: string, most: number): PersonaCriterion[] {
  return people.criteria
    .filter((one) => one.persona_id === persona && one.context === '*')
    .sort((a, b) => (b.weight_points ?? 0) - (a.weight_points ?? 0))
    .slice(0, most);
}

/** The moments a persona gives most points to. */
export function momentsThatMatter(people: People, persona: string, most: number): Moment[] {
  const points = (moment: Moment) => people.importance.get(`${persona}~${moment.id}`) ?? 0;
  return [...people.moments.values()]
    .filter((moment) => points(moment) > 0)
    .sort((a, b) => points(b) - points(a))
    .slice(0, most);
}

/** The moment that puts most of a persona's money at risk. */
export function costliestMoment(people: People, persona: string): { moment: Moment; amount: string } | null {
  const cells = people.map.money_at_risk.cells.filter((cell) => cell.persona === persona);
  const worst = cells.sort((a, b) => Number(b.total) - Number(a.total))[0];
  const moment = worst && people.moments.get(worst.moment);
  return worst && moment ? { moment, amount: worst.total } : null;
}

export interface Contact {
  /** Pieces that people told us, of all pieces. */
  asked: number;
  pieces: number;
  /** When people were last asked; null when never. */
  last: string | null;
  /** Whether it speaks of the persona itself, or of the moments the persona lives. */
  isOwn: boolean;
}

/** How we know: pieces on the persona itself when there are any, else on the moments it gives points to. */
export function contactWith(people: People, persona: string): Contact {
  const own = people.evidence.filter((piece) => piece.target_id === persona);
  const isLived = (id: string | undefined) => (people.importance.get(`${persona}~${id ?? ''}`) ?? 0) > 0;
  const pieces = own.length > 0 ? own : people.evidence.filter((piece) => isLived(piece.target_id));
  const asked = pieces.filter((piece) => piece.kind === 'people');
  const last = asked.map((piece) => piece.date ?? '').sort().at(-1);
  return { asked: asked.length, pieces: pieces.length, last: last || null, isOwn: own.length > 0 };
}
