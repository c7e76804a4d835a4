import { findClasses, findRecordsById, findTitles, type Tx } from '@mase/store';
import {
  type Identifier,
  type IdentifierMatchStanding,
  isRecord,
  type LinkStanding,
  type RecordRef,
  type StoredRecord,
  shownIdentifier,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { decideMatch } from './decide-match.js';
import { whomToRing } from './whom-to-ring.js';

/** Which matches a list shows: those in some states. */
export class IdentifierMatchesQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const schema = {
  querystring: dto(IdentifierMatchesQuery),
  tags: ['identifier-matches'],
  operationId: 'identifier-matches.list',
  summary: 'Matches with records of the reader’s own, the newest first',
  response: {
    200: shownSchema('IdentifierMatchesView', 'list', 'One page of matches'),
    ...answersOf(400, 401, 503),
  },
};

/** A match without the two records: which identifier they share, how well it fits, what was decided. */
function matchLine({ id, version, state, standing }: StoredRecord) {
  const { identifier, fit, danger, proposedAt, decided, clocks } = standing as IdentifierMatchStanding;
  return { id, version, state, identifier, fit, danger, proposedAt, decided, due: clocks[0]?.due ?? null };
}

/** What of the two records the reader sees: themselves, and the names of the children whom links of theirs join. */
interface Seen {
  records: readonly StoredRecord[];
  titles: ReadonlyMap<string, string>;
}

/** One of the two records, where the reader sees it; of another nothing is said, not even what it is. */
function sideOf({ records, titles }: Seen, { kind, id }: RecordRef) {
  const record = records.find((one) => one.id === id && one.kind === kind);
  if (!record) return null;
  const { title, reference } = topicOf(kind).summary(record.standing as never, record.state);
  const child = kind === 'link' ? titles.get(childOf(record) ?? '') : undefined;
  return { kind, id, title: child ? title.replace(/^Child\b/, child) : title, reference };
}

/** The child of a link; nothing of another record. */
const childOf = ({ kind, standing }: StoredRecord): string | undefined => {
  const { from } = standing as Partial<LinkStanding>;
  return kind === 'link' && from && isRecord(from) && from.kind === 'child' ? from.id : undefined;
};

/** Whom the two records of a match show, as far as the reader sees these; a report of intelligence shows its reference alone. */
function shownBy(records: readonly StoredRecord[], { standing }: StoredRecord): string[] {
  const { own, other } = standing as IdentifierMatchStanding;
  return records
    .filter(({ id, kind }) => kind !== 'intelligence' && (id === own.id || id === other.id))
    .flatMap((one) => topicOf(one.kind).persons(one as never));
}

/** An identifier of a kind that stands on a record, at an end of a link or on a person or place. */
function identifiersOn({ standing }: StoredRecord, kind: string): Identifier[] {
  const { from, to, identifiers = [] } = standing as Partial<LinkStanding> & { identifiers?: Identifier[] };
  const ends = [from, to].filter((end) => end !== undefined && !isRecord(end)) as Identifier[];
  return [...identifiers, ...ends].filter((one) => one.kind === kind);
}

/**
 * What the two share, as it is written: to whoever reads both; to whoever reads one of them where it has but one of the
 * kind. `read` are the records of which the reader reads more than that they are there.
 */
function sharedOf(read: readonly StoredRecord[], { standing }: StoredRecord): string[] {
  const { own, other, identifier, fit } = standing as IdentifierMatchStanding;
  const sides = [own, other].flatMap(({ id }) => read.filter((one) => one.id === id));
  const [one = [], two = []] = sides.map((side) => identifiersOn(side, identifier));
  const values = (list: readonly Identifier[]) => list.map(shownIdentifier);
  if (sides.length < 2) return one.length === 1 ? values(one) : [];
  if (fit === 'alike') return [...new Set(values([...one, ...two]))];
  return [...new Set(values(one).filter((text) => values(two).includes(text)))];
}

/** Whom a match that is being answered shows beside itself. */
const shownWith = new WeakMap<StoredRecord, string[]>();

async function withSides(tx: Tx, records: readonly StoredRecord[]) {
  const refs = records.flatMap(({ standing }) => {
    const { own, other } = standing as IdentifierMatchStanding;
    return [own.id, other.id];
  });
  const seen = await findRecordsById(tx, refs);
  const titles = await findTitles(
    tx,
    seen.flatMap((one) => childOf(one) ?? []),
  );
  const classes = await findClasses(tx, refs);
  const read = seen.filter(({ id }) =>
    classes.get(id)?.some((one) => one !== 'existence' && one !== 'receipt'),
  );
  return records.map((record) => {
    const { own, other } = record.standing as IdentifierMatchStanding;
    const around = { records: seen, titles };
    shownWith.set(record, shownBy(seen, record));
    return {
      ...matchLine(record),
      own: sideOf(around, own),
      other: sideOf(around, other),
      shared: sharedOf(read, record),
    };
  });
}

/** Everything of matches that can be asked over HTTP. They are proposed by the system alone. */
export function identifierMatchRoutes(app: FastifyInstance): void {
  registerCommands(app, [decideMatch]);
  app.get<{ Querystring: IdentifierMatchesQuery }>(
    '/api/v1/identifier-matches',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'identifier-matches/list',
        asked: { kind: 'identifierMatch', phases: request.query.phase, sort: 'newest' },
        show: (rows, tx) =>
          withSides(
            tx,
            rows.map(({ record }) => record),
          ),
        persons: ({ record }) => shownWith.get(record) ?? [],
      }),
  );
  registerView(app, {
    kind: 'identifierMatch',
    schema: 'IdentifierMatchView',
    summary: 'One match, without the records that its reader does not see',
    show: async ({ record, written, names }, { now }, tx) => {
      const [shown] = await withSides(tx, [record]);
      const about = { seesOwn: Boolean(shown?.own), at: now };
      return {
        ...shown,
        toRing: await whomToRing(tx, record as StoredRecord<IdentifierMatchStanding>, about),
        written: writtenView(written),
        names,
      };
    },
    persons: ({ record }) => shownWith.get(record) ?? [],
  });
}
