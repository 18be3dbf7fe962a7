// How Svelte compiles the pages: runes only, and class names that depend on nothing but the style itself.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
    /** @param {{ hash: (text: string) => string, css: string }} style */
    cssHash: ({ hash, css }) => `s-${hash(css)}`,
  },
};
