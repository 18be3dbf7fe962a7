// Starts the pages: the address is listened to, the dossiers are read, the first page is drawn.
import { mount } from 'svelte';
import App from './App.svelte';
import { speak } from './api/client';
import { pageNamed } from './pages';
import './parts/tokens.css';
import './parts/base.css';
import './parts/print.css';
import { address, listenToLinks } from './state/address.svelte';
import { session } from './state/session.svelte';
import { language } from './words/language.svelte';

speak(() => language.now);
listenToLinks();
void session.load();
// The page is fetched while the dossiers are read; it is drawn when both are there.
void pageNamed(address.page)?.load();

const place = document.getElementById('pages');
// In a task of its own: asking comes first.
if (place) setTimeout(() => mount(App, { target: place }));
