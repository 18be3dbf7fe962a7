// Mots français de ce dont un chiffre du plan est fait.
import type { Words } from './plan_figure.en';

export const words: Words = {
  npv: 'D’où vient la valeur actuelle nette du plan',
  year: (year) => `Coûts et gains de ${year}`,
  note: 'Valeurs actuelles. Un candidat mène à ses lignes, et chaque ligne à ses cellules et à ses preuves.',
  yearNote: 'Montants de l’année. Un candidat mène à ses lignes, et chaque ligne à ses cellules et à ses preuves.',
  shared: 'Ce que plusieurs utilisent ensemble est compté avec le premier d’entre eux.',
  candidate: 'Candidat',
  cost: 'Coût',
  gain: 'Gain',
  net: 'Net',
  npvShort: 'VAN',
  together: 'Ensemble, au-delà de chacun seul',
  plan: 'Plan',
  years: 'Année par année',
  yearHead: 'Année',
  yearsNote: 'Montants de chaque année, non actualisés. Une année mène à ses candidats.',
  none: 'Rien n’est payé ni gagné cette année-là.',
};
