import { type ClosedCase, type ClosedCursor, findClosedCases, type Tx } from '@mase/store';
import {
  isPastKeeping,
  type KeptBy,
  keptOfCase,
  monthsBefore,
  type Profile,
  type Role,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { idPattern, isInstant } from '../fields.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { type Asking, askingOf, audited } from '../view.js';
import { type Disposed, disposedOf } from './disposal-line.js';

const schema = {
  querystring: dto(PageQuery),
  tags: ['disposals'],
  operationId: 'disposals.due-for-review',
  summary: 'Closed cases that are kept no longer by their rule, the longest closed first, each with why',
  response: {
    200: shownSchema('DueForReviewView', 'list', 'One page of cases due for disposal review'),
    ...answersOf(400, 401, 403, 503),
  },
};

/** A case due for disposal review, and why this date. */
interface DueLine extends Disposed {
  closedAt: string;
  keptUntil: string;
  rule: string;
  why: KeptBy[];
}

/** Looked at for one page at most: a page with fewer lines still tells where to go on. */
const mostLookedAt = 500;

const isCursor = (value: unknown): value is ClosedCursor => {
  const { at, id } = (value ?? {}) as Partial<ClosedCursor>;
  return isInstant(at) && typeof id === 'string' && idPattern.test(id);
};

/** A case that closed after this cannot be due: a rule that always counts from closing still runs. */
function latestClosing({ retention }: Profile, now: string): string {
  const fromClosing = retention.rules.filter(
    ({ of, when, from }) => of === 'childCase' && when === 'always' && from === 'closure',
  );
  const years = fromClosing.length > 0 ? Math.max(...fromClosing.map((rule) => rule.years)) : 0;
  return monthsBefore(now, years * 12);
}

function dueLine({ record, child, closedAt, isLast }: ClosedCase, { profile, now }: Asking): DueLine[] {
  const kept = keptOfCase(record, child ?? undefined, { isLast }, profile);
  const about = disposedOf(record);
  if (!kept || !about || !isPastKeeping(kept, now, profile)) return [];
  return [{ ...about, closedAt, keptUntil: kept.until, rule: kept.rule, why: kept.by }];
}

const governs: readonly Role[] = ['information-governance', 'caldicott-guardian', 'auditor'];

async function onePage(tx: Tx, asking: Asking, after: ClosedCursor | undefined, limit: number) {
  const before = latestClosing(asking.profile, asking.now);
  const cases = await findClosedCases(tx, { before, after, limit: mostLookedAt });
  const items: DueLine[] = [];
  for (const one of cases) {
    items.push(...dueLine(one, asking));
    if (items.length === limit) return { items, next: { at: one.closedAt, id: one.record.id } };
  }
  const last = cases.at(-1);
  const more = cases.length === mostLookedAt && last;
  return { items, next: more ? { at: last.closedAt, id: last.record.id } : null };
}

/** `GET /api/v1/disposals/due-for-review`: for those who decide on disposals, and auditors. */
export function listDueForReview(app: FastifyInstance): void {
  app.get<{ Querystring: PageQuery }>(
    '/api/v1/disposals/due-for-review',
    { schema },
    async (request, reply) => {
      const after = readCursor(request.query.after, isCursor);
      const asking = await askingOf(app, request);
      const view = await audited(app, request, { action: 'disposals/due-for-review' }, async (tx) => {
        if (!app.policy.hasRole(asking.actor, governs)) throw notPermitted('information governance');
        const page = await onePage(tx, asking, after, request.query.limit ?? usualLimit);
        const next = page.next ? cursorText(page.next) : null;
        return { shown: { items: page.items, next }, persons: page.items.map((one) => one.childId) };
      });
      linkNext(reply, request, view.next);
      return view;
    },
  );
}
