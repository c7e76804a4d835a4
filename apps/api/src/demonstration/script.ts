import { packageTemplates } from '@mase/documents';
import {
  type ChangeOutcome,
  type ChangeRequest,
  change,
  findCopies,
  findForBreakGlass,
  findRecord,
  findRecordsById,
  openCopy,
  type Reading,
  reading,
  readingOf,
  type Store,
} from '@mase/store';
import {
  type AccessRequestStanding,
  type Actor,
  clockPrincipal,
  clockPrincipals,
  type Drawn,
  type DrawSamplePayload,
  englandProfile,
  type StoredRecord,
  type UserStanding,
} from '@mase/workflow';
import { gather } from '../access-requests/gather.js';
import { drawFrom } from '../dip-samples/draw-sample.js';
import { findLettersDue } from '../packs/letters-out.js';
import { findConcerned } from '../packs/papers-due.js';
import type { Founded } from './found.js';
import { demonstrationAgencies, demonstrationPeople } from './people.js';

/** What an accepted command of the script left. */
export interface Given {
  id: string;
  commandId: string;
}

/** One thing that happened, at an instant. */
interface Happening {
  at: string;
  run(): Promise<void>;
}

/**
 * Plays what happened in the demonstration, in the order of time, by real commands. Each command has a key of its own,
 * so that a script that was interrupted goes on where it stopped.
 */
export class Script {
  private readonly happenings: Happening[] = [];
  private step = 0;
  private now = '';

  constructor(
    private readonly store: Store,
    readonly founded: Founded,
    /** The present of the demonstration: everything happened before it. */
    readonly present: string,
    private readonly setClock: (now: string) => void,
  ) {}

  /** Says that something happens at an instant. */
  at(instant: string, run: () => Promise<void>): void {
    this.happenings.push({ at: instant, run });
  }

  /** Plays everything, earliest first. */
  async play(onProgress: (done: number, all: number) => void): Promise<void> {
    const ordered = this.happenings.map((one, index) => ({ ...one, index }));
    ordered.sort((one, other) =>
      one.at === other.at ? one.index - other.index : one.at < other.at ? -1 : 1,
    );
    for (const [index, one] of ordered.entries()) {
      this.tick(one.at);
      await one.run();
      onProgress(index + 1, ordered.length);
    }
  }

  /** The id of a person of the demonstration. */
  person(key: string): string {
    const id = this.founded.people[key];
    if (!id) throw new Error(`The demonstration has nobody named ${key}`);
    return id;
  }

  /** Gives a command as somebody of the demonstration; throws with its words where it is refused. */
  async give(
    who: string,
    name: string,
    payload: object,
    recordId?: string,
    { past, within }: { past?: Reading; within?: ChangeRequest['within'] } = {},
  ): Promise<Given> {
    this.tick(new Date(Date.parse(this.now) + 60_000).toISOString());
    this.step += 1;
    const { actor, reading: as } = this.somebody(who);
    const outcome = await change(this.store, {
      name,
      payload,
      actor,
      reading: past ?? as,
      profile: englandProfile,
      ifMatch: 'any',
      key: { key: `demonstration step ${this.step}`, digest: name },
      ...(recordId === undefined ? {} : { recordId }),
      ...(within ? { within } : {}),
    });
    if (outcome.outcome === 'accepted' || outcome.outcome === 'repeated')
      return { id: outcome.record.id, commandId: outcome.commandId };
    throw new Error(`Step ${this.step}, ${name} by ${who}: ${wordsOf(outcome)}`);
  }

  /** Draws a dip sample from the books as they stand, as the api does. */
  async sample(who: string, asked: Omit<DrawSamplePayload, keyof Drawn>): Promise<Given> {
    const { reading: as } = this.somebody(who);
    const found = await drawFrom(this.store, { reading: as, profile: englandProfile, now: this.now }, asked);
    return this.give(who, 'dip-samples/draw-sample', { ...asked, ...found });
  }

  /** Opens a case in an emergency, as somebody to whom it is not open. */
  async breakGlass(who: string, caseId: string, reason: string): Promise<Given> {
    const { reading: as } = this.somebody(who);
    const past = { ...as, principals: [...as.principals, clockPrincipal] };
    const found = await findForBreakGlass(this.store, past, caseId);
    return this.give(who, 'break-glass/open-record', { reference: caseId, reason, ...found }, undefined, {
      past,
    });
  }

  /** Issues papers or letters of a sitting: a numbered copy for each whose is new or different, as the api does. */
  async issue(
    verb: 'issue-papers' | 'issue-letters',
    recipients: readonly string[],
    sittingId: string,
  ): Promise<void> {
    const office = this.somebody('coordinator');
    const body = { recipients: recipients.map((key) => this.person(key)) };
    const app = { store: this.store, templates: packageTemplates, profileOf: async () => englandProfile };
    const find = verb === 'issue-papers' ? findConcerned : findLettersDue;
    const within = await find(app, { ...office, body, params: { id: sittingId } });
    await this.give('coordinator', `sittings/${verb}`, body, sittingId, { within });
  }

