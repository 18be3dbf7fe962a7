// Starts a service with the samples for a test, and the pages in front of it while they are not in the binary yet.
import { execFileSync, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const BINARY = process.env.CXFOLIO ?? '../../target/release/cxfolio';
const PAGES = process.env.CXFOLIO_PAGES;

/** What the binary sends with the pages, so that nothing works here that would not work there. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * `key` is there when the service asks for one.
 * @typedef {{ url: string, key: string, stop: () => Promise<void> }} Running
 * @param {{ hasKey: boolean }} wanted
 * @returns {Promise<Running>}
 */
async function startService({ hasKey }) {
  const data = await mkdtemp(join(tmpdir(), 'cxfolio-pages-'));
  const asked = ['keys', 'add', '--data', data, '--name', 'reader', '--role', 'viewer'];
  const key = hasKey ? (/cxk_\S+/.exec(execFileSync(BINARY, asked, { encoding: 'utf8' }))?.[0] ?? '') : '';
  const child = spawn(BINARY, ['serve', '--demo', '--data', data, '--listen', '127.0.0.1:0', '--log', 'warn']);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    /** @param {Buffer} chunk */
    const heard = (chunk) => {
      said += chunk;
      const found = /listens on (http:\/\/\S+)/.exec(said);
      if (found) resolve(found[1]);
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The service ended at once: ${said}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { url, key, stop };
}

/**
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} asked
 * @param {import('node:http').ServerResponse} answer
 */
async function sendFile(folder, asked, answer) {
  const path = normalize(decodeURIComponent(new URL(asked.url ?? '/', 'http://pages').pathname));
  const exists = await stat(join(folder, path)).then((found) => found.isFile(), () => false);
  const file = exists ? join(folder, path) : join(folder, 'index.html');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const isText = !file.endsWith('.woff2');
  answer.writeHead(200, {
    'content-type': type,
    'content-security-policy': POLICY,
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(isText ? { 'content-encoding': 'gzip' } : {}),
  });
  const bytes = createReadStream(file);
  if (isText) bytes.pipe(createGzip()).pipe(answer);
  else bytes.pipe(answer);
}

/**
 * Serves a built folder, and the interface of `service` beside it.
 * @param {string} folder
 * @param {Running} service
 * @returns {Promise<Running>}
 */
async function startPages(folder, service) {
  const server = createServer((asked, answer) => {
    if (!asked.url?.startsWith('/api/')) {
      void sendFile(folder, asked, answer);
      return;
    }
    const passed = request(service.url + asked.url, { method: asked.method, headers: asked.headers }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The pages have no port.');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await service.stop();
  };
  return { url: `http://127.0.0.1:${address.port}`, key: service.key, stop };
}

/**
 * A service with the two samples and the pages: the binary's own, or those of the folder `CXFOLIO_PAGES`.
 * @param {{ hasKey: boolean }} wanted
 * @returns {Promise<Running>}
 */
export async function start(wanted = { hasKey: false }) {
  const service = await startService(wanted);
  return PAGES ? startPages(PAGES, service) : service;
}
