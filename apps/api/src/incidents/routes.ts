import { findIncidentLinks, findIncidentsByReference, findRecord, findTitles } from '@mase/store';
import {
  forceKey,
  type IncidentPartStanding,
  type IncidentStanding,
  localDate,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { recordBase } from '../record-view.js';
import { askingOf, audited, idOf } from '../view.js';
import { writtenView } from '../written-view.js';
import { changeIncident } from './change-incident.js';
import { codeLines, incidentLine, partLines, victimLines } from './incident-view.js';
import { listIncidents } from './list.js';
import { recordIncident } from './record-incident.js';
import { recordOutcome } from './record-outcome.js';
import { withdrawIncident } from './withdraw-incident.js';

const schema = {
  tags: ['incidents'],
  operationId: 'incidents.view',
  summary: 'One incident: what is known, its outcomes, and the children whom the reader sees as its victims',
  params: idParams,
  response: { 200: shownSchema('IncidentView', 'record', 'One incident'), ...answersOf(401, 404, 503) },
};

const isLinked = ({ state }: StoredRecord) => state === 'linked';
const isOffender = (standing: object) => (standing as IncidentPartStanding).part === 'offender';
const isSameForce = (one: string, other: string) => forceKey(one) === forceKey(other);

/** Everything of incidents that can be asked over HTTP. */
export function incidentRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordIncident, recordOutcome, changeIncident, withdrawIncident]);
  listIncidents(app);
  app.get('/api/v1/incidents/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const { profile } = asking;
    const record = { kind: 'incident', id } as const;
    const view = await audited(app, request, { action: 'incidents/view', record }, async (tx) => {
      const opened = await findRecord(tx, 'incident', id);
      if (!opened) return null;
      const links = await findIncidentLinks(tx, 'incidentVictim', [id]);
      const parts = (await findIncidentLinks(tx, 'incidentPart', [id])).filter(isLinked);
      const titles = await findTitles(
        tx,
        parts.map(({ standing }) => (standing as IncidentPartStanding).aboutId),
      );
      const { force, reference, access } = opened.record.standing as IncidentStanding;
      const alike = await findIncidentsByReference(tx, [reference]);
      const shown = {
        ...recordBase(opened, asking),
        ...incidentLine(opened, profile),
        links: victimLines(links, profile),
        parts: partLines(parts, titles, profile),
        sameNumber: alike
          .filter(
            (one) => one.id !== id && one.state !== 'withdrawn' && isSameForce(one.standing.force, force),
          )
          .map((one) => ({ id: one.id, recorded: one.standing.recorded, offence: one.standing.offence })),
        readers: (access?.named ?? []).map(({ userId }) => userId),
        codes: codeLines(profile, force, localDate(asking.now, profile.timeZone)),
        written: writtenView(opened.written),
        names: opened.names,
      };
      const persons = [...links, ...parts.filter(({ standing }) => isOffender(standing))];
      return { shown, persons: persons.flatMap(({ parentId }) => parentId ?? []) };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
