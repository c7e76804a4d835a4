import { type ChangeRequest, findCopies, findRecord, findRecordsById, issueCopy, reading } from '@mase/store';
import type { PanelStanding, UserStanding } from '@mase/workflow';
import { idPattern } from '../fields.js';
import { findOwnPapers } from './find-papers.js';
import type { Issuing, IssuingRequest } from './issuing.js';
import { agenciesGiven } from './letter-model.js';
import { issuers, recipientsOf } from './pack-rights.js';
import { Papers, type Person } from './papers.js';
import { copiesDue } from './papers-due.js';

/** One agency to which a sitting gave actions: how many, who there may have the letter, and who was given it. */
export interface AgencyLetter {
  agencyId: string;
  agencyName: string;
  actions: number;
  people: { id: string; name: string }[];
  /** The last letter issued to anybody there; null while none is. */
  issued: IssuedLetter | null;
}

/** A letter as the list tells of it. */
interface IssuedLetter {
  recipientId: string;
  name: string;
  number: number;
  version: number;
  issuedAt: string;
  openedAt: string | null;
}

const over = ['minutesDrafted', 'minutesAgreed'];

/** The agencies that the sitting gave actions, as far as whoever asks sees them; none to those who issue nothing, or before the end. */
export async function findLetters(
  app: Issuing,
  request: IssuingRequest,
  sittingId: string,
): Promise<AgencyLetter[]> {
  const { userId } = request.reading;
  if (!userId || !issuers.some((role) => request.actor.roles.includes(role))) return [];
  const read = await reading(app.store, request.reading, async (tx) => {
    const opened = await findRecord(tx, 'sitting', sittingId);
    if (!opened || !over.includes(opened.record.state as string)) return null;
    const members = (opened.parent?.standing as Partial<PanelStanding> | undefined)?.memberIds ?? [];
    const ids = [...new Set([userId, ...recipientsOf(opened), ...members])];
    return { people: await findRecordsById(tx, ids), copies: await findCopies(tx, sittingId) };
  });
  const found = read && (await findOwnPapers(app, request.reading, sittingId));
  if (!read || !found) return [];
  const people = read.people
    .filter(({ kind }) => kind === 'user')
    .map(({ id, standing }): Person => ({ ...(standing as UserStanding), id }));
  const me = people.find(({ id }) => id === userId);
  if (!me) return [];
  const now = app.store.clock();
  const profile = await app.profileOf(request.reading);
  const about = { recipient: me, principals: request.reading.principals, profile, now, asAt: now };
  const papers = new Papers(found, about);
  return [...agenciesGiven(papers)].map(([agencyId, actions]) => {
    const own = people.filter((one) => one.agencyId === agencyId && !one.endedAt);
    const letter = read.copies.findLast(
      ({ document, recipientId }) => document === 'letter' && own.some(({ id }) => id === recipientId),
    );
    return {
      ...{ agencyId, actions, agencyName: papers.agency(agencyId) ?? 'An agency' },
      people: own.map(({ id, name }) => ({ id, name })),
      issued: letter
        ? {
            recipientId: letter.recipientId,
            name: own.find(({ id }) => id === letter.recipientId)?.name ?? '',
            number: letter.copyNumber,
            version: letter.version,
            issuedAt: letter.issuedAt,
            openedAt: letter.openedAt,
          }
        : null,
    };
  });
}

/**
 * Before letters are issued: what each recipient's would hold, read as that recipient and shown to nobody. Those whose
 * letter is new or different are concerned. With them every agency that whoever issues knows to have an action has its
 * letter, or not yet, or cannot have it: nobody there has a part in the sitting.
 */
export async function findLettersDue(
  app: Issuing,
  request: IssuingRequest,
): Promise<ChangeRequest['within']> {
  const { id: sittingId } = request.params as { id: string };
  const body = request.body as {
    recipients: string[];
    concerned?: string[];
    complete?: boolean;
    unreached?: boolean;
  };
  const mayIssue = issuers.some((role) => request.actor.roles.includes(role));
  if (!mayIssue || !idPattern.test(sittingId)) return undefined;
  const due = await copiesDue(app, request, { sittingId, recipients: body.recipients, document: 'letter' });
  const letters = await findLetters(app, request, sittingId);
  const told = new Set(due.map(({ recipientId }) => recipientId));
  body.concerned = [...told];
  const lacking = letters.filter(
    ({ people, issued }) => issued === null && !people.some(({ id }) => told.has(id)),
  );
  body.complete = letters.length > 0 && lacking.length === 0;
  body.unreached = lacking.length > 0 && lacking.every(({ people }) => people.length === 0);
  return async (tx) => {
    for (const asked of due) await issueCopy(tx, asked);
  };
}
