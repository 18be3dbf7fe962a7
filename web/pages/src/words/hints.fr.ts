// Mots français des définitions : ce qu’un terme veut dire ici, en une phrase ou deux.
import type { Words } from './hints.en';

export const words: Words = {
  ask: (term) => `Que veut dire « ${term} » ?`,
  terms: {
    npv: { term: 'Valeur actuelle nette', means: 'Ce que valent aujourd’hui les gains, moins ce qu’ils coûtent ; plus c’est lointain, moins cela compte. Au-dessus de zéro, cela crée de la valeur. Ce qui est mal prouvé compte pour moins.' },
    coverage: { term: 'Couverture', means: 'Part de l’écart entre ce que vivent les clients et ce qu’ils devraient vivre que le plan comble, pondérée par ce qui compte pour chacun.' },
    mustBe: { term: 'Attendu', means: 'Les clients le tiennent pour acquis : personne ne vous en remercie, et son absence les fait partir.' },
    obsession: { term: 'Obsession client', means: 'À quel point ce qui est financé rend la maison agile, flexible, globale et intelligente, de 0 à 10.' },
    core: { term: 'Noyau', means: 'Dans tous les meilleurs plans, quels que soient les poids admis : une décision qui n’appelle pas de débat.' },
    borderline: { term: 'Limite', means: 'Dans certains meilleurs plans et pas dans d’autres : cela dépend de ce qui compte le plus pour le comité.' },
    exterior: { term: 'Hors plan', means: 'Dans aucun meilleur plan, quels que soient les poids admis : à ne pas financer à ce jour.' },
    regret: { term: 'Regret', means: 'Ce qu’un plan perd dans un scénario face au plan qui y aurait été le meilleur.' },
    range: { term: 'Valeur actuelle nette et son intervalle', means: 'Ce que valent aujourd’hui les gains, moins ce qu’ils coûtent. L’intervalle va de la plus basse à la plus haute valeur dans les scénarios du dossier où le plan est réalisable ; ce n’est pas une probabilité.' },
  },
};
