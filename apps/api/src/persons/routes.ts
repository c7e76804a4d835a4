import { findRecord, findRecordsById } from '@mase/store';
import {
  adultOnHeld,
  type ChildStanding,
  type PersonStanding,
  personAsked,
  personGaps,
  personStrand,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { recordBase } from '../record-view.js';
import { joinPersons } from '../strand-records/joining.js';
import { viewStrandMatches } from '../strand-records/possible-matches.js';
import { strandRecordView } from '../strand-records/record-views.js';
import { searchStrand } from '../strand-records/search.js';
import { askingOf, audited, idOf } from '../view.js';
import { recordChildRole } from './record-child-role.js';
import { recordPersonDetails } from './record-details.js';

const schema = {
  tags: ['persons'],
  operationId: 'persons.view',
  summary: 'Who a person of concern is',
  params: idParams,
  response: {
    200: shownSchema('PersonView', 'record', 'The person, as far as the reader may see'),
    ...answersOf(401, 404, 503),
  },
};

/** Everything of who persons of concern are that can be asked over HTTP. */
export function personRoutes(app: FastifyInstance): void {
  registerCommands(app, [recordPersonDetails, recordChildRole, ...joinPersons]);
  searchStrand(app, personStrand);
  viewStrandMatches(app, personStrand);
  app.get('/api/v1/persons/:id', { schema }, async (request, reply) => {
    const id = idOf(request);
    const asking = await askingOf(app, request);
    const act = { action: 'persons/view', record: { kind: 'person', id } } as const;
    const view = await audited(app, request, act, async (tx) => {
      const opened = await findRecord(tx, 'person', id);
      if (!opened) return null;
      // That the person is a child on the books is told to whoever may read both, and hinted at to nobody else.
      const role = opened.written.find(({ kind }) => kind === 'child-role');
      const childId = (role?.body as { childId?: string } | undefined)?.childId;
      const [child] = childId ? await findRecordsById(tx, [childId]) : [];
      const shown = strandRecordView(opened, asking);
      const standing = opened.record.standing as PersonStanding;
      const gaps = personGaps(standing);
      return {
        shown: {
          ...recordBase(opened, asking),
          ...shown,
          adultOn: adultOnHeld(standing),
          written: child ? shown.written : shown.written.filter(({ kind }) => kind !== 'child-role'),
          ...(child ? { child: { id: child.id, name: (child.standing as ChildStanding).name } } : {}),
          completeness: { asked: personAsked, recorded: personAsked - gaps.length, gaps },
        },
        persons: [id, ...(child ? [child.id] : [])],
      };
    });
    reply.header('etag', view.etag);
    return view;
  });
}
