// Mots français des règles qu’un plan respecte.
import type { Words } from './rules.en';

export const words: Words = {
  budget: (year) => `Budget ${year}`,
  runRate: (year) => `Coût récurrent ${year}`,
  role: (role, period) => `${role}, jours en ${period}`,
  envelope: (name, period) => `Enveloppe ${name}, ${period}`,
  requires: (a, b) => `${a} nécessite ${b}`,
  excludes: (a, b) => `${a} exclut ${b}`,
  atLeastOne: (group, members) => `Au moins un de ${group}${members === '' ? '' : ` (${members})`}`,
  allOrNone: (group) => `Tout ${group} ou rien`,
  sameStart: (group) => `${group} démarre ensemble`,
  finishBefore: (a, b) => `${b} démarre une fois ${a} terminé`,
  mandatory: (a) => `${a} est obligatoire`,
  momentFloor: (moment, persona) => `Plancher du moment attendu ${moment} pour ${persona}`,
  forcedIn: (a) => `${a} est verrouillé dans le plan`,
  forcedOut: (a) => `${a} est verrouillé hors du plan`,
  floor: (measure, least) => `Au moins ${least} de ${measure}`,
  oneVariant: (a) => `Une seule variante de ${a}`,
  rule: (name) => `Règle ${name}`,
  begun: (a) => `${a} a commencé`,
  measure: {
    npv: 'valeur actuelle nette',
    objectives: 'objectifs atteints',
    points: 'points d’expérience',
    freedom: 'liberté vis-à-vis des éditeurs',
    thrift: 'argent restant',
    regret: 'regret',
    coverage: 'couverture',
  },
  coverageOf: (name) => `couverture de ${name}`,
  objectiveOf: (name) => `objectif ${name}`,
};
