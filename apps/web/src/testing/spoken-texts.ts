import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { roles } from '@mase/workflow/words';
import { sectionsFor } from '../sections.js';
import { environment } from '../templating/environment.js';

const source = new URL('../', import.meta.url);
const files = (ending: string): string[] =>
  readdirSync(fileURLToPath(source), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .sort();
const textOf = (name: string): string => readFileSync(new URL(name, source), 'utf8');

/** Helpers that pages have and components have not, without what they do: only the texts of templates are looked at. */
const helpers = Object.fromEntries(
  ['date', 'due-on', 'moment', 'planned-at', 'time'].map((name) => [name, () => '']),
);

/**
 * Every English text that can be put into another language, in order: the sentences of all templates, the texts that they
 * give to components, the items of the navigation, and the titles and ways back of pages.
 */
export function spokenTexts(): string[] {
  const found = new Set<string>();
  const say = (english: string): null => {
    found.add(english);
    return null;
  };
  const env = environment(helpers, { language: `collected ${Math.random()}`, say, said: (text) => text });
  for (const name of files('.hbs').filter((one) => !one.startsWith('components/'))) env.view(textOf(name));
  for (const name of files('page.ts')) {
    for (const [, text] of textOf(name).matchAll(/\btitle: '([^'\\]+)'/g)) found.add(text as string);
    for (const [, text] of textOf(name).matchAll(/\bback: \{ href: [^}]*?text: '([^'\\]+)'/g))
      found.add(text as string);
  }
  for (const { text } of sectionsFor({ name: '', role: '', roles: [...roles] })) found.add(text);
  for (const role of roles)
    for (const { text } of sectionsFor({ name: '', role: '', roles: [role] })) found.add(text);
  return [...found].sort();
}
