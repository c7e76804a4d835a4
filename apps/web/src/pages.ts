import type { Page } from './page.js';
import { page as signIn } from './pages/session/sign-in/page.js';
import { page as signOut } from './pages/session/sign-out/page.js';
import { page as start } from './pages/start/open/page.js';

/** Every page of the site: its table of contents. */
export const pages: Page[] = [start, signIn, signOut];
