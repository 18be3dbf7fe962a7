// Mots français des gains d’un candidat : qui en répond et qui les mesure.
import type { Words } from './benefits.en';
import { plural } from './plural';

export const words: Words = {
  title: 'Qui répond des gains, et qui les mesure',
  note: 'Le responsable répond du gain ; qui mesure l’objectif dit s’il est venu.',
  none: 'Aucun gain n’est déclaré.',
  gain: 'Gain',
  owner: 'Responsable',
  kpi: 'Mesuré sur',
  measurer: 'Mesuré par',
  target: (from, to, unit) => `de ${from} à ${to} ${unit}`.trim(),
  noKpi: 'aucun objectif',
  nobody: 'personne',
  unowned: (n) => `${plural('fr', n, 'gain n’a', 'gains n’ont')} pas de responsable : en nommer un avant le comité.`,
  unmeasured: (n) => `${plural('fr', n, 'gain n’est mesuré', 'gains ne sont mesurés')} par personne.`,
  actuals: 'Aucun réalisé ni aucune date de revue ne sont consignés : ce dossier ne dit pas si un plan antérieur a tenu ses promesses.',
};
