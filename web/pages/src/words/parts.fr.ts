// Mots français des éléments que plusieurs pages partagent.
import type { Words } from './parts.en';

export const words: Words = {
  whereFrom: 'D’où vient ce chiffre',
  exactly: 'Exactement',
  close: 'Fermer',
  of: 'sur',
  over: 'dépassé',
  loading: 'Chargement',
  computing: 'Calcul en cours',
  step: (at, of) => `étape ${at} sur ${of}`,
  asTable: 'En tableau',
  asPicture: 'En image',
  retry: 'Réessayer',
  code: 'Code',
  request: 'requête',
  unreachable: 'Le service ne répond pas.',
  advice: {
    unreachable: 'Vérifiez qu’il est démarré et que vous êtes connecté, puis réessayez.',
    forbidden: 'Votre rôle ne le permet pas. Un administrateur du dossier peut le changer.',
    missing: 'Cela n’existe pas, ou vous n’y avez aucun rôle.',
    changed: 'Quelqu’un l’a modifié entre-temps. Rechargez la page et regardez d’abord cette modification.',
    busy: 'Le service est très sollicité. Réessayez dans un instant.',
    other: 'Réessayez ; si cela se reproduit, transmettez le code et la requête à l’exploitant du service.',
  },
  verdicts: {
    justified: 'justifié',
    justified_if: 'justifié si',
    not_justified_now: 'pas justifié maintenant',
    undetermined: 'indéterminé',
  },
  standings: {
    in: 'dans le plan',
    out: 'hors plan',
    locked: 'verrouillé',
    core: 'noyau',
    borderline: 'limite',
    exterior: 'hors plan',
  },
  table: {
    filter: 'Filtrer',
    sortBy: (column) => `Trier par ${column}`,
    shown: (n, of) => `${n} lignes sur ${of}`,
    nothing: 'Aucune ligne ne correspond au filtre.',
    lowToHigh: 'croissant',
    highToLow: 'décroissant',
  },
};
