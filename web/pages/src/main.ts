// Starts the pages: the address is listened to, the dossiers are read, the first page is drawn.
import { mount } from 'svelte';
import App from './App.svelte';
import { speak } from './api/client';
import './parts/tokens.css';
import './parts/base.css';
import './parts/print.css';
import { listenToLinks } from './state/address.svelte';
import { session } from './state/session.svelte';
import { language } from './words/language.svelte';

speak(() => language.now);
listenToLinks();
void session.load();

const place = document.getElementById('pages');
if (place) mount(App, { target: place });
