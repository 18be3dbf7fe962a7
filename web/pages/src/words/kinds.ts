// Customary words of the columns for category, deployment, vendor and method, in the reader's language; others stay as written.
import { language } from './language.svelte';

const french: Record<string, string> = {
  channel: 'canal',
  data: 'données',
  policy: 'politique',
  product: 'produit',
  research: 'étude',
  skill: 'compétence',
  sponsor: 'sponsor',
  technology: 'technologie',
  'in-house': 'en interne',
  'on-prem': 'sur site',
  hybrid: 'hybride',
  interviews: 'entretiens',
  interview: 'entretien',
  survey: 'enquête',
  observation: 'observation',
  workshop: 'atelier',
  'operations log': 'journal des opérations',
  'web log': 'journal du site',
  'claims log': 'journal des réclamations',
  'pilot with users': 'pilote avec des utilisateurs',
  'production measure': 'mesure en production',
  'analyst report or vendor case': 'rapport d’analyste ou cas d’éditeur',
  'A/B test': 'test A/B',
  'audit + interviews': 'audit et entretiens',
  'concierge test': 'test de conciergerie',
  'data sample': 'échantillon de données',
  'diary study': 'étude par carnet',
  'door test': 'test de porte d’entrée',
  'geo experiment': 'expérience géographique',
  'on-site interviews': 'entretiens sur place',
  'proof of concept': 'démonstrateur',
  'reference visits': 'visites de référence',
  'usability test': 'test d’utilisabilité',
  pilot: 'pilote',
  'shadowing + interviews': 'observation et entretiens',
};

/** `technology` is `technologie` to a French reader; what is not in the list is the dossier's own text. */
export function closedWord(text: string | null | undefined): string {
  if (!text) return '';
  return language.now === 'fr' ? (french[text] ?? text) : text;
}
