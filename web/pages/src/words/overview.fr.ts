// Mots français de la vue d'ensemble.
import type { Words } from './overview.en';
import { form, plural } from './plural';

const candidates = (n: number) => plural('fr', n, 'candidat', 'candidats');

export const words: Words = {
  title: 'Vue d’ensemble',
  recommendation: 'Recommandation',
  fund: (of) =>
    `Financer ${of.funded} des ${candidates(of.all)} : en valeur actuelle, ${of.cost} de coûts apportent ${of.benefit} de gains, soit une valeur actuelle nette de ${of.npv}` +
    (of.coverage === null ? '.' : `, et comblent ${of.coverage} de l’écart aux moments qui comptent pour les clients.`),
  toApprove: (years) => `À approuver : ${years}.`,
  inYear: (amount, year) => `${amount} en ${year}`,
  proof: {
    optimal: 'Prouvé : aucun plan qui respecte toutes les règles ne vaut davantage.',
    within_gap: (share) => `Aucun plan qui respecte toutes les règles ne vaut plus de ${share} au-dessus de celui-ci.`,
    limit_reached: (share) => `Arrêté avant la fin : un autre plan peut valoir jusqu’à ${share} de plus.`,
    unknown: 'Arrêté avant la fin : on ne sait pas combien un autre plan peut valoir de plus.',
  },
  noPlan: 'Aucun plan ne respecte toutes les règles à la fois.',
  conflict: (n) => `${plural('fr', n, 'règle se contredit', 'règles se contredisent')}. L’issue la moins chère :`,
  seePlan: 'Ouvrir le plan',
  seePack: 'Dossier du comité',
  incomplete: 'Le dossier passe trop peu de jalons : prenez chaque verdict avec prudence.',
  customers: {
    title: 'Clients',
    personas: 'Personas',
    people: (n) => `${n} clients`,
    moments: 'Moments de vérité',
    mustBe: (n) => `${n} ${form('fr', n, 'attendu', 'attendus')}`,
    atRisk: 'Argent en jeu, par an',
    withPlan: (amount) => `${amount} avec le plan`,
    ofRevenue: (share) => `${share} du revenu`,
    noRevenue: 'Ce que coûtent les mauvais moments',
    top: 'Là où l’enjeu est le plus grand',
    who: 'Qui le subit',
    closed: (share) => `${share} comblé`,
    worstJourney: (name, score) => `Le pire parcours : ${name}, ${score} sur 10`,
    none: 'Aucun moment de vérité n’est encore décrit.',
  },
  plan: {
    title: 'Plan',
    funded: 'Financés',
    of: (all) => `sur ${candidates(all)}`,
    npv: 'Valeur actuelle nette',
    range: (holds, of, interval) =>
      `tient dans ${plural('fr', holds, 'scénario', 'scénarios')} sur ${of}` + (interval === null ? '' : ` ; ${interval} là où il tient`),
    rangeSoon: 'étendue sur les scénarios : calcul en cours',
    noRange: 'aucun autre scénario à comparer',
    coverage: 'Couverture',
    coverageNote: 'de l’écart à la cible comblé',
    budget: (year) => `Budget ${year}`,
    runRate: (year) => `Coût récurrent ${year}`,
    days: (n) => `${n} jours`,
    role: (name, period) => `${name}, ${period}`,
    profile: 'Obsession client, sur 10',
    qualities: { agility: 'Agilité', flexibility: 'Flexibilité', globality: 'Globalité', intelligence: 'Intelligence' },
    readiness: 'Maturité du dossier',
    gates: (passed, all) => `${passed} ${form('fr', passed, 'jalon passé', 'jalons passés')} sur ${all}`,
    none: 'Sans plan, rien à montrer ici.',
  },
  next: {
    title: 'À faire ensuite',
    findings: 'Constats ouverts',
    bySeverity: (of) =>
      `${plural('fr', of.errors, 'erreur', 'erreurs')}, ${plural('fr', of.warnings, 'avertissement', 'avertissements')}, ${plural('fr', of.notes, 'remarque', 'remarques')}`,
    owners: 'Responsables manquants',
    ownersNote: 'gains, objectifs',
    borderline: 'Candidats limites',
    borderlineNote: 'dans certains meilleurs plans, pas dans tous',
    computing: 'calcul en cours',
    questions: 'Questions du comité',
    noQuestions: 'Aucune question n’est posée dans ce dossier.',
    studies: (n) => `${n > 1 ? `Les ${n} études possibles` : 'L’étude possible'}`,
    tests: 'À tester avant d’acheter',
    study: (n, who, weeks) => `${n}${who === '' ? '' : ` × ${who}`} · ${weeks} semaines`,
    decides: (ids) => `décide de ${ids}`,
    noTest: 'Aucune étude ne porte sur une décision qui pourrait se retourner.',
  },
  findings: {
    title: 'Constats ouverts',
    owners: 'Responsables manquants',
    severity: { error: 'Erreurs', warning: 'Avertissements', note: 'Remarques' },
    place: (file, row, column) =>
      [file, row === null ? null : `ligne ${row}`, column].filter((part) => part !== null).join(', '),
    none: 'Rien à corriger.',
    count: (n) => plural('fr', n, 'constat', 'constats'),
    gates: 'Jalons',
    passed: 'passé',
    failed: 'non passé',
  },
  studies: { title: 'Études avant d’acheter', name: 'Étude', cost: 'Coût', weeks: 'Semaines', about: 'À propos de', order: 'Les décisions les plus serrées d’abord : là où une étude peut retourner le verdict.', with: (n, who) => (who === '' ? n : `${n} × ${who}`) },
};
