import {
  type LocationRow,
  type PersonRow,
  type StrandRow,
  writeLocations,
  writePersons,
} from '@mase/exchange';
import type { Store } from '@mase/store';
import {
  type LocationStanding,
  type PersonStanding,
  type StoredRecord,
  type StrandCaseStanding,
  type StrandRecordStanding,
  unidentifiedPerson,
  unnamedPlace,
} from '@mase/workflow';
import { readBeside } from './beside.js';
import type { ExportPage, ExportRun } from './export-pages.js';

type Case = StoredRecord<StrandCaseStanding>;
type About = StoredRecord<StrandRecordStanding>;
type Written = ExportPage['written'];

const filed = ['phone', 'vehicle', 'email', 'nickname', 'handle', 'device', 'pnc', 'cro', 'nhsNumber', 'upn'];
const unnamed = [unidentifiedPerson, unnamedPlace];

/** Fields that are there: what nobody knows is left out of the file. */
const known = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== '')) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** What was written last in a field, the newest row first by its id. */
function lastSaid(written: Written, recordId: string, field: string): string | undefined {
  const said = written
    .filter((row) => row.record.id === recordId)
    .map(({ body }) => (body as Record<string, unknown>)[field])
    .filter((one): one is string => typeof one === 'string' && one !== '');
  return said.at(-1);
}

/** What a row says of a person as of a place. Why it concerns children is what police say of it, never who told it. */
function strandRow({ id, standing }: Case, about: About, written: Written): StrandRow {
  const { name, aliases, identifiers } = about.standing;
  const description = lastSaid(written, about.id, 'description');
  return {
    reference: standing.reference,
    bases: standing.bases.map(({ code, on }) => ({ code, on })),
    why: lastSaid(written, id, 'necessity') ?? 'Why is not in this file: ask the police who keep the record.',
    identifiers: identifiers
      .filter(({ kind }) => filed.includes(kind))
      .map(({ kind, value }) => ({ kind: kind as 'phone', text: value })),
    ...(unnamed.includes(name) ? {} : { name }),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(description ? { description } : {}),
  };
}

function personRow(one: Case, about: About, written: Written): PersonRow {
  const { birthDate, age, sex } = about.standing as PersonStanding;
  const estimated = birthDate ? {} : { ageFrom: age?.from ?? null, ageTo: age?.to ?? null };
  return { ...strandRow(one, about, written), ...known({ birthDate, sex, ...estimated }) };
}

function locationRow(one: Case, about: About, written: Written): LocationRow {
  const { kind, address, postcode, latitude, longitude, handle, manager, licence } =
    about.standing as LocationStanding;
  const told = { kind, address, postcode, latitude, longitude, handle, manager, licence };
  return { ...strandRow(one, about, written), ...known(told) };
}

async function* rows<T extends StrandRow>(
  { store, run, pages, count }: StrandExport,
  rowOf: (one: Case, about: About, written: Written) => T,
): AsyncGenerator<T> {
  for await (const { records } of pages) {
    const cases = records as Case[];
    const ids = cases.map(({ standing }) => standing.aboutId);
    const { records: abouts, written } = await readBeside<About>(store, run, cases, ids);
    for (const one of cases) {
      const about = abouts.get(one.standing.aboutId);
      if (!about) continue;
      count();
      yield rowOf(one, about, written);
    }
  }
}

/** What an export of persons or places is made from; `count` is told each row. */
export interface StrandExport {
  store: Store;
  run: ExportRun;
  pages: AsyncIterable<ExportPage>;
  count: () => void;
}

/** Persons of concern in the form in which they are imported, as far as both readers of the export read them. */
export const personPieces = (made: StrandExport): AsyncGenerator<string> =>
  writePersons(rows(made, personRow));

/** Places in the form in which they are imported. */
export const locationPieces = (made: StrandExport): AsyncGenerator<string> =>
  writeLocations(rows(made, locationRow));
