import { type ListedRecord, listRecords, type Tx } from '@mase/store';
import {
  type AgendaItemStanding,
  localDate,
  nameOfItem,
  type StrandCaseStanding,
  shownByItem,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { type Asking, askingOf, audited } from '../view.js';

/** What waits for a sitting, in the order of an agenda: children, persons of concern, places, clusters. */
export const listedKinds = ['childCase', 'personCase', 'locationCase', 'cluster'] as const;
/** One of these. */
export type ListedKind = (typeof listedKinds)[number];

/** What the cases of every strand keep of their listing. */
type Listed = Pick<
  StrandCaseStanding,
  'reference' | 'name' | 'adultOn' | 'printing' | 'listing' | 'lastDecision' | 'onAgenda' | 'access'
>;

/** So many of each kind; whoever has more waiting than these is told so. */
const mostOfEach = 100;

function line(kind: ListedKind, row: ListedRecord, asking: Asking) {
  const standing = row.record.standing as unknown as Listed;
  const { listing, lastDecision, reference, access, onAgenda } = standing;
  const today = localDate(asking.now, asking.profile.timeZone);
  const name =
    kind === 'personCase'
      ? nameOfItem({ caseKind: kind, reference, name: reference }, standing, today)
      : row.title;
  return {
    id: row.record.id,
    kind,
    reference,
    name,
    /** Of a child the grade, of a person or a place the priority. */
    grade: kind === 'cluster' ? null : row.grade,
    listing: listing ?? null,
    lastDecision: lastDecision ?? null,
    // Where a restricted case waits is for those who see that sitting's item.
    waits: Boolean(onAgenda) && !access?.closed,
  };
}

function personsOf(kind: ListedKind, { record }: ListedRecord): string[] {
  // A cluster is called by a number of children, and nobody of them is named.
  if (kind === 'cluster') return [];
  return [shownByItem(record.standing as AgendaItemStanding)];
}

async function allListed(tx: Tx, asking: Asking) {
  const items: ReturnType<typeof line>[] = [];
  const persons: string[] = [];
  let more = false;
  for (const kind of listedKinds) {
    const { rows, next } = await listRecords(tx, {
      kind,
      panel: 'listed',
      sort: 'newest',
      limit: mostOfEach,
    });
    items.push(...rows.map((row) => line(kind, row, asking)));
    persons.push(...rows.flatMap((row) => personsOf(kind, row)));
    more ||= next !== null;
  }
  return { shown: { items, more }, persons: [...new Set(persons)] };
}

const summary =
  'Children, persons of concern, places and clusters on the panel’s list, for building an agenda';
const schema = {
  tags: ['sittings'],
  operationId: 'sittings.listed',
  summary,
  response: { 200: shownSchema('ListedCasesView', 'list', summary), ...answersOf(401, 503) },
};

/** `GET /api/v1/listed-cases`: what the reader sees of all that waits for a sitting, in one answer. */
export function listListedCases(app: FastifyInstance): void {
  app.get('/api/v1/listed-cases', { schema }, async (request) => {
    const asking = await askingOf(app, request);
    return audited(app, request, { action: 'sittings/listed' }, (tx) => allListed(tx, asking));
  });
}
