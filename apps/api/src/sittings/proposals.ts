import {
  findCandidates,
  findRecord,
  findReturned,
  findSittingsBeside,
  type ItemOfAgenda,
  type Tx,
  withCases,
} from '@mase/store';
import {
  type AgendaItemStanding,
  type ChildCaseStanding,
  candidateClocks,
  gateMissing,
  personsOfItem,
  type SittingStanding,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { cursorText, isIdCursor, linkNext, PageQuery, readCursor } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { agendaWarnings, inOrder, whatFits } from './agenda.js';
import { candidatesShown, type SittingAsked } from './candidate-view.js';
import { proposedOrder } from './proposed-order.js';

/** So many candidates a page: more than any sitting hears. */
const usualPage = 120;

/** Where no sitting is planned after this one, the next is taken to be so far off. */
const usualGapMs = 62 * 86_400_000;

type Sitting = StoredRecord<SittingStanding>;
type Item = StoredRecord<AgendaItemStanding>;

function nextAfter({ standing }: Sitting, nextStartsAt: string | null): string {
  return nextStartsAt ?? new Date(Date.parse(standing.startsAt) + usualGapMs).toISOString();
}

/** Items without a case that no later agenda has taken up. */
function notTakenUp(returned: readonly StoredRecord[]): Item[] {
  return (returned as Item[]).filter(({ standing }) => standing.subject && !standing.takenUpBy);
}

function carriedView({ id, standing }: Item) {
  const { subject, name, section, asked, minutes, returned } = standing;
  return {
    itemId: id,
    subject: subject?.kind,
    subjectId: subject?.id ?? null,
    title: name,
    section,
    asked,
    minutes,
    since: returned,
  };
}

/** What the panel's gate misses of each child on the agenda, by item. */
function gates(items: readonly ItemOfAgenda[], { standing: { gate } }: Sitting, { profile }: Asking) {
  return items.flatMap(({ item, about }) => {
    const missing =
      about?.kind === 'childCase' ? gateMissing(about.standing as ChildCaseStanding, profile, gate) : [];
    return missing.length === 0 ? [] : [{ itemId: item.id, missing }];
  });
}

async function proposals(tx: Tx, id: string, asking: Asking, page: PageQuery) {
  const opened = await findRecord(tx, 'sitting', id);
  if (!opened) return null;
  const sitting = opened.record as Sitting;
  const beside = await findSittingsBeside(tx, id);
  const { startsAt, endsAt, order } = sitting.standing;
  const asked: SittingAsked = {
    profile: asking.profile,
    startsAt,
    nextStartsAt: nextAfter(sitting, beside.nextStartsAt),
    sitting,
  };
  const by = { sitting: startsAt, next: asked.nextStartsAt, ever: 'infinity' };
  const limit = page.limit ?? usualPage;
  const { found, more } = await findCandidates(tx, {
    rules: Object.entries(candidateClocks).map(([rule, until]) => ({ rule, by: by[until] })),
    decisions: asking.profile.panel.reviewsFindingPlanWorking,
    limit,
    after: readCursor(page.after, isIdCursor)?.id,
  });
  const candidates = candidatesShown(found, asked, asking);
  const own = opened.children.filter(({ kind }) => kind === 'agendaItem') as Item[];
  const items = inOrder(await withCases(tx, own), order);
  const returned = await findReturned(
    tx,
    own.flatMap(({ subjectId }) => subjectId ?? []),
    own.map((one) => one.id),
  );
  const carried = notTakenUp(beside.returned);
  const minutes = items.map(({ item }) => item.standing.minutes);
  const breaks = sitting.standing.breaks ?? [];
  const last = found.at(-1);
  const shownIds = new Set(candidates.map((one) => one.id));
  return {
    shown: {
      candidates,
      carried: carried.map(carriedView),
      order: proposedOrder(items, { returned, candidates: found }, asking.profile),
      gates: gates(items, sitting, asking),
      warnings: agendaWarnings({ startsAt, endsAt, breaks }, minutes, asking.profile),
      fits: whatFits({ startsAt, endsAt, breaks }, minutes, asking.profile),
      nextStartsAt: asked.nextStartsAt,
      next: more && last ? cursorText({ id: last.record.id }) : null,
    },
    persons: [
      ...own.flatMap((one) => personsOfItem(one.standing)),
      ...carried.flatMap((one) => personsOfItem(one.standing)),
      ...found.filter(({ record }) => shownIds.has(record.id)).flatMap(({ record }) => personsShown(record)),
    ],
  };
}

/** A cluster is called by a number of children, and nobody of them is named. */
function personsShown(record: StoredRecord): string[] {
  return record.kind === 'cluster' ? [] : [...topicOf(record.kind).persons(record as never)];
}

const summary =
  'What may come before a sitting, by list and with why; the proposed order; what the gate misses; what fits';
const schema = {
  params: idParams,
  querystring: dto(PageQuery),
  tags: ['sittings'],
  operationId: 'sittings.proposals',
  summary,
  response: { 200: shownSchema('SittingProposalsView', 'list', summary), ...answersOf(400, 401, 404, 503) },
};

/** `GET /api/v1/sittings/:id/proposals`: what the reader sees of all that may come before the sitting, read from what is listed and from clocks. */
export function viewProposals(app: FastifyInstance): void {
  app.get<{ Querystring: PageQuery }>(
    '/api/v1/sittings/:id/proposals',
    { schema },
    async (request, reply) => {
      const id = idOf(request);
      const asking = await askingOf(app, request);
      const act = { action: 'sittings/proposals', record: { kind: 'sitting', id } } as const;
      const view = await audited(app, request, act, (tx) => proposals(tx, id, asking, request.query));
      linkNext(reply, request, view.next);
      return view;
    },
  );
}
