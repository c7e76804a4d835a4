import { findRecord, reading } from '@mase/store';
import { type KnownCarer, type PlainLine, plainReaders, type WritePlainPlanPayload } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CommandBody, command } from '../command.js';
import { Id, OneOf, Optional, OwnWords, Parts, Text } from '../fields.js';
import { idOf } from '../view.js';
import { aboutChild } from './about-child.js';

/** One action in plain words. */
export class PlainLineBody implements PlainLine {
  @Id()
  actionId: string;

  @Text(500)
  what: string;

  @Text(500)
  know: string;
}

/** The safety part of the agreed plan in plain words, for the child or for one carer. */
export class WritePlainPlanBody extends CommandBody implements Omit<WritePlainPlanPayload, 'known'> {
  @OneOf(plainReaders)
  to: WritePlainPlanPayload['to'];

  /** The carer, by the id under which he or she stands on the child’s record. */
  @Optional()
  @Id()
  carerId?: string;

  @Parts(() => PlainLineBody, 60)
  lines: PlainLineBody[];

  @Optional()
  @OwnWords(2000)
  view?: string;

  @Text(300)
  call: string;
}

const pick = ({ id, name, relation, mayContact }: KnownCarer): KnownCarer => ({
  id,
  name,
  relation,
  mayContact,
});

/** Finds the carer on the child’s record as it stands now: whether he or she may be contacted is nobody’s to type. */
async function findCarer(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const body = request.body as WritePlainPlanBody & { known?: KnownCarer | null };
  if (body.to !== 'parent') return;
  const known = await reading(app.store, request.reading, async (tx) => {
    const opened = await findRecord(tx, 'childCase', idOf(request));
    const about = opened ? await aboutChild(tx, opened) : null;
    return about?.carers.find(({ id }) => id === body.carerId) ?? null;
  });
  body.known = known && pick(known);
}

/** `POST /api/v1/child-cases/:id/write-plain-plan`. */
export const writePlainPlan = {
  ...command('child-cases/write-plain-plan', WritePlainPlanBody),
  prepare: findCarer,
};
