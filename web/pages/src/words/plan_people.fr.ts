// Mots français des personnes derrière le plan : quel rôle bloque, et ce qu’en vaut une de plus.
import type { Words } from './plan_people.en';

export const words: Words = {
  title: 'Quelles personnes bloquent le plan',
  blocking: (roles) => `Il manque des personnes : ${roles}.`,
  free: (role, share, when) => `Aucun rôle ne bloque le plan ; le plus chargé est ${role}, employé à ${share} en ${when}.`,
  asking: 'On calcule ce que vaut une personne de plus dans chaque rôle…',
  note: (days) => `Valeur : ce que gagnerait le meilleur plan avec ${days} jours de plus de ce rôle chaque année, soit environ une personne.`,
  role: 'Rôle',
  fullest: 'Période la plus chargée',
  blocks: 'Écarte',
  worth: 'Une personne de plus vaut',
  used: (when, share) => `${when} : ${share}`,
  days: (used, limit) => `${used} jours sur ${limit}`,
  binds: (when) => `bloque en ${when}`,
  short: (who, days, when) => `${who} : il manque ${days} jours en ${when}`,
  others: (ids) => `et ${ids}`,
  nobody: 'aucun candidat',
  nothing: 'rien de plus',
  notPriced: 'sans prix : trop de candidats',
};
