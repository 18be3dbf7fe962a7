// Puts a dossier of a thousand candidates into a running service; to look at it: `node benches/pages/large_dossier.mjs <url>`.
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const COPIES = 36;

/** @typedef {Record<string, any>} Row */

/** Tables whose rows belong to an investment, and the fields that name it. */
const OWNED = ['variants', 'cost_lines', 'benefit_lines', 'moment_effects', 'node_effects', 'investment_criteria', 'role_demand', 'risks'];

/** @param {string} id @param {number} copy */
const named = (id, copy) => (copy === 0 ? id : `${id}-${copy}`);

/** Sizes that differ from copy to copy, the same every time. @param {number} copy @param {number} place */
const size = (copy, place) => 0.7 + (((copy * 7919 + place * 104729) % 1000) / 1000) * 0.6;

/** @param {Row} row @param {number} factor */
function scaled(row, factor) {
  const entries = Object.entries(row).map(([field, value]) => {
    const isAmount = /^y\d_eur$/.test(field) && Number.isFinite(Number(value)) && value !== '';
    return [field, isAmount ? Math.round(Number(value) * factor) : value];
  });
  return Object.fromEntries(entries);
}

/** @param {Row[]} rows @param {(row: Row, copy: number, place: number) => Row} make */
const copied = (rows, make) => Array.from({ length: COPIES }, (_, copy) => rows.map((row, place) => make(row, copy, place))).flat();

/** @param {Row} bundle */
function multiply(bundle) {
  bundle.investments = copied(bundle.investments, (row, copy) => ({
    ...row,
    id: named(row.id, copy),
    name_en: copy === 0 ? row.name_en : `${row.name_en} ${copy}`,
    name_fr: copy === 0 ? row.name_fr : `${row.name_fr} ${copy}`,
    mandatory: copy === 0 ? row.mandatory : 0,
  }));
  for (const table of OWNED) {
    bundle[table] = copied(bundle[table], (row, copy, place) => {
      const line = row.line_id === undefined ? {} : { line_id: named(row.line_id, copy) };
      return scaled({ ...row, ...line, investment_id: named(row.investment_id, copy) }, size(copy, place));
    });
  }
  const isPair = (/** @type {Row} */ row) => ['excludes', 'requires'].includes(row.type);
  bundle.dependencies = [
    ...bundle.dependencies,
    ...copied(bundle.dependencies.filter(isPair), (row, copy) => ({ ...row, from_id: named(row.from_id, copy), to_id: named(row.to_id, copy) })),
  ].filter((row, at, all) => all.findIndex((one) => one.from_id === row.from_id && one.type === row.type && one.to_id === row.to_id) === at);
}

/** Room for so many: capacities and budgets grow as the candidates do. @param {Row} bundle */
function widen(bundle) {
  for (const role of bundle.roles) {
    for (const field of Object.keys(role)) if (field.startsWith('capacity_days')) role[field] *= COPIES;
  }
  const workspace = bundle.workspace;
  for (const limits of [workspace.budget_eur, workspace.run_rate_cap_eur]) {
    for (const year of Object.keys(limits)) limits[year] *= COPIES;
  }
  Object.assign(workspace, { id: 'large', name_en: 'A thousand candidates', name_fr: 'Mille candidats' });
}

/**
 * Makes the dossier `large` of the sample bank; gives how many candidates it has.
 * @param {string} url
 * @returns {Promise<number>}
 */
export async function putLargeDossier(url) {
  const dossiers = `${url}/api/v1/dossiers`;
  /** @type {Row} */
  const bundle = await (await fetch(`${dossiers}/banque-horizon/bundle`)).json();
  multiply(bundle);
  widen(bundle);
  const made = await fetch(`${dossiers}/large/bundle`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bundle),
  });
  if (!made.ok) throw new Error(`The service refuses the large dossier: ${await made.text()}`);
  return bundle.investments.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.argv[2] ?? 'http://127.0.0.1:8080';
  process.stdout.write(`${await putLargeDossier(url)} candidates: ${url}/dossiers/large/candidates\n`);
}
