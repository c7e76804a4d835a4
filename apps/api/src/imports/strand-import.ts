import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Reading as FileReading, readLocations, readPersons, type StrandRow } from '@mase/exchange';
import { auditReading, type BulkRequest, findRecordsById, reading } from '@mase/store';
import { policeOfIncidents } from '@mase/workflow';
import type { ClassConstructor } from 'class-transformer';
import { ReportBody } from '../location-cases/report.js';
import { NominateBody } from '../person-cases/nominate.js';
import type { ImportKind } from './import-kind.js';
import type { Stage } from './import-lines.js';
import type { ImportTally, RowPlace } from './import-tally.js';
import type { Importer } from './known-children.js';
import { fitsBody } from './row-body.js';
import { type Row, rowChunks } from './row-chunks.js';

/** One of the two files, and what becomes of its rows. */
interface StrandFile {
  stage: Stage & ('persons' | 'locations');
  command: 'person-cases/nominate' | 'location-cases/report';
  about: 'person' | 'location';
  body: ClassConstructor<object>;
  read: (path: string, name: string) => AsyncGenerator<FileReading<StrandRow>>;
}

/**
 * The id of a case that a row opens: the same for the same number from the same agency, so that a row that is given
 * again finds what it opened. The form of a version 7 UUID, with a time that is long past.
 */
function idOf({ actor, reading: who }: Importer, stage: string, reference: string): string {
  const parts = [who.partnershipId, actor.agencyId, stage, reference.toLowerCase()];
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `016f5e66-e800-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

async function* requests(
  importer: Importer,
  file: { path: string; name: string },
  { stage, command, about, body, read }: StrandFile,
  tally: ImportTally,
): AsyncGenerator<BulkRequest<RowPlace>> {
  const seen = new Set<string>();
  for await (const chunk of rowChunks(read(file.path, file.name), stage, tally)) {
    const ids = chunk.map(({ row }) => idOf(importer, stage, row.reference));
    for (const id of await onBooks(importer, ids)) seen.add(id);
    for (const one of chunk) {
      const id = idOf(importer, stage, one.row.reference);
      if (seen.has(id)) {
        tally.settle(stage, 'known');
        continue;
      }
      const payload = payloadOf(one, about);
      if (!(await fitsBody(body, payload, one, tally))) continue;
      seen.add(id);
      yield { name: command, recordId: id, payload, source: one };
    }
  }
}

function payloadOf({ row }: Row<StrandRow>, about: StrandFile['about']): object {
  const { reference: _, bases, why, ...described } = row;
  return { bases, why, [about]: described };
}

async function onBooks({ store, reading: who, action }: Importer, ids: string[]): Promise<string[]> {
  return reading(store, who, async (tx) => {
    const found = await findRecordsById(tx, ids);
    if (found.length > 0) await auditReading(tx, who, { action, persons: [] }, store.clock());
    return found.map(({ id }) => id);
  });
}

const shared = {
  bases: 'BASES',
  why: 'WHY',
  name: 'NAME',
  aliases: 'ALIASES',
  description: 'DESCRIPTION',
  identifiers: 'PHONES',
};

function strandImport(file: StrandFile, words: string, fieldOf: Record<string, string>): ImportKind {
  const { stage, read } = file;
  return {
    name: stage,
    summary: `Take a file of ${words}`,
    description: 'A form of file (CSV, at most 50 MB; docs/import-formats.md names its columns)',
    parts: ['file'],
    megabytes: 50,
    roles: policeOfIncidents,
    who: 'the police desk or an intelligence officer',
    fieldOf: { ...shared, ...fieldOf },
    lost: { field: 'REFERENCE', reason: 'The row could not be taken with one above it.' },

    /** Reads the first row. */
    async check({ file: received }) {
      if (!received) return;
      const readings = read(received.path, received.name);
      await readings.next();
      await readings.return(undefined);
    },

    async *requests(importer, { files: { file: received } }, tally) {
      if (received) yield* requests(importer, received, file, tally);
    },
  };
}

/** A file of persons of concern: each is nominated, and screened like any other. */
export const personsImport: ImportKind = strandImport(
  {
    stage: 'persons',
    command: 'person-cases/nominate',
    about: 'person',
    body: NominateBody,
    read: (path, name) => readPersons(createReadStream(path), name),
  },
  'persons of concern',
  { birthDate: 'BORN', ageFrom: 'AGE_FROM', ageTo: 'AGE_TO', sex: 'SEX' },
);

/** A file of places: each is reported, and screened like any other. */
export const locationsImport: ImportKind = strandImport(
  {
    stage: 'locations',
    command: 'location-cases/report',
    about: 'location',
    body: ReportBody,
    read: (path, name) => readLocations(createReadStream(path), name),
  },
  'places',
  {
    ...{ kind: 'KIND', address: 'ADDRESS', postcode: 'POSTCODE', latitude: 'LATITUDE' },
    ...{ longitude: 'LONGITUDE', handle: 'HANDLE', manager: 'MANAGER', licence: 'LICENCE' },
  },
);
