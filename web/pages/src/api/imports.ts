// Files of finance: shown first, written when accepted, refused rows and mapping handed back.
import { addressOf, change, forgetReadings, read, readText, saveAs } from './client';
import { follow } from './job_stream';
import type { Import, ImportAcceptance, Language } from './schema';

/** How files are to be read; what is left out the service finds out from them. */
export interface Reading {
  table?: string;
  encoding?: string;
  delimiter?: string;
  decimal?: string;
  dates?: string;
  sheet?: string;
  heading_row?: string;
  /** Rows that a whole table in a file lacks are taken out. */
  replace?: boolean;
  /** How headings become fields, as TOML. */
  mapping?: string;
  /** Of the sentences. */
  language?: Language;
}

function place(dossier: string, id?: string, part?: string): string {
  return addressOf(['dossiers', dossier, 'imports', ...(id === undefined ? [] : [id]), ...(part === undefined ? [] : [part])]);
}

async function ended(dossier: string, first: Import): Promise<Import> {
  if (first.is_ended && first.result !== null) return first;
  await follow(first.id, () => undefined);
  return read<Import>(place(dossier, first.id));
}

/** Has files read, without writing anything. */
export async function previewImport(dossier: string, files: File[], how: Reading): Promise<Import> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  for (const [name, value] of Object.entries(how)) {
    if (value !== undefined && value !== '' && value !== false) form.append(name, String(value));
  }
  const first = await change<Import>(place(dossier), { method: 'POST', body: form, headers: { Prefer: 'wait=5' } });
  return ended(dossier, first);
}

/** What files said that were read before. */
export function readImport(dossier: string, id: string, signal?: AbortSignal): Promise<Import> {
  return read<Import>(place(dossier, id), signal);
}

/** Reads the same files again and writes their rows: the valid ones, or all or none. */
export async function acceptImport(dossier: string, id: string, acceptance: ImportAcceptance): Promise<Import> {
  const headers = { Prefer: 'wait=5' };
  const first = await change<Import>(place(dossier, id, 'acceptance'), { method: 'POST', body: { acceptance }, headers });
  const last = await ended(dossier, first);
  forgetReadings();
  return last;
}

/** The refused rows with what is wrong, as CSV. */
export function refusedRows(dossier: string, id: string, signal?: AbortSignal): Promise<string> {
  return readText(place(dossier, id, 'refused-rows'), signal);
}

/** Hands the refused rows to the reader as a file. */
export function saveRefusedRows(dossier: string, id: string, name: string): Promise<void> {
  return saveAs(place(dossier, id, 'refused-rows'), name);
}

/** How headings became fields, as TOML. */
export function mappingOf(dossier: string, id: string, signal?: AbortSignal): Promise<string> {
  return readText(place(dossier, id, 'mapping'), signal);
}
