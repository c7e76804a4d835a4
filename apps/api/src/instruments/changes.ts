import type { InstrumentChangeStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Listed, Optional, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { PageQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { approveChange, proposeChange, refuseChange, withdrawChange } from './change-bodies.js';

/** Which changes of the instruments a list shows. */
export class InstrumentChangesQuery extends PageQuery {
  @Optional()
  @Listed()
  @Texts(40, 4)
  phase?: string[];
}

const schema = {
  querystring: dto(InstrumentChangesQuery),
  tags: ['instruments'],
  operationId: 'instrument-changes.list',
  summary: 'Changes of the instruments of the area, the newest first',
  response: {
    200: shownSchema('InstrumentChangesView', 'list', 'One page of changes'),
    ...answersOf(400, 401, 503),
  },
};

function changeLine({ id, version, state, standing }: StoredRecord) {
  const { clocks: _clocks, access: _access, version: of, ...change } = standing as InstrumentChangeStanding;
  return { id, version, state, ...change, ofVersion: of };
}

/** Commands, list and view of the changes; once one is decided, this process reads the profile of its area anew. */
export async function instrumentChangeRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    const { command } = request.routeOptions.config;
    if (command === 'instrument-changes/approve-change' && reply.statusCode === 200)
      app.forgetProfile(request.reading.partnershipId);
  });
  registerCommands(app, [proposeChange, approveChange, refuseChange, withdrawChange]);
  app.get<{ Querystring: InstrumentChangesQuery }>(
    '/api/v1/instrument-changes',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'instrument-changes/list',
        asked: { kind: 'instrumentChange', phases: request.query.phase, sort: 'newest' },
        show: async (rows) => rows.map(({ record }) => changeLine(record)),
        persons: () => null,
      }),
  );
  registerView(app, {
    kind: 'instrumentChange',
    schema: 'InstrumentChangeView',
    summary: 'One change of the instruments, with the file where one is added',
    show: ({ record, written, names }) => ({ ...changeLine(record), written: writtenView(written), names }),
    persons: () => [],
  });
}
