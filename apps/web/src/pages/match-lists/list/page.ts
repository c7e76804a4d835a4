import { openAsBlob } from 'node:fs';
import { json } from 'node:stream/consumers';
import { sharingPowerCodes, sharingPowers } from '@mase/workflow/words';
import { ApiRefusedError } from '../../../api-refused-error.js';
import { dateWords } from '../../../date-words.js';
import { enter } from '../../../error-words.js';
import { again, type Page, show } from '../../../page.js';
import { uploadMegabytes } from '../../../uploads.js';
import type { Visit } from '../../../visit.js';

interface Compared {
  items: { from: string; rows: number; refused: number; by: string; at: string; digest: string }[];
}
interface Overlap {
  from: string;
  asAt: string;
  rows: number;
  refused: number;
  digest: string;
  children: number | null;
  persons: number | null;
  tables: {
    caption: string;
    definition: string;
    addsUp: boolean;
    total: number | null;
    lines: { label: string; n: number | null }[];
  }[];
  definitions: string[];
  faults: { line: number; field: string; reason: string }[];
}

const number = (n: number | null): string => (n === null ? 'kept back' : n.toLocaleString('en-GB'));

function found(overlap: Overlap) {
  const { asAt, rows, refused, children, persons, tables, ...rest } = overlap;
  return {
    ...rest,
    asAt: dateWords(asAt),
    counts: [
      { label: 'Rows of the list', n: number(rows) },
      { label: 'Rows that could not be read', n: number(refused) },
      { label: 'Children on the books', n: number(children) },
      { label: 'Persons of concern on the books', n: number(persons) },
    ],
    tables: tables.map(({ caption, definition, addsUp, total, lines }) => ({
      ...{ caption, definition },
      lines: lines.map(({ label, n }) => ({ label, href: null, definition: null, cells: [number(n)] })),
      sums: addsUp ? [number(total)] : null,
    })),
  };
}

const wordsOf = {
  from: 'Enter whose list it is',
  powers: 'Choose the power by which it is compared',
  purpose: 'Enter why it is compared',
  file: 'Choose a list',
};

async function formOf(visit: Visit, path: string): Promise<FormData> {
  const form = new FormData();
  form.append('from', visit.typed('from') ?? '');
  for (const power of visit.typedList('powers') ?? []) form.append('powers', power);
  form.append('purpose', visit.typed('purpose') ?? '');
  form.append('file', await openAsBlob(path), 'list.csv');
  return form;
}

/** Compares an outside list with the books and shows what both have in common, once: nothing of the list is kept. */
export const page: Page = {
  id: 'match-lists/list',
  url: '/match-lists',
  section: '/imports',
  takesFiles: true,
  fields: { from: enter('whose list it is'), purpose: enter('why it is compared') },
  draft: () => 'new',

  async get(visit) {
    const { body } = await visit.read<Compared>('/api/v1/match-lists', { limit: 50 });
    return show({
      title: 'Compare an outside list',
      back: { href: '/imports', text: 'Import a file' },
      model: {
        overlap: null,
        powers: sharingPowerCodes.map((value) => ({ value, text: sharingPowers[value] })),
        compared: body.items.map(({ from, rows, refused, by, at, digest }) => ({
          ...{ from, by, rows: number(rows), refused: number(refused), digest: digest.slice(0, 12) },
          when: dateWords(at),
        })),
      },
    });
  },

  async post(visit) {
    const file = visit.request.uploads?.files.file;
    const missing = [
      ...(visit.typed('from') ? [] : ['from']),
      ...(visit.typedList('powers') ? [] : ['powers']),
      ...(visit.typed('purpose') ? [] : ['purpose']),
      ...(file ? [] : ['file']),
    ] as const;
    if (missing.length > 0 || !file)
      return again(Object.fromEntries(missing.map((one) => [one, wordsOf[one as keyof typeof wordsOf]])));
    if (file.tooLong)
      return again({ file: `The list holds more than ${uploadMegabytes} MB: send it in parts` });
    const answer = await visit.api.sendFiles('/api/v1/match-lists', await formOf(visit, file.path));
    if (!answer.ok) {
      if (answer.problem.code === 'UNREADABLE_FILE') return again({ file: answer.problem.detail ?? '' });
      throw new ApiRefusedError(answer);
    }
    const overlap = (await json(answer.body.body)) as Overlap;
    return show({
      title: 'What the list and the books have in common',
      done: true,
      back: { href: '/match-lists', text: 'Compare an outside list' },
      model: { overlap: found(overlap), powers: [], compared: [] },
    });
  },
};
