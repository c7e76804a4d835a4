import {
  auditReading,
  type IssuedCopy,
  issueCopy,
  reading,
  readingOf,
  type SittingPapers,
  type Tx,
} from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';
import { findPapers } from './find-papers.js';
import { hasMinutes } from './minutes-model.js';
import type { PaperKind } from './paper-head.js';
import { digestOfPaper } from './paper-model.js';
import { type Item, Papers, type Person } from './papers.js';

/** 409: the recipient does not see the sitting, or has no account any more. */
export const noReader = () =>
  new ProblemError({
    status: 409,
    code: 'RECIPIENT_NOT_ADMITTED',
    title: 'No copy for this recipient',
    detail:
      'The recipient has no part in this sitting, or no account any more: there is nothing that his or her copy could show.',
  });
const noMinutes = () =>
  new ProblemError({
    status: 409,
    code: 'NO_MINUTES',
    title: 'No minutes yet',
    detail: 'The sitting has no minutes that this recipient may see: they begin when it ends.',
  });

/** Which document of which sitting, for whom. */
export interface Asking {
  sittingId: string;
  recipient: Person;
  kind: PaperKind;
}

/** Reads as the recipient, lets `allow` refuse what was read, numbers the copy and audits it as the person who asks; nothing has left yet. */
export async function issuePack(
  app: FastifyInstance,
  request: FastifyRequest,
  asking: Asking,
  allow: (papers: Papers) => Promise<void>,
): Promise<{ papers: Papers; copy: IssuedCopy }> {
  const now = app.store.clock();
  const who = readingOf(asking.recipient, request.reading.partnershipId);
  const found = await findPapers(app, request, who, asking.sittingId);
  if (!found) throw noReader();
  const profile = await app.profileOf(request.reading);
  const about = { recipient: asking.recipient, principals: who.principals, profile, now };
  const fresh = new Papers(found, { ...about, asAt: now });
  await allow(fresh);
  if (asking.kind === 'minutes' && !hasMinutes(fresh)) throw noMinutes();
  const copy = await numbered(app, request, asking, {
    digest: digestOfPaper(fresh, asking.kind),
    now,
    persons: personsIn(found),
  });
  return { papers: new Papers(found, { ...about, asAt: copy.issuedAt }), copy };
}

const attempts = 20;

async function numbered(
  app: FastifyInstance,
  request: FastifyRequest,
  { sittingId, recipient, kind }: Asking,
  { digest, now, persons }: { digest: string; now: string; persons: string[] },
): Promise<IssuedCopy> {
  const who = request.reading;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await reading(app.store, who, async (tx) => {
        const asked = {
          partnershipId: who.partnershipId,
          sittingId,
          recipientId: recipient.id,
          document: kind,
          digest,
        };
        const copy = await issueCopy(tx, { ...asked, issuedAt: now, issuedBy: who.userId });
        const reason = `${kind} for ${recipient.id}, copy ${copy.copyNumber}, version ${copy.version}`;
        await auditPack(app, request, tx, sittingId, persons, reason);
        return copy;
      });
    } catch (error) {
      if (attempt === attempts || (error as { code?: string }).code !== '23505') throw error;
    }
  }
}

/** Writes who was shown to whom, before anything leaves. */
export async function auditPack(
  app: FastifyInstance,
  request: FastifyRequest,
  tx: Tx,
  sittingId: string,
  persons: readonly string[],
  reason: string,
): Promise<void> {
  const act = {
    action: 'sittings/pack',
    record: { kind: 'sitting', id: sittingId } as const,
    persons,
    reason,
  };
  await auditReading(tx, request.reading, act, app.store.clock());
}

/** The children, persons and places whom these papers show: by item, action or sheet, and at the ends of links. */
function personsIn({ records, ends }: SittingPapers): string[] {
  const named = records.flatMap((one) => {
    const { childId, aboutId } = one.standing as Partial<Item['standing']>;
    return [childId, aboutId];
  });
  const all = [...named, ...ends.keys()];
  return [...new Set(all.filter((id): id is string => typeof id === 'string' && id !== ''))];
}
