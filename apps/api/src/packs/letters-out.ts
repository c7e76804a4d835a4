import {
  type ChangeRequest,
  findAgencyLeads,
  findClasses,
  findCopies,
  findRecord,
  findRecordsById,
  issueCopy,
  type Reading,
  reading,
  readingOf,
} from '@mase/store';
import type { EndSittingPayload, PanelStanding, Role, StoredRecord, UserStanding } from '@mase/workflow';
import { idPattern } from '../fields.js';
import { findOwnPapers } from './find-papers.js';
import type { GivenAction } from './given-actions.js';
import type { Issuing, IssuingRequest } from './issuing.js';
import { givenActions } from './letter-model.js';
import { hasSeat, readAs } from './letter-papers.js';
import { issuers, recipientsOf } from './pack-rights.js';
import { Papers, type Person } from './papers.js';
import { copiesDue } from './papers-due.js';

/** A letter with actions that a sitting gave an agency: how many, who there may have it, and who was given it. */
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

/** Who names the owner of what an agency was given. */
const leadRoles: readonly Role[] = ['member', 'manager'];
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
    .filter(({ kind, standing }) => kind === 'user' && !(standing as UserStanding).endedAt)
    .map(({ id, standing }): Person => ({ ...(standing as UserStanding), id }));

/** Whoever a letter is for, and what it would hold of what was given. */
interface Addressed {
  agencyId: string;
  actions: number;
  people: readonly Person[];
}

/**
 * One letter to each agency that has a seat; at any other, one to each owner and one to those who lead it for what has
 * no owner yet: without a seat everybody is sent his or her own.
 */
function addressed(
  given: readonly GivenAction[],
  seated: readonly Person[],
  all: readonly Person[],
): Addressed[] {
  const letters = new Map<string, Addressed>();
  for (const { agencyId, ownerId } of given) {
    if (!agencyId) continue;
    const seats = seated.filter((one) => one.agencyId === agencyId);
    const leads = all.filter(
      (one) => one.agencyId === agencyId && leadRoles.some((role) => one.roles.includes(role)),
    );
    const people = seats.length > 0 ? seats : ownerId ? all.filter(({ id }) => id === ownerId) : leads;
    const key = `${agencyId} ${seats.length > 0 ? '' : (ownerId ?? 'lead')}`;
    const known = letters.get(key);
    if (known) known.actions += 1;
    else letters.set(key, { agencyId, actions: 1, people });
  }
  return [...letters.values()];
}

/** The letters of a sitting that is over, as far as this reading sees what it gave, and who has each. */
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
  const seated = accounts(read?.people ?? []);
  const papers = read && (await papersSeen(app, who, sittingId, seated));
  if (!papers) return [];
  const given = givenActions(papers);
  const others = await outside(app, who, given, seated);
  return addressed(given, seated, others).map(({ agencyId, actions, people }) => {
    const letter = read.copies.findLast(
      ({ document, recipientId }) => document === 'letter' && people.some(({ id }) => id === recipientId),
    );
    return {
      ...{ agencyId, actions, agencyName: papers.agency(agencyId) ?? 'An agency' },
      people: people.map(({ id, name }) => ({ id, name })),
      issued: letter
        ? {
            recipientId: letter.recipientId,
            name: people.find(({ id }) => id === letter.recipientId)?.name ?? '',
            number: letter.copyNumber,
            version: letter.version,
            issuedAt: letter.issuedAt,
            openedAt: letter.openedAt,
          }
        : null,
    };
  });
}

/** The owners and the leads at agencies that have no seat, those who lead first. */
async function outside(
  app: Issuing,
  who: Reading,
  given: readonly GivenAction[],
  seated: readonly Person[],
): Promise<Person[]> {
  const without = given.filter(
    ({ agencyId }) => agencyId && !seated.some((one) => one.agencyId === agencyId),
  );
  const agencies = new Set(
    without.flatMap(({ agencyId, ownerId }) => (agencyId && !ownerId ? [agencyId] : [])),
  );
  const owners = new Set(without.flatMap(({ ownerId }) => ownerId ?? []));
  const found = await reading(app.store, who, async (tx) => [
    ...(await findAgencyLeads(tx, [...agencies])),
    ...(await findRecordsById(tx, [...owners])),
  ]);
  return [...new Map(accounts(found).map((one) => [one.id, one])).values()];
}

/**
 * As the chairs read it, whoever asks, and shown to nobody: what was given to do about those who harm counts as well, and
 * of what is restricted to those named nothing does.
 */
const asChairs = (who: Reading): Reading => readAs(who, 'chair');
/** As everybody who issues letters reads it. */
const asOffice = (who: Reading): Reading => readAs(who, 'coordinator');

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
    unseated?: string[];
    complete?: boolean;
    unreached?: string[];
  };
  const mayIssue = issuers.some((role) => request.actor.roles.includes(role));
  if (!mayIssue || !idPattern.test(sittingId)) return undefined;
  const due = await copiesDue(app, request, { sittingId, recipients: body.recipients, document: 'letter' });
  body.unseated = await withoutSeat(app, request, due, sittingId);
  const told = new Set(due.map(({ recipientId }) => recipientId));
  body.concerned = [...told];
  const lacking = (letters: AgencyLetter[]) =>
    letters.filter(({ people, issued }) => issued === null && !people.some(({ id }) => told.has(id)));
  const all = await lettersSeen(app, asChairs(request.reading), sittingId);
  const without = lacking(all);
  body.complete = all.length > 0 && without.length === 0;
  if (without.length > 0 && without.every(({ people }) => people.length === 0)) {
    const heard = lacking(await lettersSeen(app, asOffice(request.reading), sittingId));
    body.unreached = [...new Set(heard.map(({ agencyName }) => agencyName))];
  }
  return async (tx) => {
    for (const asked of due) await issueCopy(tx, asked);
  };
}

/** Those who are sent a letter without reading the sitting. */
async function withoutSeat(
  app: Issuing,
  request: IssuingRequest,
  due: readonly { recipientId: string }[],
  sittingId: string,
): Promise<string[]> {
  const people = await reading(app.store, request.reading, (tx) =>
    findRecordsById(
      tx,
      due.map(({ recipientId }) => recipientId),
    ),
  );
  const found: string[] = [];
  for (const one of accounts(people)) {
    const who = readingOf(one, request.reading.partnershipId);
    const classes = await reading(app.store, who, (tx) => findClasses(tx, [sittingId]));
    if (!hasSeat(classes.get(sittingId) ?? [])) found.push(one.id);
  }
  return found;
}
