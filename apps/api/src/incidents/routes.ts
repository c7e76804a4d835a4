import { findRecord, findVictimLinks } from '@mase/store';
import { type IncidentStanding, localDate } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { recordBase } from '../record-view.js';
import { askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { changeIncident } from './change-incident.js';
import { codeLines, incidentLine, victimLines } from './incident-view.js';
import { listIncidents } from './list.js';
import { recordIncident } from './record-incident.js';
import { recordOutcome } from './record-outcome.js';

const schema = {
  tags: ['incidents'],
  operationId: 'incidents.view',
  summary: 'One incident: what is known, its outcomes, and the children whom the reader sees as its victims',
  params: idParams,
  response: { 200: shownSchema('IncidentView', 'record', 'One incident'), ...answersOf(401, 404, 503) },
};

/** Everything of incidents that can be asked over HTTP. */
export function incidentRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordIncident, recordOutcome, changeIncident]);
  listIncidents(app);
  app.get('/api/v1/incidents/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const { profile } = asking;
    const record = { kind: 'incident', id } as const;
    const view = await audited(app, request, { action: 'incidents/view', record }, async (tx) => {
      const opened = await findRecord(tx, 'incident', id);
      if (!opened) return null;
      const links = await findVictimLinks(tx, [id]);
      const { force } = opened.record.standing as IncidentStanding;
      const shown = {
        ...recordBase(opened, asking),
        ...incidentLine(opened, profile),
        links: victimLines(links, profile),
        codes: codeLines(profile, force, localDate(asking.now, profile.timeZone)),
        written: writtenView(opened.written),
        names: opened.names,
      };
      return { shown, persons: links.flatMap(({ parentId }) => parentId ?? []) };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
