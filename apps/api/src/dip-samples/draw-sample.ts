import { randomInt } from 'node:crypto';
import { type Reading, reading, type Store, sealedPosition } from '@mase/store';
import {
  type Concern,
  concerns,
  type Drawn,
  type DrawSamplePayload,
  drawSample as drawn,
  greatestSeed,
  mostSampled,
  type Profile,
  type SampleBasis,
  type SampleCriteria,
  type SampledGrade,
  sampleBases,
  sampledGrades,
} from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { Day, OneOf, Optional, Text, Whole } from '../fields.js';
import { askingOf } from '../view.js';
import { populationOf } from './population.js';

/** Which cases a sample is drawn from, how many are wanted, and why; by which seed, where it is not left to chance. */
export class DrawSampleBody extends CommandBody implements DrawSamplePayload {
  @Text(120)
  title: string;

  @Text(1000)
  purpose: string;

  @OneOf(sampleBases)
  basis: SampleBasis;

  @Day()
  from: string;

  @Day()
  to: string;

  @Optional()
  @OneOf(sampledGrades)
  grade?: SampledGrade;

  @Optional()
  @Text(80)
  teamId?: string;

  @Optional()
  @OneOf(concerns)
  concern?: Concern;

  @Whole(1, mostSampled)
  size: number;

  @Optional()
  @Whole(0, greatestSeed)
  seed?: number;
}

/** Seeds that nobody chose are easily read out and typed again. */
const seedsByChance = 1_000_000_000;

/** For whom a sample is drawn, when, and under which profile. */
interface DrawnFor {
  reading: Reading;
  profile: Profile;
  now: string;
}

/** Draws at the last seal, from what met the criteria then: what was found, and the seed where it was left to chance. */
export async function drawFrom(
  store: Store,
  { reading: as, profile, now }: DrawnFor,
  asked: SampleCriteria & { size: number; seed?: number },
): Promise<Drawn & { seed: number }> {
  const seed = asked.seed ?? randomInt(seedsByChance);
  return reading(store, as, async (tx) => {
    const { entries = null, at = now } = (await sealedPosition(tx, now)) ?? {};
    const { ids, population } = await populationOf(tx, asked, { profile, known: { entries, at } });
    const sealed = entries === null ? null : { entries, at };
    return { seed, sealed, population, caseIds: drawn(ids, asked.size, seed) };
  });
}

/** Adds to the body what was drawn. */
async function draw(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const body = request.body as DrawSampleBody & DrawSamplePayload;
  const { profile, now } = await askingOf(app, request);
  Object.assign(body, await drawFrom(app.store, { reading: request.reading, profile, now }, body));
}

/** `POST /api/v1/dip-samples/draw-sample`. */
export const drawSample = { ...command('dip-samples/draw-sample', DrawSampleBody), prepare: draw };
