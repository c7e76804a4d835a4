import {
  type Instrument,
  instrumentsInForce,
  instrumentsKnown,
  isInForce,
  localDate,
  type Profile,
  purposes,
  shippedInstruments,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { answersOf, shownSchema } from '../description/answers.js';
import { OneOf } from '../fields.js';
import { dto } from '../plugins/bodies.js';
import { askingOf } from '../view.js';

/** What instruments are asked for. */
export class InForceQuery {
  @OneOf(purposes)
  purpose: Instrument['purpose'];
}

/** One version of an instrument as a line of the list. */
function instrumentLine(profile: Profile, one: Instrument, today: string) {
  const { id, version, title, purpose, licence, kinds, effectiveFrom, effectiveTo } = one;
  const used = profile.instruments.includes(id);
  const newest = instrumentsInForce(profile, today).some((now) => now.id === id && now.version === version);
  return {
    ...{ id, version, title, purpose, licence, kinds, effectiveFrom, effectiveTo },
    own: !shippedInstruments.some((shipped) => shipped.id === id && shipped.version === version),
    state: used && newest ? 'offered' : used && isInForce(one, today) ? 'inForce' : 'kept',
  };
}

const listSchema = {
  tags: ['instruments'],
  operationId: 'instruments.list',
  summary: 'Every instrument that the area can read, in every version, with its dates',
  response: {
    200: shownSchema('InstrumentsView', 'plain', 'Offered, still in force, or kept to read what was made'),
    ...answersOf(401, 503),
  },
};

const inForceSchema = {
  querystring: dto(InForceQuery),
  tags: ['instruments'],
  operationId: 'instruments.in-force',
  summary: 'The instruments that the area offers today for one purpose, with their questions',
  response: {
    200: shownSchema('InstrumentsInForceView', 'plain', 'The newest version of each'),
    ...answersOf(400, 401, 503),
  },
};

/** `GET /api/v1/instruments` and `/in-force`: for everybody who is signed in; they show nobody. */
export function listInstruments(app: FastifyInstance): void {
  app.get('/api/v1/instruments', { schema: listSchema }, async (request) => {
    const { profile, now } = await askingOf(app, request);
    const today = localDate(now, profile.timeZone);
    return { today, items: instrumentsKnown(profile).map((one) => instrumentLine(profile, one, today)) };
  });
  app.get<{ Querystring: InForceQuery }>(
    '/api/v1/instruments/in-force',
    { schema: inForceSchema },
    async (request) => {
      const { profile, now } = await askingOf(app, request);
      const offered = instrumentsInForce(profile, localDate(now, profile.timeZone));
      return { items: offered.filter(({ purpose }) => purpose === request.query.purpose) };
    },
  );
}
