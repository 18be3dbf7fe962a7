// Mots français des mesures qu’un plan doit tenir.
import type { Words } from './measures.en';

export const words: Words = {
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
