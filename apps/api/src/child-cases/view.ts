import { type DatedRow, findRecord, type OpenedRecord } from '@mase/store';
import {
  allowedNow,
  type ChildCaseStanding,
  hasCurrentHarm,
  isRaised,
  type Profile,
  regionsOf,
  rulingGrade,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { audited, idOf } from '../view.js';

/** A running clock as a person reads it. */
function clockView(clock: ChildCaseStanding['clocks'][number], profile: Profile, now: string) {
  const rule = profile.clocks[clock.rule as keyof Profile['clocks']];
  return { ...clock, label: rule?.label ?? clock.rule, source: rule?.source ?? null, overdue: clock.due < now };
}

function rowView(row: DatedRow, replaced: Set<string>) {
  const { record: _record, ...shown } = row;
  return { ...shown, wrong: replaced.has(row.id) };
}

/** The case as its reader may see it: nothing that a class of content keeps from him is in it, and that it is said. */
export function caseView(
  opened: OpenedRecord,
  about: { profile: Profile; now: string; actor: FastifyRequest['actor'] },
): { [field: string]: unknown; version: number } {
  const { record, written, children, parent, classes } = opened;
  const standing = record.standing as ChildCaseStanding;
  const whole = classes.includes('case');
  const sheet = whole || classes.includes('sheet');
  const replaced = new Set(written.flatMap((row) => (row.replaces ? [row.replaces] : [])));
  const withheld = (['case', 'sheet', 'safety', 'disruption'] as const).filter((one) => !classes.includes(one));
  const actions = children.filter((one) => one.kind === 'planAction');
  const base = {
    id: record.id,
    reference: standing.reference,
    childId: standing.childId,
    state: regionsOf(record),
    version: record.version,
    classes,
    withheld,
    written: written.map((row) => rowView(row, replaced)),
  };
  if (!sheet && !classes.includes('safety')) return base;
  return {
    ...base,
    child: parent ? { id: parent.id, version: parent.version, ...parent.standing } : { name: standing.name },
    actions: actions.map((one) => actionView(one, about)),
    ...(sheet
      ? {
          standing: standing as object,
          rulingGrade: rulingGrade(standing),
          raised: isRaised(standing),
          currentHarm: hasCurrentHarm(standing),
          clocks: standing.clocks.map((clock) => clockView(clock, about.profile, about.now)),
        }
      : {}),
    allowed: allowedNow(topicOf('childCase'), record, { profile: about.profile, actor: about.actor, at: about.now }),
  };
}

/** An action of a plan with what may be done about it now. */
export function actionView(
  record: StoredRecord,
  about: { profile: Profile; now: string; actor: FastifyRequest['actor'] },
) {
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    ...record.standing,
    clocks: record.standing.clocks.map((clock) => clockView(clock, about.profile, about.now)),
    allowed: allowedNow(topicOf('planAction'), record, { profile: about.profile, actor: about.actor, at: about.now }),
  };
}

/** `GET /api/v1/child-cases/:id`: one case, audited before it is shown. */
export function viewCase(app: FastifyInstance): void {
  app.get('/api/v1/child-cases/:id', { schema: { tags: ['child-cases'], operationId: 'child-cases.view', params: idParams, response: { 200: shownSchema('ChildCaseView', 'record', 'The case, as far as the reader may see it'), ...answersOf(401, 404, 503) } } }, async (request, reply) => {
    const id = idOf(request);
    const profile = await app.profileOf(request.reading);
    const about = { profile, now: app.store.clock(), actor: request.actor };
    const view = await audited(app, request, { action: 'child-cases/view', record: { kind: 'childCase', id } }, async (tx) => {
      const opened = await findRecord(tx, 'childCase', id);
      if (!opened) return null;
      return { shown: caseView(opened, about), persons: [(opened.record.standing as ChildCaseStanding).childId] };
    });
    reply.header('etag', `"${view.version}"`);
    return view;
  });
}
