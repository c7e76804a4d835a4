import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readIncidents } from '../incidents/incident-file.js';
import { readPopulation } from '../population/population-file.js';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { readIntelligence } from './intelligence-file.js';
import { readMatchList } from './match-list-file.js';
import { readLocations, readPersons } from './strand-files.js';

const page = readFileSync(new URL('../../../../docs/import-formats.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```csv\n([^`]+)```/g)].map(([, text = '']) => text);

test.each([
  ['incidents', readIncidents, 0, 2],
  ['persons of concern', readPersons, 1, 1],
  ['places', readLocations, 2, 1],
  ['intelligence', readIntelligence, 3, 1],
  ['the population', readPopulation, 4, 7],
  ['an outside list', readMatchList, 5, 1],
] as const)(
  'the example of %s on the page of formats is taken as it stands',
  async (name, read, place, rows) => {
    const found = await all<object>(read(inPieces(examples[place] ?? ''), name));
    expect(found.filter((one) => isTaken(one as never))).toHaveLength(rows);
    expect(found).toHaveLength(rows);
  },
);
