import { findCarriers, findRecord } from '@mase/store';
import { ruleDueAt, type WithWithdrawn } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';

/** The two kinds of record from which entries are withdrawn. */
const kinds = { 'child-cases': 'childCase', children: 'child' } as const;

const schemaOf = (topic: keyof typeof kinds) => ({
  tags: [topic],
  operationId: `${topic}.carriers`,
  summary: 'Papers, files and messages that may have carried an entry which was withdrawn',
  params: idParams,
  response: {
    200: shownSchema(
      'CarriersView',
      'plain',
      'Who has which copy; empty for whoever may not read what was withdrawn',
    ),
    ...answersOf(401, 404, 503),
  },
});

/** The entries that wait for a decision, the earliest first: which kind of entry, and until when each is decided. */
function waitingOf({ withdrawn = [] }: WithWithdrawn, { profile }: Asking) {
  const asked = { raised: false, grade: null };
  return withdrawn
    .map(({ rowId, kind, at }) => ({
      rowId,
      kind,
      at,
      due: ruleDueAt(profile.clocks['breach-decision'], at, profile, asked),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** `GET /api/v1/child-cases/:id/carriers`, and of a child: whom to tell that an entry was about somebody else. */
export function viewCarriers(app: FastifyInstance, topic: keyof typeof kinds): void {
  const kind = kinds[topic];
  app.get(`/api/v1/${topic}/:id/carriers`, { schema: schemaOf(topic) }, async (request) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: `${topic}/carriers`, record: { kind, id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, kind, id);
      if (!opened) return null;
      const standing = opened.record.standing as WithWithdrawn & { childId?: string };
      const isGovernance = asking.actor.roles.includes('information-governance');
      const shown = {
        recordId: id,
        restricted: Boolean(standing.access?.closed),
        waiting: isGovernance ? waitingOf(standing, asking) : [],
        copies: isGovernance ? await findCarriers(tx, id) : [],
      };
      return { shown, persons: [standing.childId ?? id] };
    });
  });
}
