// Customary units and measures of levers and objectives in the reader's language; others stay as written.
import { language } from './language.svelte';

const french: Record<string, string> = {
  '% calls avoided': '% d’appels évités',
  '% claim calls': '% d’appels sur sinistre',
  '% complaints': '% de réclamations',
  '% contacts deflected': '% de contacts évités',
  '% delivery cost': '% du coût de livraison',
  '% direct marketing spend': '% du marketing direct',
  '% fraud loss': '% des pertes par fraude',
  '% handle time': '% du temps de traitement',
  '% live contacts deflected': '% de contacts humains évités',
  '% markdown cost': '% du coût des démarques',
  '% marketing spend': '% du budget marketing',
  '% new customers': '% de nouveaux clients',
  '% online sales': '% des ventes en ligne',
  '% pro loan production': '% de la production de prêts pro',
  '% product sales': '% des ventes de produits',
  '% repair cost': '% du coût des réparations',
  '% returns processing': '% du traitement des retours',
  '% revenue': '% du revenu',
  '% shrink': '% de démarque inconnue',
  '% store sales': '% des ventes en magasin',
  'basis points of card turnover': 'points de base des paiements par carte',
  'h / index': 'h / indice',
  'h/week per adviser': 'h par semaine et par conseiller',
  index: 'indice',
  'major-incident hours avoided': 'heures d’incident majeur évitées',
  'million € inventory released': 'millions d’€ de stock libérés',
  'million € prepaid float': 'millions d’€ d’encours prépayé',
  'outage hours avoided': 'heures de panne évitées',
  'pp churn': 'pts d’attrition',
  'pp first-contact resolution': 'pts de résolution au premier contact',
  'pp mortgage conversion': 'pts de conversion en prêt immobilier',
  'thousand active payers': 'milliers de payeurs actifs',
  'thousand handler hours': 'milliers d’heures de gestionnaire',
  'thousand store hours': 'milliers d’heures en magasin',
  '€ per year': '€ par an',
  'annual churn': 'attrition annuelle',
  'annual churn of identified customers': 'attrition annuelle des clients identifiés',
  'complaints per 1 000 orders; outage hours': 'réclamations pour 1 000 commandes ; heures de panne',
  'cost of settling a claim': 'coût de règlement d’un sinistre',
  'cost to serve + working capital charge': 'coût de service et coût du besoin en fonds de roulement',
  'cost to serve per customer': 'coût de service par client',
  'importance-weighted gap closed': 'écart comblé, pondéré par l’importance',
  'like-for-like sales growth': 'croissance des ventes à périmètre constant',
  'major-incident hours; complaints index': 'heures d’incident majeur ; indice des réclamations',
  'net banking income growth': 'croissance du produit net bancaire',
  'obsession index': 'indice d’obsession client',
  'obsession index (agility, flexibility, globality, intelligence)': 'indice d’obsession client (agilité, flexibilité, globalité, intelligence)',
  'policies sold online': 'contrats vendus en ligne',
};

/** `pp churn (P1,P2)` is `pts d’attrition (P1,P2)`: what stands in brackets at the end is of the dossier. */
export function unitWord(text: string | null | undefined): string {
  if (!text || language.now !== 'fr') return text ?? '';
  const [, unit = text, whose = ''] = /^(.*?)( \([^()]*\))$/.exec(text) ?? [];
  return french[text] ?? (french[unit] === undefined ? text : french[unit] + whose);
}