  /** Somebody opens the last copy of the papers of a sitting that he or she was given. */
  async openPapers(who: string, sittingId: string): Promise<void> {
    const recipientId = this.person(who);
    // The account as it stands: it knows the panels of which somebody has become a member since.
    const [account] = await reading(this.store, this.somebody('coordinator').reading, (tx) =>
      findRecordsById(tx, [recipientId]),
    );
    const standing = { ...(account?.standing as UserStanding), id: recipientId };
    const as = readingOf(standing, this.founded.partnershipId);
    await reading(this.store, as, async (tx) => {
      const copy = (await findCopies(tx, sittingId)).findLast((one) => one.recipientId === recipientId);
      if (!copy) throw new Error(`${who} has no papers of this sitting`);
      await openCopy(tx, { recordId: sittingId, recipientId, copyNumber: copy.copyNumber }, this.now);
    });
  }

  /** The item about a case on the agenda of a sitting; the one that is about no record where none is named. */
  async itemOf(sittingId: string, caseId: string | null): Promise<string> {
    const { reading: as } = this.somebody('coordinator');
    const opened = await reading(this.store, as, (tx) => findRecord(tx, 'sitting', sittingId));
    const item = opened?.children.find((one) => (one.subjectId ?? null) === caseId);
    if (!item) throw new Error(`The case ${caseId} is not on the agenda`);
    return item.id;
  }

  /** The child whom a case is about. */
  async childOf(caseId: string): Promise<string> {
    const { reading: as } = this.somebody('governance');
    const opened = await reading(this.store, as, (tx) => findRecord(tx, 'childCase', caseId));
    if (!opened?.parent) throw new Error(`The case ${caseId} is not there`);
    return opened.parent.id;
  }

  /** The person or place that a case is about. */
  async aboutOf(kind: 'personCase' | 'locationCase', caseId: string): Promise<string> {
    const { reading: as } = this.somebody('intelligence');
    const opened = await reading(this.store, as, (tx) => findRecord(tx, kind, caseId));
    if (!opened?.parent) throw new Error(`The case ${caseId} is not there`);
    return opened.parent.id;
  }

  /** Lets a clock of a measure that is due end it, as the worker does. */
  async expireMeasure(id: string): Promise<void> {
    const { reading: as } = this.somebody('intelligence');
    const opened = await reading(this.store, as, (tx) => findRecord(tx, 'disruptionMeasure', id));
    if (opened?.record.state === 'expired') return;
    const clock = opened?.record.standing.clocks.find(({ rule }) => rule === 'measure-expiry');
    if (!clock) throw new Error(`The measure ${id} has no last day`);
    const outcome = await change(this.store, {
      name: 'disruption-measures/expire-measure',
      recordId: id,
      payload: {},
      actor: { kind: 'clock', userId: null, name: 'Clock', agencyId: null, teamId: null, roles: [], clock },
      reading: { ...as, principals: clockPrincipals },
      profile: englandProfile,
      happened: clock.due,
      ifMatch: 'any',
    });
    if (outcome.outcome !== 'accepted') throw new Error(`The end of measure ${id}: ${wordsOf(outcome)}`);
  }

  /** Gathers the bundle of a request for access, as information governance reads what there is. */
  async gatherBundle(requestId: string): Promise<void> {
    const { reading: as } = this.somebody('governance');
    const items = await reading(this.store, as, async (tx) => {
      const opened = await findRecord(tx, 'accessRequest', requestId);
      return opened ? gather(tx, opened.record as StoredRecord<AccessRequestStanding>) : [];
    });
    const references = items.map(({ text: _text, ...item }) => item);
    await this.give('governance', 'access-requests/gather-bundle', { items: references }, requestId);
  }

  private tick(instant: string): void {
    this.now = instant;
    this.setClock(instant);
  }

  private somebody(key: string): { actor: Actor; reading: Reading } {
    const person = demonstrationPeople.find((one) => one.key === key);
    if (!person) throw new Error(`The demonstration has nobody named ${key}`);
    const id = this.person(key);
    const agency = demonstrationAgencies.find((one) => one.key === person.agency);
    const common = {
      name: person.name,
      agencyId: this.founded.agencies[agency?.key ?? ''] as string,
      teamId: person.team ?? null,
      roles: person.roles,
    };
    const standing = { ...common, id } as UserStanding & { id: string };
    return {
      actor: { kind: 'user', userId: id, ...common },
      reading: readingOf(standing, this.founded.partnershipId),
    };
  }
}

function wordsOf(outcome: ChangeOutcome): string {
  if (outcome.outcome !== 'refused') return outcome.outcome;
  const { missing, faults, state } = outcome.refusal;
  return JSON.stringify({ state, missing: missing.map((one) => one.words), faults });
}
