import type {
  Profile,
  ProfileChangeStanding,
  ProposeProfileChangePayload,
  StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { CommandBody, command, ReasonBody, registerCommands } from '../command.js';
import { answersOf, shownSchema } from '../description/answers.js';
import { Code, Listed, Optional, Text, Texts } from '../fields.js';
import { listed } from '../list-view.js';
import { RecordsQuery } from '../page.js';
import { dto } from '../plugins/bodies.js';
import { registerView } from '../record-view.js';
import { writtenView } from '../written-view.js';
import { differenceLines } from './named-profile.js';

/** A profile that is proposed for the area: the whole file, and why. */
export class ProposeProfileBody extends CommandBody implements ProposeProfileChangePayload {
  @Code(600_000)
  file: string;

  @Text(5000)
  reason: string;
}

/** `POST /api/v1/profile-changes/propose-change`. */
const proposeChange = command('profile-changes/propose-change', ProposeProfileBody);
/** `POST /api/v1/profile-changes/:id/approve-change`. */
const approveChange = command('profile-changes/approve-change', CommandBody);
/** `POST /api/v1/profile-changes/:id/refuse-change`. */
const refuseChange = command('profile-changes/refuse-change', ReasonBody);
/** `POST /api/v1/profile-changes/:id/withdraw-change`. */
const withdrawChange = command('profile-changes/withdraw-change', ReasonBody);

/** Which proposals a list shows. */
export class ProfileChangesQuery extends RecordsQuery {
  @Optional()
  @Listed()
  @Texts(40, 4)
  phase?: string[];
}

const schema = {
  querystring: dto(ProfileChangesQuery),
  tags: ['profiles'],
  operationId: 'profile-changes.list',
  summary: 'Profiles that were proposed for the area, the newest first',
  response: {
    200: shownSchema('ProfileChangesView', 'list', 'One page of proposals'),
    ...answersOf(400, 401, 503),
  },
};

function changeLine({ id, version, state, standing }: StoredRecord) {
  const { clocks: _clocks, access: _access, ...change } = standing as ProfileChangeStanding;
  return { id, version, state, ...change };
}

/** Commands, list and view of proposed profiles; once one is decided, this process reads the profile of its area anew. */
export async function profileChangeRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', async (request, reply) => {
    const { command: given } = request.routeOptions.config;
    if (given === 'profile-changes/approve-change' && reply.statusCode === 200)
      app.forgetProfile(request.reading.partnershipId);
  });
  registerCommands(app, [proposeChange, approveChange, refuseChange, withdrawChange]);
  app.get<{ Querystring: ProfileChangesQuery }>(
    '/api/v1/profile-changes',
    { schema },
    async (request, reply) =>
      listed(app, request, reply, {
        action: 'profile-changes/list',
        asked: { kind: 'profileChange', phases: request.query.phase, sort: 'newest' },
        show: async (rows) => rows.map(({ record }) => changeLine(record)),
        persons: () => null,
      }),
  );
  registerView(app, {
    kind: 'profileChange',
    schema: 'ProfileChangeView',
    summary: 'One proposed profile, with where it says something else than the one in force',
    show: ({ record, written, names }, { profile }) => {
      const document = written.find(({ kind }) => kind === 'profile-document');
      const differences = document ? differenceLines(profile, document.body as unknown as Profile) : [];
      return {
        ...changeLine(record),
        changes: differences,
        written: writtenView(written.filter((row) => row !== document)),
        names,
      };
    },
    persons: () => [],
  });
}
