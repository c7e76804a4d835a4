import { countIncidents, findIncidentLinks, findIncidents, type Tx } from '@mase/store';
import { localDate } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Day, idPattern, isInstant, Optional, Text } from '../fields.js';
import { cursorText, linkNext, PageQuery, readCursor, usualLimit } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { askingOf, audited } from '../view.js';
import { incidentLine } from './incident-view.js';

/** Which incidents a list shows: those of one police number, those recorded on some days, or all. */
export class IncidentsQuery extends PageQuery {
  @Optional()
  @Text(40)
  reference?: string;

  @Optional()
  @Day()
  from?: string;

  @Optional()
  @Day()
  to?: string;
}

const schema = {
  querystring: dto(IncidentsQuery),
  tags: ['incidents'],
  operationId: 'incidents.list',
  summary: 'Incidents that the reader may see, the latest recorded by the police first',
  response: {
    200: shownSchema('IncidentsView', 'list', 'One page of incidents'),
    ...answersOf(400, 401, 503),
  },
};

interface Cursor {
  at: string;
  id: string;
}
function isCursor(value: unknown): value is Cursor {
  const { at, id } = (value ?? {}) as Partial<Cursor>;
  return (at === '-infinity' || isInstant(at)) && typeof id === 'string' && idPattern.test(id);
}

/** `GET /api/v1/incidents`: audited with the children who are linked to the incidents of the page. */
export function listIncidents(app: FastifyInstance): void {
  app.get<{ Querystring: IncidentsQuery }>('/api/v1/incidents', { schema }, async (request, reply) => {
    const { profile, now } = await askingOf(app, request);
    const { reference, from, to, limit = usualLimit } = request.query;
    const after = readCursor(request.query.after, isCursor);
    const view = await audited(app, request, { action: 'incidents/list' }, async (tx) => {
      const { records, next } = await findIncidents(tx, { reference, from, to, after, limit });
      const links = await findIncidentLinks(
        tx,
        'incidentVictim',
        records.map(({ id }) => id),
      );
      const linked = (id: string) =>
        links.filter((one) => one.subjectId === id && one.state === 'linked').length;
      const items = records.map((record) => ({
        ...incidentLine({ record }, profile),
        linkedVictims: linked(record.id),
      }));
      const counted =
        from && to ? await counts(tx, { from, to, asAt: localDate(now, profile.timeZone) }) : null;
      const shown = { items, counted, next: next ? cursorText(next) : null };
      return { shown, persons: [...new Set(links.flatMap(({ parentId }) => parentId ?? []))] };
    });
    linkNext(reply, request, view.next);
    return view;
  });
}

/** How many incidents the figures of these days count: what the reader does not find in the list is kept from him or her. */
async function counts(tx: Tx, days: { from: string; to: string; asAt: string }): Promise<number> {
  const all = await countIncidents(tx, days);
  return all.filter(({ measure }) => measure === 'incidents').reduce((sum, { n }) => sum + n, 0);
}
