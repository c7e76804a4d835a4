import { findRecord } from '@mase/store';
import { allowedNow, type ChildCaseStanding, labelOf, outcomesTravelled, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { FileQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import type { FileTable } from '../plugins/list-files.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.outcomes',
  summary:
    'How far the child has come: every rating of every outcome, and the steps between first and latest',
  params: idParams,
  querystring: dto(FileQuery),
  response: {
    200: shownSchema('OutcomesView', 'record', 'The outcomes in order of time'),
    ...answersOf(400, 401, 403, 404, 503),
  },
};

type Travelled = Pick<ReturnType<typeof outcomesTravelled>, 'scale' | 'occasions' | 'headings'>;

/** A row for each heading: every rating by its occasion, and the steps between first and latest; a plus is better. */
function outcomesTable({
  scale,
  occasions,
  headings,
  reference,
}: Travelled & { reference: string }): FileTable {
  const rated = (rating: number | null | undefined) =>
    rating ? `${rating}, ${scale[rating - 1]?.label ?? ''}` : 'Not known';
  const times = occasions.map(
    ({ occasion, happened }, index) => `${index + 1}. ${labelOf(occasion)}, ${happened.slice(0, 10)}`,
  );
  return {
    of: reference.toLowerCase(),
    headings: ['Outcome', 'What it is about', ...times, 'Steps from first to latest'],
    rows: headings.map(({ label, says, ratings, travelled }) => ({
      Outcome: label,
      'What it is about': says,
      ...Object.fromEntries(times.map((time, index) => [time, rated(ratings[index])])),
      'Steps from first to latest': travelled === null ? '' : String(travelled),
    })),
  };
}

/** `GET /api/v1/child-cases/:id/outcomes`: the table and the data of the chart in one. */
export function viewOutcomes(app: FastifyInstance): void {
  const asked = { schema, config: { table: outcomesTable } };
  app.get('/api/v1/child-cases/:id/outcomes', asked, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'child-cases/outcomes', record: { kind: 'childCase', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      if (!opened.classes.includes('case')) throw notPermitted('those who read the whole case');
      const { record, written } = opened;
      const { reference, childId, name } = record.standing as ChildCaseStanding;
      const about = { profile: asking.profile, actor: asking.actor, at: asking.now };
      const allowed = allowedNow(topicOf('childCase'), record, about).filter(
        ({ command }) => command === 'child-cases/rate-outcomes',
      );
      const shown = {
        id,
        reference,
        name,
        version: record.version,
        etag: `"${record.version}"`,
        ...outcomesTravelled(written, asking.profile),
        allowed,
      };
      return { shown, persons: [childId] };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
