import { findClasses, findCopies, findRecord, findRecordsById, reading, readingOf } from '@mase/store';
import type { AgencyStanding, SittingStanding, StoredRecord, UserStanding } from '@mase/workflow';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answersOf, idParams, shownSchema } from '../description/answers.js';
import { notVisible } from '../problem.js';
import { idOf } from '../view.js';
import { type CopyState, changedItems, type KnownItems, knownItems, toldVersions } from './copies-told.js';
import { findOwnPapers, seenByBoth } from './find-papers.js';
import type { GivenAction } from './given-actions.js';
import { packsOf } from './issue-pack.js';
import { givenActions } from './letter-model.js';
import { findLetters } from './letters-out.js';
import { chairs, issuers, opensIssued, readsAllCopies, recallOf, recipientsOf } from './pack-rights.js';
import { heldBy } from './paper-model.js';
import { Papers, type Person } from './papers.js';

const schema = {
  tags: ['sittings'],
  operationId: 'sittings.copies',
  summary:
    'Whose copies of the papers the reader may fetch: to the office and the chairs all, to others their own',
  params: idParams,
  response: { 200: shownSchema('CopiesView', 'plain', 'The recipients'), ...answersOf(401, 404, 503) },
};

/** A recipient of the papers; `fetch` says whether the reader may have this copy made, `why` in words why not. */
interface CopyView {
  recipientId: string;
  name: string;
  agencyName: string | null;
  fetch: boolean;
  why: string | null;
  /** Whether the copy can be had of the minutes too. */
  minutes: boolean;
  /** Whether there is a letter with the actions that the sitting gave the recipient's agency. */
  letter: boolean;
  /** The last version issued; null before the first. */
  copy: CopyState | null;
  /** The items of the agenda that changed since, as the reader knows them: the next issue gives a new version. */
  changed: string[];
  /** When and why it was recalled; null where it was not. */
  recalled: { at: string; reason: string; by: string } | null;
  /** The versions that the reader may open as they were issued, the first one first. */
  versions: Pick<CopyState, 'number' | 'version' | 'issuedAt'>[];
}

const notYours = 'Only the recipient, the coordinator and the chair fetch this copy.';
const noPart = 'The recipient has no part in this sitting: there is nothing to show.';
const taken = 'It was recalled: it can no longer be fetched or opened.';
const disruption = 'It may show a disruption part: its recipient fetches it, or the chair.';

/** `GET /api/v1/sittings/:id/copies`: the copies of the papers; whoever is neither of the office nor a chair nor an auditor reads of his or her own alone; nothing of a child. */
export function listCopies(app: FastifyInstance): void {
  app.get('/api/v1/sittings/:id/copies', { schema }, async (request) => {
    const sittingId = idOf(request);
    const found = await reading(app.store, request.reading, async (tx) => {
      const sitting = await findRecord(tx, 'sitting', sittingId);
      if (!sitting) throw notVisible();
      const all = readsAllCopies(request.actor);
      const shown = recipientsOf(sitting).filter((id) => all || id === request.reading.userId);
      const people = peopleIn(await findRecordsById(tx, [...shown, request.reading.userId]));
      const named = await findRecordsById(
        tx,
        people.map(({ agencyId }) => agencyId),
      );
      const names = new Map(named.map((one) => [one.id, (one.standing as unknown as AgencyStanding).name]));
      const { minutesVersion } = sitting.record.standing as SittingStanding;
      const copies = await findCopies(tx, sittingId);
      return {
        sitting,
        recipients: people.filter(({ id }) => shown.includes(id)),
        people,
        names,
        copies,
        minutesVersion,
      };
    });
    const me = found.people.find(({ id }) => id === request.reading.userId);
    const mine = me ? await papersAs(app, request, { sittingId, recipient: me }) : null;
    const about: About = {
      ...{ sittingId, copies: found.copies, hasMinutes: found.minutesVersion > 0 },
      items: mine ? knownItems(mine.own) : { items: [], ids: [] },
      given: mine ? givenActions(mine.own) : [],
      recallOf: (id) => recallOf(found.sitting, id) ?? null,
    };
    const items = found.recipients.map(async (person): Promise<CopyView> => {
      const agencyName = found.names.get(person.agencyId) ?? null;
      return {
        recipientId: person.id,
        name: person.name,
        agencyName,
        ...(await copyOf(app, request, person, about)),
      };
    });
    const sorted = (await Promise.all(items)).sort((one, other) => one.name.localeCompare(other.name));
    return { items: sorted, letters: await findLetters(app, request, sittingId) };
  });
}

function peopleIn(records: readonly StoredRecord[]): Person[] {
  return records
    .filter((one) => one.kind === 'user' && !(one.standing as UserStanding).endedAt)
    .map((one) => ({ ...(one.standing as UserStanding), id: one.id }));
}

