import {
  type ChangeRequest,
  type CopyAsked,
  findCopies,
  findRecord,
  findRecordsById,
  issueCopy,
  reading,
  readingOf,
} from '@mase/store';
import type { IssuePapersPayload, PaperFigures, UserStanding } from '@mase/workflow';
import { idPattern } from '../fields.js';
import { countFigures } from './count-figures.js';
import { findOwnPapers } from './find-papers.js';
import { copiesOf } from './issue-pack.js';
import type { Issuing, IssuingRequest } from './issuing.js';
import { letterContent } from './letter-model.js';
import { findLetterPapers } from './letter-papers.js';
import { issuers, recallOf } from './pack-rights.js';
import { heldBy, recordOf } from './paper-model.js';
import { Papers, type Person } from './papers.js';
import { figuresIn } from './themes-and-figures.js';

/**
 * Before papers are issued: what each recipient's pack would hold, read as that recipient and shown to nobody. Those
 * whose pack is new or different are concerned: they alone are told, and their copies are numbered with the command.
 */
export async function findConcerned(app: Issuing, request: IssuingRequest): Promise<ChangeRequest['within']> {
  const { id: sittingId } = request.params as { id: string };
  const body = request.body as Pick<IssuePapersPayload, 'recipients' | 'concerned' | 'figures'>;
  const mayIssue = issuers.some((role) => request.actor.roles.includes(role));
  if (!mayIssue || !idPattern.test(sittingId)) return undefined;
  const figures = await figuresToGo(app, request, sittingId);
  const due = await copiesDue(app, request, {
    ...{ sittingId, recipients: body.recipients, document: 'pack', figures },
  });
  if (figures) body.figures = figures;
  body.concerned = due.map(({ recipientId }) => recipientId);
  return async (tx) => {
    for (const asked of due) await issueCopy(tx, asked);
  };
}

/** Which paper is to go out, and to whom. */
interface DueAsked {
  sittingId: string;
  recipients: readonly string[];
  document: 'pack' | 'letter';
  figures?: PaperFigures | null;
}

/** The figures that went out with these papers before; else those that are counted now. Null where whoever asks does not see the sitting. */
async function figuresToGo(
  app: Issuing,
  request: IssuingRequest,
  sittingId: string,
): Promise<PaperFigures | null> {
  const sitting = await reading(app.store, request.reading, (tx) => findRecord(tx, 'sitting', sittingId));
  if (!sitting) return null;
  return figuresIn(sitting.written) ?? countFigures(app, request);
}

/** The copies that would go out now, to those whose papers are new or different. */
export async function copiesDue(
  app: Issuing,
  request: IssuingRequest,
  { sittingId, recipients, document, figures }: DueAsked,
): Promise<CopyAsked[]> {
  const now = app.store.clock();
  const { partnershipId, userId } = request.reading;
  const { copies, people, sitting } = await reading(app.store, request.reading, async (tx) => ({
    sitting: await findRecord(tx, 'sitting', sittingId),
    copies: await findCopies(tx, sittingId),
    people: await findRecordsById(tx, [...new Set(recipients)]),
  }));
  const profile = await app.profileOf(request.reading);
  const due: CopyAsked[] = [];
  for (const { kind, id, standing } of people) {
    const recipient: Person = { ...(standing as UserStanding), id };
    if (kind !== 'user' || recipient.endedAt) continue;
    const who = readingOf(recipient, partnershipId);
    const find = document === 'letter' ? findLetterPapers : findOwnPapers;
    const found = await find(app, who, sittingId);
    // Whoever has no part in the sitting gets nothing: the list of copies says so.
    if (!found) continue;
    const about = { recipient, principals: who.principals, profile, now, asAt: now };
    const papers = new Papers(found, { ...about, ...(figures ? { figures } : {}) });
    // An agency that was given nothing, as far as this recipient sees, has no letter.
    if (document === 'letter' && letterContent(papers) === null) continue;
    const held = heldBy(papers, { kind: document }, app.templates);
    // Whoever has the same copy already has nothing new, but where it was recalled since.
    const again = document === 'pack' && sitting !== null && recallOf(sitting, id) !== undefined;
    if (!again && copiesOf(copies, id, document).at(-1)?.digest === held.digest) continue;
    const asked = { partnershipId, recordId: sittingId, recipientId: id, document };
    due.push({ ...asked, ...recordOf(papers, held), issuedAt: now, issuedBy: userId });
  }
  return due;
}
