import { listRecords, reading } from '@mase/store';
import type { ProfileChangeStanding, StoredRecord } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { Text } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf } from '../view.js';
import {
  differenceLines,
  getNamedProfile,
  knownProfiles,
  profileLine,
  proposalLine,
} from './named-profile.js';

/** Of which profile something is asked: `in-force`, the id of a shipped one, or that of a proposal. */
export class NamedProfileParams {
  @Text(60)
  name: string;
}

/** Which two profiles are compared. */
export class CompareProfilesQuery {
  @Text(60)
  one: string;

  @Text(60)
  other: string;
}

const listSchema = {
  tags: ['profiles'],
  operationId: 'profiles.list',
  summary: 'The profile in force, the shipped ones, and the latest that were proposed for the area',
  response: {
    200: shownSchema('ProfilesView', 'plain', 'Each by the name under which it is asked for'),
    ...answersOf(401, 503),
  },
};

const documentSchema = {
  params: dto(NamedProfileParams),
  tags: ['profiles'],
  operationId: 'profiles.view',
  summary: 'One profile, whole, as a file of it is written',
  response: {
    200: shownSchema('ProfileDocument', 'plain', 'The document'),
    ...answersOf(400, 401, 404, 503),
  },
};

const compareSchema = {
  querystring: dto(CompareProfilesQuery),
  tags: ['profiles'],
  operationId: 'profiles.compare',
  summary: 'Every place at which two profiles say something else',
  response: {
    200: shownSchema('ProfileComparisonView', 'plain', 'The places in the order of the first'),
    ...answersOf(400, 401, 404, 503),
  },
};

const wordsSchema = {
  tags: ['profiles'],
  operationId: 'profiles.words',
  summary: 'What the profile in force calls its grades, clocks, listing bases, stages and rules',
  response: {
    200: shownSchema('ProfileWordsView', 'plain', 'Names by their codes'),
    ...answersOf(401, 503),
  },
};

const labels = (choices: readonly { id: string; label: string }[]): Record<string, string> =>
  Object.fromEntries(choices.map(({ id, label }) => [id, label]));

/** How many proposals are offered to compare with: an area changes its profile a few times a year. */
const mostProposals = 50;

/** `GET /api/v1/profiles…`: for everybody who is signed in; they show nobody. */
export function profileRoutes(app: FastifyInstance): void {
  const read = <T>(request: FastifyRequest, about: Parameters<typeof reading<T>>[2]) =>
    reading(app.store, request.reading, about);

  app.get('/api/v1/profiles', { schema: listSchema }, async (request) => {
    const { profile } = await askingOf(app, request);
    const { rows } = await read(request, (tx) =>
      listRecords(tx, { kind: 'profileChange', sort: 'newest', limit: mostProposals }),
    );
    const proposals = rows.map(({ record }) => proposalLine(record as StoredRecord<ProfileChangeStanding>));
    return { items: [...knownProfiles(profile).map(profileLine), ...proposals] };
  });

  app.get<{ Params: NamedProfileParams }>(
    '/api/v1/profiles/:name',
    { schema: documentSchema },
    async (request) => {
      const { profile } = await askingOf(app, request);
      const named = await read(request, (tx) => getNamedProfile(tx, request.params.name, profile));
      return named.profile;
    },
  );

  app.get<{ Querystring: CompareProfilesQuery }>(
    '/api/v1/profile-comparison',
    { schema: compareSchema },
    async (request) => {
      const { profile } = await askingOf(app, request);
      const { one, other } = request.query;
      const [first, second] = await read(
        request,
        async (tx) =>
          [await getNamedProfile(tx, one, profile), await getNamedProfile(tx, other, profile)] as const,
      );
      const differences = differenceLines(first.profile, second.profile);
      return { one: profileLine(first), other: profileLine(second), differences };
    },
  );

  app.get('/api/v1/profile-words', { schema: wordsSchema }, async (request) => {
    const { profile } = await askingOf(app, request);
    const { clocks, escalation, grades, nation, panel, retention, timeZone } = profile;
    return {
      timeZone,
      nation,
      grades: Object.fromEntries(Object.entries(grades).map(([id, { name }]) => [id, name])),
      clocks: Object.fromEntries(
        Object.entries(clocks).map(([id, rule]) => [
          id,
          { label: rule.label, starts: rule.starts, unit: 'unit' in rule ? rule.unit : null },
        ]),
      ),
      listingBases: labels(panel.listingBases),
      challengeStages: escalation.challenge.map(({ label }) => label),
      retentionRules: labels(retention.rules),
    };
  });
}
