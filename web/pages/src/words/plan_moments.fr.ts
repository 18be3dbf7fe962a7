// Mots français des moments qu’un plan laisse à découvert, et de ce que coûterait de les couvrir.
import type { Words } from './plan_moments.en';

export const words: Words = {
  title: 'Moments qui restent à découvert',
  note: (level) => `Moments dont le plan comble moins de ${level} de l’écart entre ce que vivent les clients et ce qu’ils devraient vivre ; attendus d’abord, puis selon l’argent en jeu.`,
  noteOwn: 'Moments dont le plan comble trop peu de l’écart pour quelqu’un : moins que le plancher des moments attendus, sinon la moitié. Attendus d’abord, puis selon l’argent en jeu. Chaque prix est celui du meilleur plan qui le couvre.',
  level: 'Couvert à partir de',
  summary: (n, of, mustBe) => `${n} moments sur ${of} restent en dessous ; ${mustBe} ${mustBe > 1 ? 'sont attendus' : 'est attendu'}.`,
  none: 'Chaque moment est couvert à ce niveau.',
  coverage: 'Couverture',
  atRisk: 'En jeu par an',
  own: 'le niveau du dossier',
  least: (share) => `${share} pour qui en a le moins`,
  ask: 'Combien coûterait de le couvrir ?',
  working: 'Recherche du meilleur plan qui le couvre…',
  cost: (money, level) => `${money} de valeur actuelle nette pour combler ${level} de l’écart`,
  free: (level) => `Un autre plan de même valeur comble ${level} de l’écart.`,
  costEach: (money, level) => `${money} de valeur actuelle nette pour combler ${level} de l’écart de chaque persona`,
  freeEach: (level) => `Un autre plan de même valeur comble ${level} de l’écart de chaque persona.`,
  reached: (share) => `ce plan atteint ${share}`,
  enters: 'entre',
  leaves: 'sort',
  moves: 'change',
  impossible: 'Aucun plan qui tient les règles et les budgets n’y parvient.',
  apply: 'Appliquer ce plancher',
  floorOf: (moment) => `Plancher : ${moment}`,
  uncovered: (n, mustBe, level) => `${n} ${n > 1 ? 'moments restent' : 'moment reste'} sous ${level}${mustBe > 0 ? `, dont ${mustBe} attendu${mustBe > 1 ? 's' : ''}` : ''}`,
};
