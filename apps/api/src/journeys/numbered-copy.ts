import { type DocumentHead, type DocumentTemplate, dateTimeWords } from '@mase/documents';
import { findRecordsById, type IssuedCopy, issueCopy, openCopy, type Tx } from '@mase/store';
import type { AgencyStanding, Profile } from '@mase/workflow';
import type { FastifyRequest } from 'fastify';
import { roleWords } from '../packs/code-words.js';
import { type Behind, keptParts } from '../packs/issued-content.js';
import { paperDigest } from '../packs/paper-digest.js';
import type { PaperTitle } from '../packs/paper-head.js';
import { headWith } from '../packs/paper-model.js';
import type { Asking } from '../view.js';

/** A document about to be numbered as a copy of a record: what it says, made of what, by which template. */
export interface ToNumber {
  recordId: string;
  /** Under what name its versions are counted. */
  document: string;
  title: PaperTitle;
  content: object;
  template: Pick<DocumentTemplate<never>, 'mark'>;
  behind: Behind;
}

/** What a copy says, whoever reads it: two copies of the same content have one digest, which shows that they are the same. */
export function contentDigest({
  title,
  content,
  template,
}: Pick<ToNumber, 'title' | 'content'> & { template: string }): string {
  return paperDigest({ ...title, recipient: '', role: '', agency: '' }, content, template);
}

/**
 * Numbers a copy for whoever asks, who opens it by asking; the copy that he or she has already where it says the same.
 * Answers the head with which it is printed.
 */
export async function numberedCopy(
  tx: Tx,
  request: FastifyRequest,
  { recordId, document, title, content, template: { mark }, behind }: ToNumber,
  { now, profile }: Pick<Asking, 'now' | 'profile'>,
): Promise<{ copy: IssuedCopy; head: DocumentHead }> {
  const { partnershipId, userId } = request.reading;
  const asked = { recordId, recipientId: userId };
  const copy = await issueCopy(tx, {
    ...{ ...asked, partnershipId, document, issuedAt: now, issuedBy: userId },
    ...{ digest: contentDigest({ title, content, template: mark }), parts: {}, template: mark, reports: [] },
    ...{ held: keptParts(behind, { title, content }, recordId), disruption: false },
  });
  await openCopy(tx, { ...asked, copyNumber: copy.copyNumber }, now);
  const issued = dateTimeWords(copy.issuedAt, profile.timeZone);
  const of = Math.max(copy.copies, copy.copyNumber);
  return { copy, head: headWith(title, copy, { of, issued }) };
}

/** The title of a document for whoever asks. */
export async function titleFor(
  tx: Tx,
  { actor, profile }: Asking,
  { title, partnership }: Pick<PaperTitle, 'title' | 'partnership'>,
): Promise<PaperTitle> {
  const [agency] = actor.agencyId ? await findRecordsById(tx, [actor.agencyId]) : [];
  const { name = 'No agency' } = (agency?.standing ?? {}) as Partial<AgencyStanding>;
  return {
    ...{ title, partnership, marking: (profile as Profile).protectiveMarking },
    ...{ recipient: actor.name, role: roleWords(actor.roles) ?? 'No role', agency: name },
  };
}
