// The one place where the pages speak to the service.
import { fetchBeside, isAwake, parsed } from './beside';
import { readKey } from './credential';
import { problemOf } from './problem';

const BASE = '/api/v1';
const SECONDS_AT_MOST = 10;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Sent {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, unless it is a form (files). */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** How its answer is read: `long` beside the page; `any` too where something long was read before. */
  size?: 'short' | 'any' | 'long';
  /** Fields of the items of its long lists that nobody looks at; they may be there all the same. */
  without?: string[];
}

interface Reading {
  etag: string;
  body: unknown;
}

const readings = new Map<string, Reading>();
const listeners = new Set<() => void>();
let spokenLanguage: () => string = () => 'en';

/** Who decides in which language the service answers. */
export function speak(language: () => string): void {
  spokenLanguage = language;
}

/** Calls `listener` whenever the service asks who is there (401). */
export function onUnknownCaller(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An address of the service from its parts; a part is written so that it stays one part. */
export function addressOf(parts: (string | number)[], query: Record<string, string | number | null | undefined> = {}): string {
  const path = parts.map((part) => encodeURIComponent(String(part))).join('/');
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return search ? `/${path}?${search}` : `/${path}`;
}

function prepared(sent: Sent): RequestInit {
  const headers = new Headers({ 'Accept-Language': spokenLanguage(), ...sent.headers });
  const key = readKey();
  if (key !== null) headers.set('Authorization', `Bearer ${key}`);
  let body: BodyInit | undefined;
  if (sent.body instanceof FormData) {
    body = sent.body;
  } else if (sent.body !== undefined) {
    if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    body = JSON.stringify(sent.body);
  }
  return { method: sent.method ?? 'GET', headers, body, signal: sent.signal, cache: 'no-store' };
}

function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** Sends a request and gives its answer; a refusal is thrown as a `Problem`. Too many requests (429) wait and try again. */
export async function send(address: string, sent: Sent = {}): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const isBeside = sent.size === 'long' || (sent.size === 'any' && isAwake());
    const [url, init] = [BASE + address, prepared(sent)];
    const response = await (isBeside ? fetchBeside(url, init, sent.without ?? []) : fetch(url, init));
    if (response.ok || response.status === 304) return response;
    if (response.status === 429 && attempt < 3) {
      const seconds = Number(response.headers.get('Retry-After') ?? '1');
      await pause(Math.min(Number.isFinite(seconds) ? seconds : 1, SECONDS_AT_MOST), sent.signal);
      continue;
    }
    if (response.status === 401) listeners.forEach((listener) => listener());
    throw await problemOf(response);
  }
}

/** Reads a JSON document; one that was read before and did not change is not sent again. */
export async function read<T>(address: string, signal?: AbortSignal, how: Pick<Sent, 'size' | 'without'> = {}): Promise<T> {
  const known = readings.get(address);
  const headers: Record<string, string> = known ? { 'If-None-Match': known.etag } : {};
  const response = await send(address, { ...how, headers, signal });
  if (response.status === 304 && known) return known.body as T;
  const body = await parsed(response, how.without ?? []);
  const etag = response.headers.get('ETag');
  if (etag !== null) readings.set(address, { etag, body });
  return body as T;
}

/** Sends a change and reads its JSON answer; null when there is none. */
export async function change<T>(address: string, sent: Sent): Promise<T> {
  const response = await send(address, sent);
  return (await parsed(response, sent.without ?? [])) as T;
}

/** The ETag with which a document was last read here, for If-Match; `*` when it was never read. */
export function etagOf(address: string): string {
  return readings.get(address)?.etag ?? '*';
}

/** Forgets what was read, after a change or another caller. */
export function forgetReadings(): void {
  readings.clear();
}

/** Reads a text (a memo, a CSV file). */
export async function readText(address: string, signal?: AbortSignal): Promise<string> {
  return (await send(address, { signal })).text();
}

/** Hands a document of the service to the reader as a file. */
export async function saveAs(address: string, name: string, signal?: AbortSignal): Promise<void> {
  const blob = await (await send(address, { signal })).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

