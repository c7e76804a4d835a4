import { randomInt } from 'node:crypto';
import { reading, sealedPosition } from '@mase/store';
import {
  type Concern,
  concerns,
  type DrawSamplePayload,
  drawSample as drawn,
  greatestSeed,
  mostSampled,
  type SampleBasis,
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

/** Draws at the last seal, from what met the criteria then, and adds to the body what was found. */
async function draw(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const body = request.body as DrawSampleBody & DrawSamplePayload;
  const { profile, now } = await askingOf(app, request);
  const seed = body.seed ?? randomInt(seedsByChance);
  const found = await reading(app.store, request.reading, async (tx) => {
    const sealed = (await sealedPosition(tx, now)) ?? null;
    return {
      sealed,
      ...(await populationOf(tx, body, { profile, known: sealed ?? { entries: null, at: now } })),
    };
  });
  const { ids, sealed, population } = found;
  Object.assign(body, { seed, sealed, population, caseIds: drawn(ids, body.size, seed) });
}

/** `POST /api/v1/dip-samples/draw-sample`. */
export const drawSample = { ...command('dip-samples/draw-sample', DrawSampleBody), prepare: draw };
