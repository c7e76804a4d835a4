import { findRecord, type OpenedRecord, type Tx } from '@mase/store';
import { allowedNow, type ChildCaseStanding, planVersions, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { beginsOf } from '../begins.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { Ids, Listed, Optional } from '../fields.js';
import { copyLine } from '../plan-copies/copy-line.js';
import { dto } from '../plugins/bodies.js';
import { notPermitted } from '../problem.js';
import { type Asking, askingOf, audited, idOf } from '../view.js';
import { workersHad } from '../workers-had.js';
import { accountsOf, actionsOf, missingOf, plannedAction } from './plan-view.js';

const most = 9;

/** Which other cases are read together with it: those of brothers and sisters, whose actions have the same owners. */
export class PlanQuery {
  @Optional()
  @Listed()
  @Ids(most)
  with?: string[];
}

const schema = {
  tags: ['child-cases'],
  operationId: 'child-cases.plan',
  summary: 'The plan: its actions, all that is missing in one list, and its versions side by side',
  params: idParams,
  querystring: dto(PlanQuery),
  response: {
    200: shownSchema('PlanView', 'record', 'The plan, as far as the reader sees its parts'),
    ...answersOf(400, 401, 403, 404, 503),
  },
};

const ofPlan = new Set([
  ...['agree-plan', 'share-plan', 'write-plain-plan'].map((verb) => `child-cases/${verb}`),
  'plan-actions/add-action',
]);

const readsPlan = ({ classes }: OpenedRecord): boolean =>
  classes.includes('safety') || classes.includes('disruption');

async function others(tx: Tx, ids: readonly string[], own: string): Promise<OpenedRecord[]> {
  const found: OpenedRecord[] = [];
  for (const id of new Set(ids.filter((one) => one !== own))) {
    const opened = await findRecord(tx, 'childCase', id);
    if (opened && readsPlan(opened)) found.push(opened);
  }
  return found;
}

const namesOf = ({ record, classes }: OpenedRecord) => {
  const { reference, name, plan } = record.standing as ChildCaseStanding;
  const named = classes.includes('case') || classes.includes('sheet') || classes.includes('safety');
  return { id: record.id, reference, name: named ? name : reference, plan };
};

/** `GET /api/v1/child-cases/:id/plan`: complete in one answer, for this case or for brothers and sisters together. */
export function viewPlan(app: FastifyInstance): void {
  app.get<{ Querystring: PlanQuery }>('/api/v1/child-cases/:id/plan', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'child-cases/plan', record: { kind: 'childCase', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      if (!readsPlan(opened)) throw notPermitted('those who read a part of the plan');
      const together = [opened, ...(await others(tx, request.query.with ?? [], id))];
      return {
        shown: await planOf(tx, opened, together, asking),
        persons: together.map(({ record }) => (record.standing as ChildCaseStanding).childId),
      };
    });
    reply.header('etag', view.etag);
    return view;
  });
}

async function planOf(tx: Tx, opened: OpenedRecord, together: OpenedRecord[], asking: Asking) {
  const users = await accountsOf(tx, together.flatMap(actionsOf));
  const { record, written } = opened;
  const about = { profile: asking.profile, actor: asking.actor, at: asking.now };
  const facts = { related: [...opened.children, ...users], written: [] };
  return {
    ...namesOf(opened),
    workers: workersHad(record, asking),
    version: record.version,
    etag: `"${record.version}"`,
    together: together.slice(1).map(namesOf),
    actions: together.flatMap((one) =>
      actionsOf(one).map((action) => plannedAction(action, one, users, asking)),
    ),
    missing: together.flatMap((one) => missingOf(one, users, asking)),
    versions: planVersions(written),
    copies: opened.children.filter(({ kind }) => kind === 'planCopy').map(copyLine),
    allowed: [
      ...allowedNow(topicOf('childCase'), record, { ...about, facts }),
      ...beginsOf(opened, asking),
    ].filter(({ command }) => ofPlan.has(command)),
  };
}
