import type { OpenedRecord } from '@mase/store';
import type { PanelMember, PanelStanding, SittingStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { recordBase, registerView } from '../record-view.js';
import type { Asking } from '../view.js';
import { changeMembers } from './change-members.js';
import { changePanel } from './change-panel.js';
import { closePanel } from './close-panel.js';
import { foundPanel } from './found-panel.js';
import { planSeries } from './plan-series.js';
import { publishTerms } from './publish-terms.js';
import { proposeSeries } from './series.js';

function panelLine({ id, version, state, standing }: StoredRecord) {
  const { clocks: _clocks, access: _access, memberIds: _ids, ...panel } = standing as PanelStanding;
  return { id, version, state, ...panel };
}

function sittingsOf({ children }: OpenedRecord) {
  const sittings = children.filter(({ kind }) => kind === 'sitting') as StoredRecord<SittingStanding>[];
  return sittings
    .map(({ id, state, standing: { startsAt, endsAt, place } }) => ({ id, state, startsAt, endsAt, place }))
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

function panelView(opened: OpenedRecord, asking: Asking) {
  const { record, written, children, names } = opened;
  const membersRow = written.find(({ kind }) => kind === 'members');
  return {
    ...recordBase(opened, asking, { related: children, written: [] }),
    ...panelLine(record),
    memberList: (membersRow?.body as { members: PanelMember[] } | undefined)?.members ?? [],
    terms: written
      .filter(({ kind }) => kind === 'terms')
      .map(({ body, at, authorId }) => {
        const { version, text, reviewOn } = body as { version: number; text: string; reviewOn: string };
        return { version, text, reviewOn, at, authorId };
      }),
    sittings: sittingsOf(opened),
    names,
  };
}

const schema = {
  querystring: dto(PageQuery),
  tags: ['panels'],
  operationId: 'panels.list',
  summary: 'Panels of the partnership that the reader belongs to or oversees',
  response: { 200: shownSchema('PanelsView', 'list', 'One page of panels'), ...answersOf(400, 401, 503) },
};

/** Everything of panels that can be asked over HTTP. */
export function panelRoutes(app: FastifyInstance): void {
  registerCommands(app, [foundPanel, changePanel, changeMembers, publishTerms, planSeries, closePanel]);
  app.get('/api/v1/panels', { schema }, async (request, reply) =>
    listed(app, request, reply, {
      action: 'panels/list',
      asked: { kind: 'panel', sort: 'newest' },
      show: (rows) => rows.map(({ record }) => panelLine(record)),
      persons: () => null,
    }),
  );
  registerView(app, {
    kind: 'panel',
    schema: 'PanelView',
    summary: 'One panel: members, terms of reference, rules and sittings',
    show: panelView,
    persons: () => [],
  });
  proposeSeries(app);
}
