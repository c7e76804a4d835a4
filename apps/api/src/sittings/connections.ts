import { findRecord } from '@mase/store';
import { allowedNow, personsOfItem, plannedAgenda, type SittingStanding, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { chairs } from '../packs/pack-rights.js';
import { notPermitted } from '../problem.js';
import { askingOf, audited, idOf } from '../view.js';
import { connectionsOf } from './found-connections.js';

const summary =
  'Possible personal connections of those at the table with the items of a sitting, for its chairs';
const schema = {
  params: idParams,
  tags: ['sittings'],
  operationId: 'sittings.connections',
  summary,
  response: {
    200: shownSchema('SittingConnectionsView', 'record', summary),
    ...answersOf(401, 403, 404, 503),
  },
};

/** `GET /api/v1/sittings/:id/connections`: what was found by comparing names, and what was declared or answered. */
export function viewConnections(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/connections', { schema }, async (request) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'sittings/connections', record: { kind: 'sitting', id } } as const;
    return audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'sitting', id);
      if (!opened) return null;
      if (!chairs.some((role) => request.actor.roles.includes(role))) throw notPermitted('the chair alone');
      const { panel, startsAt, breaks, order } = opened.record.standing as SittingStanding;
      const all = (await connectionsOf(tx, opened)).sort(
        (one, other) => order.indexOf(one.item.id) - order.indexOf(other.item.id),
      );
      // The numbers of the agenda, as the screen and the papers of this reader have them.
      const planned = plannedAgenda(
        { startsAt, breaks },
        all.map(({ item }) => ({ id: item.id, minutes: item.standing.minutes })),
        asking.profile,
      );
      const items = all.map(({ item, found, notes }, index) => ({
        id: item.id,
        number: planned.items[index]?.number ?? 0,
        reference: item.standing.reference,
        name: item.standing.name,
        state: item.state,
        found,
        notes,
        /** Whose connection stands and can be taken back here. */
        without: item.standing.access?.without ?? [],
        allowed: allowedNow(topicOf('agendaItem'), item, {
          locked: [item, opened.record],
          profile: asking.profile,
          actor: asking.actor,
          at: asking.now,
        }),
      }));
      return {
        shown: { id, state: opened.record.state, panel, startsAt, items },
        persons: [...new Set(all.flatMap(({ item }) => personsOfItem(item.standing)))],
      };
    });
  });
}
