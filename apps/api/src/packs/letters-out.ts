import {
  type ChangeRequest,
  findCopies,
  findRecord,
  findRecordsById,
  issueCopy,
  type Reading,
  reading,
} from '@mase/store';
import {
  type EndSittingPayload,
  type PanelStanding,
  principalsOf,
  type Role,
  type StoredRecord,
  type UserStanding,
} from '@mase/workflow';
import { idPattern } from '../fields.js';
import { findOwnPapers } from './find-papers.js';
import type { Issuing, IssuingRequest } from './issuing.js';
import { agenciesGiven, givenActions } from './letter-model.js';
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
  const mayIssue = issuers.some((role) => request.actor.roles.includes(role));
  return mayIssue ? lettersSeen(app, request.reading, sittingId) : [];
}

/** The papers of a sitting as somebody reads them who is at work on its letters; null where the sitting is not there for this reading. */
async function papersSeen(
  app: Issuing,
  who: Reading,
  sittingId: string,
  people: readonly Person[],
): Promise<Papers | null> {
  const found = await findOwnPapers(app, who, sittingId);
  const me = people.find(({ id }) => id === who.userId);
  if (!found || !me) return null;
  const now = app.store.clock();
  const profile = await app.profileOf(who);
  return new Papers(found, { recipient: me, principals: who.principals, profile, now, asAt: now });
}

const accounts = (records: readonly StoredRecord[]): Person[] =>
  records
    .filter(({ kind }) => kind === 'user')
    .map(({ id, standing }): Person => ({ ...(standing as UserStanding), id }));

/** The agencies that a sitting which is over gave actions, as far as this reading sees them, and what each has of them. */
async function lettersSeen(app: Issuing, who: Reading, sittingId: string): Promise<AgencyLetter[]> {
  const { userId } = who;
  if (!userId) return [];
  const read = await reading(app.store, who, async (tx) => {
    const opened = await findRecord(tx, 'sitting', sittingId);
    if (!opened || !over.includes(opened.record.state as string)) return null;
    const members = (opened.parent?.standing as Partial<PanelStanding> | undefined)?.memberIds ?? [];
    const ids = [...new Set([userId, ...recipientsOf(opened), ...members])];
    return { people: await findRecordsById(tx, ids), copies: await findCopies(tx, sittingId) };
  });
  const people = accounts(read?.people ?? []);
  const papers = read && (await papersSeen(app, who, sittingId, people));
  if (!papers) return [];
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
 * As the chairs read it, whoever asks, and shown to nobody: what was given to do about those who harm counts as well, and
 * of what is restricted to those named nothing does.
 */
const asChairs = (who: Reading): Reading => readAs(who, 'chair');
/** As everybody who issues letters reads it. */
const asOffice = (who: Reading): Reading => readAs(who, 'coordinator');

/** What one role reads by itself: nothing that somebody is named for, or has opened in an emergency. */
function readAs({ glass: _opened, ...who }: Reading, role: Role): Reading {
  const nobody = { userId: null, agencyId: null, teamId: null };
  return { ...who, principals: principalsOf({ ...nobody, roles: [role] }) };
}

/** Before a sitting ends: whether it gave anything to do, of whichever part. That alone is said, by the clock of the letters. */
export async function findGiven(app: Issuing, request: IssuingRequest): Promise<void> {
  const { id } = request.params as { id: string };
  const mayEnd = issuers.some((role) => request.actor.roles.includes(role));
  const who = asChairs(request.reading);
  if (!mayEnd || !who.userId || !idPattern.test(id)) return;
  const people = accounts(await reading(app.store, who, (tx) => findRecordsById(tx, [who.userId as string])));
  const papers = await papersSeen(app, who, id, people);
  if (papers) (request.body as EndSittingPayload).gave = givenActions(papers).length > 0;
}

/**
 * Before letters are issued: what each recipient's would hold, read as that recipient and shown to nobody. Those whose
 * letter is new or different are concerned. With them every agency that has an action has its letter, or not yet, or
 * cannot have it: nobody there has a part in the sitting. Whoever issues them, the letters of all agencies count.
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
    unreached?: string[];
  };
  const mayIssue = issuers.some((role) => request.actor.roles.includes(role));
  if (!mayIssue || !idPattern.test(sittingId)) return undefined;
  const due = await copiesDue(app, request, { sittingId, recipients: body.recipients, document: 'letter' });
  const told = new Set(due.map(({ recipientId }) => recipientId));
  body.concerned = [...told];
  const lacking = (letters: AgencyLetter[]) =>
    letters.filter(({ people, issued }) => issued === null && !people.some(({ id }) => told.has(id)));
  const all = await lettersSeen(app, asChairs(request.reading), sittingId);
  const without = lacking(all);
  body.complete = all.length > 0 && without.length === 0;
  if (without.length > 0 && without.every(({ people }) => people.length === 0)) {
    const heard = lacking(await lettersSeen(app, asOffice(request.reading), sittingId));
    body.unreached = heard.map(({ agencyName }) => agencyName);
  }
  return async (tx) => {
    for (const asked of due) await issueCopy(tx, asked);
  };
}
