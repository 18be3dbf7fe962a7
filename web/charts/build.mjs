// Bundles src/main.ts into one classic script, dist/charts.js, and gathers the licences of what is inside it.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';

const packages = ['echarts', 'zrender', 'tslib'];
const manifest = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
const described = packages.map((name) => `${name} ${manifest(name).version} (${manifest(name).license})`);

await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/charts.js',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2020',
  charset: 'ascii',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: `/* Built from web/charts/src, do not edit. Contains ${described.join(', ')}; see LICENSES.txt. */`,
  },
});

// ECharts asks that its NOTICE travels with its licence.
const texts = packages.map((name) => {
  const files =
    name === 'echarts'
      ? ['LICENSE', 'NOTICE', 'licenses/LICENSE-d3']
      : name === 'tslib'
        ? ['LICENSE.txt']
        : ['LICENSE'];
  const body = files.map((file) => readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()).join('\n\n');
  return `${'='.repeat(80)}\n${name} ${manifest(name).version}\n${'='.repeat(80)}\n\n${body}\n`;
});
writeFileSync('dist/LICENSES.txt', texts.join('\n'));
