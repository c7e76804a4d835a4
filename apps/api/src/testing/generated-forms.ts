import { readFileSync } from 'node:fs';
import type { BodyGenerator } from './generated.js';

const root = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const first = (path: string, lines: number) => read(path).split('\n').slice(0, lines).join('\n');

/** The examples of the page of formats, each as the file that begins with its first column, and some lines of the published ones. */
const documented = [...read('docs/import-formats.md').matchAll(/```csv\n([^`]+)```/g)].map(
  ([, text]) => text,
);
const example = (columns: string): string => documented.find((text) => text?.startsWith(columns)) ?? '';
const examples = 'packages/exchange/examples';

/** Files that each address takes, by the part of the form that holds them. */
const files: { [address: string]: () => { [part: string]: string } } = {
  'imports/ssda903': () => ({
    header: first(`${examples}/ssda903/header.csv`, 4),
    episodes: first(`${examples}/ssda903/episodes.csv`, 8),
    missing: first(`${examples}/ssda903/missing.csv`, 4),
  }),
  'imports/cin-census': () => ({ census: read(`${examples}/cin-census/cin-census-2022-sample.xml`) }),
  'imports/incidents': () => ({ file: example('FORCE') }),
  'imports/persons': () => ({ file: example('REFERENCE,NAME,ALIASES,BORN') }),
  'imports/locations': () => ({ file: example('REFERENCE,NAME,ALIASES,KIND') }),
  'imports/intelligence': () => ({ file: example('REFERENCE,SEEN') }),
  'imports/population': () => ({ file: example('AREA') }),
  'match-lists': () => ({ file: example('NAME,BORN') }),
};

const boundary = 'made-up-boundary';
const field = (name: string, text: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}`;
const file = (name: string, text: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${text}`;

/** How a form is sent. */
export const formType = { 'content-type': `multipart/form-data; boundary=${boundary}` };

/** A form for an address that takes files: as it is documented, or of parts and lines that may be none of its own. */
export function formFor(path: string, values: BodyGenerator): string {
  const address = path.replace('/api/v1/', '');
  const own = Object.entries(files[address]?.() ?? {}).map(([name, text]) => file(name, text));
  const told =
    address === 'match-lists'
      ? [
          field('from', 'A made-up hotel'),
          field('powers', 'children-act-2004-10'),
          field('purpose', 'Made up'),
        ]
      : [field('preview', values.of(['true', 'false']))];
  // The census is long: it is seldom sent.
  const often = address.endsWith('census') ? [true, false, false, false, false] : [true, false];
  const parts = values.of(often) ? [...told, ...own] : byChance(values);
  return [...parts, `--${boundary}--\r\n`].join('\r\n');
}

/** Every part that any of the addresses takes, of which each finds its own or what it does not know. */
function byChance(values: BodyGenerator): string[] {
  const text = (maxLength: number) => String(values.value({ type: 'string', maxLength }));
  const some = (names: string[]) => names.filter(() => values.of([true, false]));
  const lines = () => Array.from({ length: 4 }, () => `${text(30)},${text(30)}`).join('\r\n');
  return [
    ...some(['from', 'powers', 'purpose', 'asAt', 'preview']).map((name) => field(name, text(90))),
    ...some(['file', 'episodes', 'missing', 'census']).map((name) => file(name, lines())),
  ];
}
