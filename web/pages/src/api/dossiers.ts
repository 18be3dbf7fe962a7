// Which dossiers there are, and what each says of itself.
import { addressOf, read } from './client';
import type { Dossier, DossierList } from './schema';

/** The dossiers that the caller may see. */
export async function dossiers(signal?: AbortSignal): Promise<Dossier[]> {
  return (await read<DossierList>(addressOf(['dossiers']), signal)).items;
}

/** A dossier as it is now. */
export function dossier(id: string, signal?: AbortSignal): Promise<Dossier> {
  return read<Dossier>(addressOf(['dossiers', id]), signal);
}
