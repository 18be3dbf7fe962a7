// What changes are told with: the names of investments and the years of the dossier; keys and codes until those are read.
import { byId } from '../../api/items';
import { workspace } from '../../api/workspace';
import { resource } from '../../state/resource.svelte';
import { session } from '../../state/session.svelte';
import { words as en } from '../../words/history.en';
import { words as fr } from '../../words/history.fr';
import { inLanguage } from '../../words/language.svelte';
import type { Told } from './told';

/** Made while a component is set up. */
export function toldBy(): { readonly value: Told } {
  const known = resource(async ({ signal }) => {
    const at = session.at;
    const [investments, space] = await Promise.all([byId(at, 'investments', signal), workspace(at, signal)]);
    return { investments, baseYear: space.baseYear };
  });
  const value = $derived.by((): Told => {
    const { yes, no } = inLanguage({ en, fr });
    return { investments: known.value?.investments ?? new Map(), baseYear: known.value?.baseYear ?? 0, currency: session.currency, yes, no };
  });
  return {
    get value() {
      return value;
    },
  };
}
