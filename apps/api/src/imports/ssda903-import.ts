import { createReadStream } from 'node:fs';
import {
  checkEpisodeRows,
  checkHeaderRows,
  readSsda903Episodes,
  readSsda903Header,
  readSsda903Missing,
} from '@mase/exchange';
import { childRequests } from './child-requests.js';
import { episodeRequests } from './episode-requests.js';
import type { ImportKind, ReceivedFile } from './import-kind.js';
import { inOrder } from './in-order.js';
import { KnownChildren } from './known-children.js';
import { missingRequests } from './missing-requests.js';

const readers = {
  header: ({ path, name }: ReceivedFile) => checkHeaderRows(readSsda903Header(createReadStream(path), name)),
  episodes: ({ path, name }: ReceivedFile) =>
    checkEpisodeRows(readSsda903Episodes(createReadStream(path), name)),
  missing: ({ path, name }: ReceivedFile) => inOrder(() => readSsda903Missing(createReadStream(path), name)),
};
const parts = ['header', 'episodes', 'missing'] as const;

/** An SSDA903 return: children, legal status and placement, missing episodes, taken in this order. */
export const ssda903Import: ImportKind = {
  name: 'ssda903',
  summary: 'Take an SSDA903 return',
  description: 'A form of header, episodes and missing (CSV, each at most once and 50 MB)',
  parts,
  megabytes: 50,
  roles: ['coordinator', 'triage-social-worker', 'triage-officer'],
  who: 'the coordinator or the triage team',
  fieldOf: {
    localId: 'CHILD',
    childId: 'CHILD',
    birthDate: 'DOB',
    sex: 'SEX',
    ethnicity: 'ETHNIC',
    upn: 'UPN',
    legalStatus: 'LS',
    placement: 'PLACE',
    since: 'DECOM',
    until: 'DEC',
    happened: 'DECOM',
    kind: 'MISSING',
    start: 'MIS_START',
    end: 'MIS_END',
  },
  lost: {
    field: 'CHILD',
    reason: 'The child was not put on the books, for the reason given with its own row.',
  },

  /** Reads the first row of every file. */
  async check(files) {
    for (const part of parts) {
      const file = files[part];
      if (!file) continue;
      const readings = readers[part](file);
      await readings.next();
      await readings.return(undefined);
    }
  },

  async *requests(importer, { files, asAt }, tally) {
    const from = `SSDA903 return, as at ${asAt}`;
    const about = { children: new KnownChildren(importer), tally, asAt, from };
    if (files.header) yield* childRequests(readers.header(files.header), { ...about, stage: 'header' });
    if (files.episodes) yield* episodeRequests(readers.episodes(files.episodes), about);
    if (files.missing) yield* missingRequests(readers.missing(files.missing), about);
  },
};
