// @ts-nocheck
import { start as start } from './service.mjs';
import { launch, openPage, settled } from './browser.mjs';
const s = await start(); const b = await launch();
const pages=['overview','customers','ecosystem','capabilities','candidates','candidates/B16','plan','robustness','import','history','board-pack'];
const only = process.argv[2]?.split(',');
for (const [lang,width] of [['fr',1280],['en',390]]) for (const p of pages) {
  if (only && !only.includes(p)) continue;
  const {page,close} = await openPage(b, s.url, `/dossiers/banque-horizon/${p}`, {lang,width});
  try { await settled(page); } catch (e) { console.log('not settled',p,String(e).slice(0,100)); }
  await page.waitForTimeout(500);
  await page.screenshot({path:`/tmp/shots/${p.replace('/','_')}-${lang}-${width}.png`, fullPage:false});
  try { await close(); } catch (e) { console.log(p, String(e).slice(0,300)); }
}
await b.close(); await s.stop();
