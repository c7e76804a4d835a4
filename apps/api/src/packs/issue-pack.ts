import {
  auditReading,
  findCopies,
  type IssuedCopy,
  issueCopy,
  type KeptCopy,
  openCopy,
  reading,
  readingOf,
  type SittingPapers,
  type Tx,
} from '@mase/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.js';
import { personsOf } from './copy-persons.js';
import { findOwnPapers, seenByBoth } from './find-papers.js';
import { findLetterPapers } from './letter-papers.js';
import type { PaperAsked } from './paper-forms.js';
import { type Held, heldBy, recordOf } from './paper-model.js';
import { Papers, type Person } from './papers.js';

/** 409: the recipient does not see the sitting, or has no account any more. */
export const noReader = () =>
  new ProblemError({
    status: 409,
    code: 'RECIPIENT_NOT_ADMITTED',
    title: 'No copy for this recipient',
    detail:
      'The recipient has no part in this sitting, or no account any more: there is nothing that his or her copy could show.',
  });

/** Which document of which sitting, for whom. */
export interface Asking extends PaperAsked {
  sittingId: string;
  recipient: Person;
}

/** A numbered copy with what its reader may see. */
export interface Issued {
  papers: Papers;
  copy: IssuedCopy;
  asked: PaperAsked;
  held: Held;
}

/** Reads as the recipient, lets `allow` refuse what was read, numbers the copy and audits it as the person who asks; nothing has left yet. */
export async function issuePack(
  app: FastifyInstance,
  request: FastifyRequest,
  asking: Asking,
  allow: (papers: Papers) => Promise<void>,
): Promise<Issued> {
  const now = app.store.clock();
  const { recipient, sittingId } = asking;
  const who = readingOf(recipient, request.reading.partnershipId);
  const find = asking.kind === 'letter' ? findLetterPapers : findOwnPapers;
  const found = await find(app, who, sittingId);
  if (!found) throw noReader();
  const profile = await app.profileOf(request.reading);
  const about = { recipient, principals: who.principals, profile, now };
  const own = recipient.id === request.reading.userId;
  const whole = new Papers(found, { ...about, asAt: now });
  const fresh = own ? whole : new Papers(await seenByBoth(app, request, found), { ...about, asAt: now });
  await allow(fresh);
  const asked = await withEarlier(app, request, asking, whole);
  const held = heldBy(fresh, asked, app.templates);
  // What somebody has made of another's papers and sees less of is a copy of its own, and replaces nothing of theirs.
  const partial = !own && held.digest !== heldBy(whole, asked, app.templates).digest;
  const copy = await numbered(app, request, asking, {
    record: recordOf(fresh, held),
    document: documentName(asked, partial),
    now,
    persons: personsIn(fresh.found),
  });
  return { papers: new Papers(fresh.found, { ...about, asAt: copy.issuedAt }), copy, asked, held };
}

/** Under what name versions of a paper are counted. */
export function documentName({ kind, item }: PaperAsked, partial = false): string {
  return `${kind}${item ? `:${item}` : ''}${partial ? ':shared' : ''}`;
}

/** Of a supplement, the last version of the recipient's pack that differs from what it would be now. */
async function withEarlier(
  app: FastifyInstance,
  request: FastifyRequest,
  { kind, item, sittingId, recipient }: Asking,
  whole: Papers,
): Promise<PaperAsked> {
  if (kind !== 'supplement') return { kind, ...(item ? { item } : {}) };
  const copies = await reading(app.store, request.reading, (tx) => findCopies(tx, sittingId));
  const { digest } = heldBy(whole, { kind: 'pack' }, app.templates);
  const before = packsOf(copies, recipient.id).findLast((one) => one.digest !== digest);
  return { kind, before: before ?? null };
}

/** A recipient's own packs, the first version first. */
export function packsOf(copies: readonly KeptCopy[], recipientId: string): KeptCopy[] {
  return copiesOf(copies, recipientId, 'pack');
}

/** The versions of one paper that were issued to a recipient, the first one first. */
export function copiesOf(copies: readonly KeptCopy[], recipientId: string, document: string): KeptCopy[] {
  return copies.filter((one) => one.recipientId === recipientId && one.document === document);
}

async function numbered(
  app: FastifyInstance,
  request: FastifyRequest,
  { sittingId, recipient, kind }: Asking,
  about: { record: ReturnType<typeof recordOf>; document: string; now: string; persons: string[] },
): Promise<IssuedCopy> {
  const who = request.reading;
  const { record, document, now, persons } = about;
  return reading(app.store, who, async (tx) => {
    const asked = {
      partnershipId: who.partnershipId,
      recordId: sittingId,
      recipientId: recipient.id,
      document,
    };
    const copy = await issueCopy(tx, { ...asked, ...record, issuedAt: now, issuedBy: who.userId });
    if (recipient.id === who.userId)
      await openCopy(
        tx,
        { recordId: sittingId, recipientId: recipient.id, copyNumber: copy.copyNumber },
        now,
      );
    const reason = `${kind} for ${recipient.id}, copy ${copy.copyNumber}, version ${copy.version}`;
    await auditPack(app, request, tx, sittingId, persons, reason);
    return copy;
  });
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
  return [...new Set([...personsOf(records), ...ends.keys()])];
}
