// In which language the pages speak: the address first, then what was chosen before, then the browser.
export type Language = 'en' | 'fr';

const PLACE = 'cxfolio.lang';

function known(text: string | null | undefined): Language | null {
  if (!text) return null;
  const start = text.slice(0, 2).toLowerCase();
  return start === 'fr' || start === 'en' ? start : null;
}

function decided(): Language {
  const asked = known(new URLSearchParams(location.search).get('lang'));
  if (asked) return asked;
  const kept = known(localStorage.getItem(PLACE));
  if (kept) return kept;
  for (const tag of navigator.languages) {
    const language = known(tag);
    if (language) return language;
  }
  return 'en';
}

let now = $state<Language>(decided());

export const language = {
  /** The language of the reader. */
  get now(): Language {
    return now;
  },
  /** The tag for numbers: millions are written M in both languages. */
  get numbers(): 'en-US' | 'fr-FR' {
    return now === 'fr' ? 'fr-FR' : 'en-US';
  },
  /** The tag for dates and sorting. */
  get tag(): 'en-GB' | 'fr-FR' {
    return now === 'fr' ? 'fr-FR' : 'en-GB';
  },
  /** Speaks another language from now on. */
  choose(next: Language): void {
    now = next;
    localStorage.setItem(PLACE, next);
  },
};

/** The dictionary of the reader's language. */
export function inLanguage<T>(both: { en: T; fr: T }): T {
  return both[now];
}
