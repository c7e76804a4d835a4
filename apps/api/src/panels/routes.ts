import type { OpenedRecord } from '@mase/store';
import type {
  ContentClass,
  PanelMember,
  PanelStanding,
  Profile,
  SittingStanding,
  StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
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

/** Where it is joined from afar is for those who read the whole of it. */
function panelLine({ id, version, state, standing }: StoredRecord, classes: readonly ContentClass[]) {
  const { clocks: _clocks, access: _access, memberIds: _ids, link, ...panel } = standing as PanelStanding;
  return { id, version, state, ...panel, link: classes.includes('case') ? link : null };
}

/** What the area's profile says of panels: what their forms offer, and what a panel leaves to it. */
function panelArea({ panel: { agenda, gate, quorum, listingBases } }: Profile) {
  const named = ({ id, label }: { id: string; label: string }) => ({ id, label });
  return {
    agenda: agenda.map(named),
    gate: gate.needs.map(named),
    quorum: quorum.agencies.map(named),
    listingBases: listingBases.map(named),
  };
}

function sittingsOf({ children }: OpenedRecord) {
  const sittings = children.filter(({ kind }) => kind === 'sitting') as StoredRecord<SittingStanding>[];
  return sittings
    .map(({ id, state, standing: { startsAt, endsAt, place } }) => ({ id, state, startsAt, endsAt, place }))
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

function panelView(opened: OpenedRecord, asking: Asking) {
  const { record, written, children, names, classes } = opened;
  const membersRow = written.find(({ kind }) => kind === 'members');
  return {
    ...recordBase(opened, asking, { related: children, written: [] }),
    ...panelLine(record, classes),
    area: panelArea(asking.profile),
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

/** Which panels a list shows. */
export class PanelsQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 10)
  phase?: string[];
}

const schema = {
  querystring: dto(PanelsQuery),
  tags: ['panels'],
  operationId: 'panels.list',
  summary: 'Panels of the partnership that the reader belongs to, oversees or lists cases for',
  response: { 200: shownSchema('PanelsView', 'list', 'One page of panels'), ...answersOf(400, 401, 503) },
};

/** Everything of panels that can be asked over HTTP. */
export function panelRoutes(app: FastifyInstance): void {
  registerCommands(app, [foundPanel, changePanel, changeMembers, publishTerms, planSeries, closePanel]);
  app.get<{ Querystring: PanelsQuery }>('/api/v1/panels', { schema }, async (request, reply) => {
    const area = panelArea(await app.profileOf(request.reading));
    const view = await listed(app, request, reply, {
      action: 'panels/list',
      asked: { kind: 'panel', phases: request.query.phase, sort: 'newest' },
      show: (rows) => rows.map(({ record, classes }) => panelLine(record, classes)),
      persons: () => null,
    });
    return { ...view, area };
  });
  registerView(app, {
    kind: 'panel',
    schema: 'PanelView',
    summary: 'One panel: members, terms of reference, rules and sittings',
    show: panelView,
    persons: () => [],
  });
  proposeSeries(app);
}