/** What the list is made of that is the same for every recipient: what is recorded of the copies, and what the reader knows. */
interface About {
  sittingId: string;
  copies: Awaited<ReturnType<typeof findCopies>>;
  hasMinutes: boolean;
  items: KnownItems;
  given: readonly GivenAction[];
  recallOf(recipientId: string): CopyView['recalled'];
}

/**
 * What the list says of one recipient, from what was recorded when copies were issued and from which records he or she
 * reads now. The papers are read as the recipient only where an entry that may have changed them was recorded since.
 */
async function copyOf(
  app: FastifyInstance,
  request: FastifyRequest,
  recipient: Person,
  about: About,
): Promise<Omit<CopyView, 'recipientId' | 'name' | 'agencyName'>> {
  const { sittingId, items, given } = about;
  const who = readingOf(recipient, request.reading.partnershipId);
  const classes = await reading(app.store, who, (tx) => findClasses(tx, [sittingId, ...items.ids]));
  const sees = classes.get(sittingId)?.some((one) => one !== 'existence') ?? false;
  const packs = packsOf(about.copies, recipient.id);
  const last = packs.at(-1);
  const holdsDisruption = async () =>
    last && last.held.length > 0
      ? last.disruption
      : readsDisruption((await papersAs(app, request, { sittingId, recipient }))?.own);
  const recalled = about.recallOf(recipient.id);
  const why = recalled ? taken : await refusalOf(request, recipient, { sees, holdsDisruption });
  const may = why === null && sees;
  const told = toldVersions(packs, items, classes);
  const since = told.at(-1);
  const changed = since && sees && !recalled ? changedItems(items, classes, since) : [];
  const own = recipient.id === request.reading.userId;
  const opens = opensIssued(request.actor, { recipientId: recipient.id }) && !(own && recalled);
  return {
    ...{ fetch: why === null, why },
    minutes: may && about.hasMinutes && (classes.get(sittingId)?.includes('sheet') ?? false),
    letter:
      may && given.some(({ agencyId, itemId }) => agencyId === recipient.agencyId && classes.has(itemId)),
    copy: since ? stateOf(since) : null,
    recalled,
    changed:
      changed.length > 0 && since
        ? await differing(app, request, { sittingId, recipient, since, items })
        : [],
    versions: opens ? told.filter(({ held }) => held.length > 0).map(stateOf) : [],
  };
}

const stateOf = ({ number, version, issuedAt, openedAt }: CopyState): CopyState => ({
  ...{ number, version, issuedAt, openedAt },
});

/** The items of which a recipient's pack would say something else now, as the reader knows them: all is read as the recipient. */
async function differing(
  app: FastifyInstance,
  request: FastifyRequest,
  asked: {
    sittingId: string;
    recipient: Person;
    since: { parts: { [part: string]: string } };
    items: KnownItems;
  },
): Promise<string[]> {
  const both = await papersAs(app, request, asked);
  if (!both) return [];
  const { parts } = heldBy(both.own, { kind: 'pack' }, app.templates);
  const shown = new Set(both.shown.itemsOf(both.shown.sitting).map(({ id }) => id));
  return asked.items.items
    .filter(({ id }) => shown.has(id) && asked.since.parts[id] !== parts[id])
    .map(({ title }) => title);
}

/** What a recipient would be shown, alone and with the reader; null where he or she has no part in the sitting. Nothing of it leaves. */
async function papersAs(
  app: FastifyInstance,
  request: FastifyRequest,
  { sittingId, recipient }: { sittingId: string; recipient: Person },
): Promise<{ own: Papers; shown: Papers } | null> {
  const mine = recipient.id === request.reading.userId;
  const who = mine ? request.reading : readingOf(recipient, request.reading.partnershipId);
  const found = await findOwnPapers(app, who, sittingId);
  if (!found) return null;
  const profile = await app.profileOf(request.reading);
  const now = app.store.clock();
  const about = { recipient, principals: who.principals, profile, now, asAt: now };
  const own = new Papers(found, about);
  return { own, shown: mine ? own : new Papers(await seenByBoth(app, request, found), about) };
}

const readsDisruption = (papers: Papers | undefined): boolean =>
  [...(papers?.found.classes.values() ?? [])].some((classes) => classes.includes('disruption'));

/** Why the reader may not have a recipient's copy made; null where he or she may. */
async function refusalOf(
  { actor }: FastifyRequest,
  { id }: Person,
  { sees, holdsDisruption }: { sees: boolean; holdsDisruption: () => Promise<boolean> },
): Promise<string | null> {
  if (id !== actor.userId && !issuers.some((role) => actor.roles.includes(role))) return notYours;
  if (!sees) return noPart;
  if (id === actor.userId || chairs.some((role) => actor.roles.includes(role))) return null;
  return (await holdsDisruption()) ? disruption : null;
}
