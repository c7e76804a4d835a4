import { type Reading as FileReading, isTaken, type MatchListRow } from '@mase/exchange';
import {
  findByTerms,
  findOverlapFacts,
  findRecordsById,
  normalTerm,
  type Reading,
  reading,
  type Store,
  type Tx,
} from '@mase/store';
import {
  type ChildCaseStanding,
  type ChildStanding,
  type Concern,
  type Grade,
  grades,
  type Identifier,
  type ListedSubject,
  type ListTerm,
  monthsBefore,
  readIdentifier,
  topicOf,
} from '@mase/workflow';

/** Why a row of the list was not compared; what it said is not repeated. */
export interface ListFault {
  line: number;
  field: string;
  code: string;
  reason: string;
}

/** What reading a list to its end found. */
export interface ListFindings {
  rows: number;
  refused: number;
  /** The first so many; the others are counted. */
  faults: ListFault[];
  subjects: ListedSubject[];
}

const rowsAtOnce = 500;
const faultsSaid = 200;

/** By which terms a record of each kind is found. */
const childTerms = ['upn', 'nhsNumber', 'localId'] as const;
const personTerms = ['phone', 'vehicle', 'email', 'nhsNumber', 'pnc'] as const;

const columnOf: { [kind: string]: string } = {
  ...{ upn: 'UPN', nhsNumber: 'NHS_NUMBER', pnc: 'PNC', phone: 'PHONES' },
  ...{ vehicle: 'REGISTRATIONS', email: 'EMAILS', nickname: 'NICKNAMES' },
};

/** A row with its identifiers in their normal forms. */
type KnownRow = Pick<MatchListRow, 'name' | 'birthDate' | 'localId'> & { identifiers: Identifier[] };

/** On whose behalf a list is compared, and on which day. */
export interface Comparing {
  store: Store;
  reading: Reading;
  today: string;
}

/**
 * Reads a list to its end, a few hundred rows at a time, and finds whom it names among those whom the reader may see.
 * Nothing of the list is kept but the ids of those found, for as long as this runs.
 */
export async function findSubjects(
  rows: AsyncIterable<FileReading<MatchListRow>>,
  comparing: Comparing,
): Promise<ListFindings> {
  const findings: ListFindings = { rows: 0, refused: 0, faults: [], subjects: [] };
  const found = new Map<string, Set<ListTerm>>();
  let chunk: KnownRow[] = [];
  for await (const one of rows) {
    findings.rows += 1;
    const { row, faults } = judged(one, comparing.today);
    if (faults.length > 0) {
      findings.refused += 1;
      findings.faults.push(...faults.slice(0, faultsSaid - findings.faults.length));
    }
    if (row) chunk.push(row);
    if (chunk.length < rowsAtOnce) continue;
    await compare(chunk, comparing, found);
    chunk = [];
  }
  if (chunk.length > 0) await compare(chunk, comparing, found);
  findings.subjects = await subjectsOf(found, comparing);
  return findings;
}

function judged(one: FileReading<MatchListRow>, today: string): { row?: KnownRow; faults: ListFault[] } {
  const { line } = one;
  if (!isTaken(one))
    return { faults: one.faults.map(({ field, code, reason }) => ({ line, field, code, reason })) };
  const faults: ListFault[] = [];
  const identifiers = one.row.identifiers.flatMap((written) => {
    const read = readIdentifier(written, today);
    if ('identifier' in read) return [read.identifier];
    faults.push({
      line,
      field: columnOf[written.kind] ?? '',
      code: 'NOT_AN_IDENTIFIER',
      reason: read.fault,
    });
    return [];
  });
  return faults.length > 0 ? { faults } : { row: { ...one.row, identifiers }, faults };
}

type Found = Map<string, Set<ListTerm>>;

function note(found: Found, id: string, term: ListTerm): void {
  found.set(id, (found.get(id) ?? new Set<ListTerm>()).add(term));
}

async function compare(rows: KnownRow[], { store, reading: who }: Comparing, found: Found): Promise<void> {
  await reading(store, who, async (tx) => {
    for (const kind of childTerms) await byTerm(tx, rows, { of: 'child', kind }, found);
    for (const kind of personTerms) await byTerm(tx, rows, { of: 'person', kind }, found);
    for (const of of ['child', 'person'] as const) await byName(tx, rows, of, found);
  });
}

const termsOf = ({ localId, identifiers }: KnownRow, kind: string): string[] => [
  ...(kind === 'localId' && localId ? [localId] : []),
  ...identifiers.filter((one) => one.kind === kind).map(({ value }) => value),
];

async function byTerm(
  tx: Tx,
  rows: KnownRow[],
  { of, kind }: { of: 'child' | 'person'; kind: (typeof childTerms | typeof personTerms)[number] },
  found: Found,
): Promise<void> {
  const terms = [...new Set(rows.flatMap((row) => termsOf(row, kind)))].map(normalTerm);
  if (terms.length === 0) return;
  const hits = await findByTerms(tx, { term: kind, terms, kind: of });
  for (const ids of hits.values()) for (const id of ids) note(found, id, kind);
}

/** A name finds somebody where the date of birth is the same: names alone are shared by too many. */
async function byName(tx: Tx, rows: KnownRow[], of: 'child' | 'person', found: Found): Promise<void> {
  const dated = rows.filter(({ name, birthDate }) => name && birthDate);
  const terms = [...new Set(dated.map(({ name = '' }) => normalTerm(name)))];
  const hits = await findByTerms(tx, { term: 'name', terms, kind: of });
  const bornBy = new Map<string, Set<string>>();
  for (const { name = '', birthDate = '' } of dated)
    for (const id of hits.get(normalTerm(name)) ?? [])
      bornBy.set(id, (bornBy.get(id) ?? new Set<string>()).add(birthDate));
  for (const { id, standing } of await findRecordsById(tx, [...bornBy.keys()])) {
    const { birthDate } = standing as { birthDate?: string | null };
    if (birthDate && bornBy.get(id)?.has(birthDate)) note(found, id, 'nameAndBirthDate');
  }
}

async function subjectsOf(found: Found, { store, reading: who, today }: Comparing): Promise<ListedSubject[]> {
  const subjects: ListedSubject[] = [];
  const ids = [...found.keys()];
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const facts = await reading(store, who, (tx) => findOverlapFacts(tx, ids.slice(from, from + rowsAtOnce)));
    for (const { record, cases, linked } of facts) {
      const { birthDate = null, episodes = [] } = record.standing as Partial<ChildStanding>;
      subjects.push({
        kind: record.kind as 'child' | 'person',
        by: found.get(record.id) ?? new Set(),
        birthDate,
        grade: highest(
          cases.map(({ standing, state }) => topicOf('childCase').summary(standing as never, state).grade),
        ),
        concerns: new Set(cases.flatMap(({ standing }) => concernsOf(standing as ChildCaseStanding))),
        missing: episodes.filter(({ start }) => start > monthsBefore(today, 12)).length,
        linked,
      });
    }
  }
  return subjects;
}

const highest = (found: (string | null)[]): Grade | null =>
  grades.toReversed().find((grade) => found.includes(grade)) ?? null;

const concernsOf = ({ harm }: ChildCaseStanding): Concern[] =>
  Object.entries(harm).flatMap(([kind, told]) => (told.certainty === 'none-known' ? [] : [kind as Concern]));
