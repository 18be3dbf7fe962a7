// Mots français de ce qui tombe d’abord quand l’argent baisse.
import type { Words } from './plan_cuts.en';

export const words: Words = {
  title: 'Ce qui tombe d’abord si l’argent baisse',
  note: 'Depuis les budgets du dossier vers le bas, toutes les années de même : le meilleur plan à chaque part, et ce qui change par rapport à la ligne au-dessus. Une part applique ses budgets à ce plan.',
  holds: (share) => `Rien ne change jusqu’à ${share} des budgets.`,
  order: (ids) => `Ensuite, dans cet ordre\u00a0: ${ids}.`,
  stays: (ids, share) => `Restent jusqu’à ${share}\u00a0: ${ids}.`,
  unchanged: (share) => `Rien ne tombe jusqu’à ${share} des budgets.`,
  share: 'Part des budgets',
  money: 'Argent en moins',
  npv: 'VAN',
  lost: 'VAN perdue',
  falls: 'Ce qui tombe',
  whole: 'le plan entier',
  asAbove: 'comme au-dessus',
  leaves: 'sort',
  returns: 'entre à la place',
  reduced: (name, how) => `${name}\u00a0: ${how}`,
  noPlan: 'Aucun plan ne respecte toutes les règles.',
  noWhole: 'Les budgets du dossier n’ont aucun plan : rien ne peut en tomber.',
  moved: (share) => `Tous les budgets à ${share}`,
};
