// Mots français du cadre autour de chaque page.
import type { Words } from './shell.en';

export const words: Words = {
  product: 'cxfolio',
  skip: 'Aller au contenu',
  pages: {
    overview: 'Vue d’ensemble',
    customers: 'Clients',
    ecosystem: 'Écosystème',
    capabilities: 'Capacités',
    candidates: 'Candidats',
    plan: 'Plan',
    robustness: 'Robustesse',
    import: 'Import',
    history: 'Historique',
    'board-pack': 'Dossier du comité',
  },
  navigation: 'Pages',
  menu: 'Menu',
  dossier: 'Dossier',
  revision: (n) => `Révision ${n}`,
  language: 'Langue',
  undo: (label) => `Annuler : ${label}`,
  undone: (label) => `Annulé : ${label}`,
  nothingToUndo: 'Rien à annuler',
  key: {
    title: 'Qui est là ?',
    text: 'Ce service demande une clé d’API. Elle reste dans cet onglet et disparaît quand vous le fermez.',
    label: 'Clé d’API',
    enter: 'Entrer',
    refused: 'Cette clé n’a pas été acceptée.',
    change: 'Autre clé',
  },
  noDossier: {
    title: 'Aucun dossier pour l’instant',
    text: 'Déposez-en un par l’interface, ou démarrez le service avec --demo pour voir les exemples.',
  },
  unknownDossier: {
    title: 'Ce dossier n’existe pas',
    text: 'Il a été retiré, ou vous n’y avez aucun rôle.',
    go: 'En ouvrir un autre',
  },
  unknownPage: { title: 'Cette page n’existe pas', go: 'Vers la vue d’ensemble' },
};
