import type { Access, ContentClass, Post, QueueLine, Reader } from './access-shapes.js';
import type { IdentifierKind } from './identifiers/identifier.js';
import type { Profile } from './profile/profile.js';
import type { RecordKind } from './record-kind.js';
import type { Role } from './roles.js';

export * from './access-shapes.js';
export type { RecordKind };

/** Which record: its kind and its id (a version 7 UUID). */
export interface RecordRef {
  kind: RecordKind;
  id: string;
}

/** A state as XState writes it: one word, or one word for each region. */
export type StateValue = string | { [region: string]: string };

/** A dated obligation that still runs. Times are ISO 8601 instants in UTC. */
export interface RunningClock {
  id: string;
  rule: string;
  start: string;
  due: string;
  /** The principal whose list carries it. */
  who: string;
  /** Set where it was extended: when it was due first, who extended it, and why. */
  extended?: { from: string; by: string; reason: string };
}

/** What every standing holds; each topic adds its own fields. At most 4 KB as canonical JSON, and 8 KB with its clocks. */
export interface Standing {
  clocks: RunningClock[];
  /** Absent where the rules of the topic alone say who reads. */
  access?: Access;
}

/** A record as it is stored now, already locked when `decide` sees it. */
export interface StoredRecord<S extends Standing = Standing> extends RecordRef {
  /** As its readers are shown it; `storedVersion` gives the one that is stored. */
  version: number;
  /** How many steps that version leaves out, as they tell of other records. */
  uncounted?: number;
  state: StateValue;
  standing: S;
  /** When its last command was accepted. */
  at: string;
  parentId: string | null;
  subjectId: string | null;
}

/** Who asks: a person, a due clock, an import on somebody's behalf, or an operator at the command line. */
export interface Actor {
  kind: 'user' | 'clock' | 'import' | 'operator';
  userId: string | null;
  name: string;
  agencyId: string | null;
  teamId: string | null;
  roles: readonly Role[];
  /** Parts that he or she fills for others now, each permitted as if it were his or her own. */
  posts?: readonly Post[];
  /** In a part that holds the work of another: who that is. It is never the author of anything. */
  standsInFor?: string;
  /** In a part that is filled for another: whose it is; null where it was nobody's. Absent in one's own part. */
  inPlaceOf?: string | null;
  /** The clock that asks, where a clock does. */
  clock?: Pick<RunningClock, 'id' | 'rule'>;
}

/** What somebody asks a record to do. Accepted commands are its history. */
export interface Command<P extends object = object> {
  /** Id of the command and of its entry in the primary record's history. Every id it creates derives from it. */
  id: string;
  name: string;
  record: RecordRef;
  actor: Actor;
  /** When it happened, as given; never in the future. Starts clocks. */
  happened: string;
  /** When it was accepted: taken after the lock, later than the record's previous `at`. Orders history. */
  at: string;
  payload: P;
}

/** Something that stands in the way, in words, and who can supply it. */
export interface Missing {
  code: string;
  words: string;
  who: string;
}

/** A fault of the payload: where (JSON pointer), a stable code, and why in words. */
export interface Fault {
  pointer: string;
  code: string;
  detail: string;
}

/** A command that could be given now, or what is missing for it. */
export interface Allowed {
  command: string;
  choice?: string;
  available: boolean;
  missing: Missing[];
}

/** What was written, as its own append-only row: an assessment, a view, a decision. */
export interface WrittenRow {
  id: string;
  kind: string;
  class: ContentClass;
  /** The record it belongs to. */
  record: RecordRef;
  /** The row it replaces, which stays, marked wrong. */
  replaces: string | null;
  happened: string;
  body: object;
  /** Who wrote it, where it is read back as a fact. */
  authorId?: string | null;
}

/** How a clock ended. */
export interface EndedClock {
  id: string;
  rule: string;
  start: string;
  due: string;
  ended: string;
  /** `extended`: its obligation goes on under a second due date. */
  how: 'met' | 'metLate' | 'missed' | 'cancelled' | 'extended';
  reason: string | null;
}

/** A message to send after the commit: ids only, never a name. */
export interface Outgoing {
  id: string;
  kind: string;
  principal: string;
  record: RecordRef;
}

/** A word or number by which a record is found. */
export interface SearchTerm {
  kind:
    | 'name'
    | 'birthDate'
    | 'localId'
    | 'reference'
    | IdentifierKind
    /** Looser than the identifier: a name in any place online, a house at a postcode, a box whatever its note. */
    | 'handleAnywhere'
    | 'houseAtPostcode'
    | 'emailBox'
    /** What the children of a cluster share, as a node of the network. */
    | 'hub'
    /** The id of a child of a cluster. */
    | 'clusterChild'
    /** The id of the incident or measure from which a link was drawn. */
    | 'drawnFrom'
    /** The id of one of the two records of a match. */
    | 'matchEnd';
  term: string;
}

/** What makes a record part of the network: two nodes that it joins, and the local dates between which it was known to. */
export interface Edge {
  ends: readonly [string, string];
  firstOn: string;
  lastOn: string;
}

/** The facts that stand as columns beside a standing, for lists and keys. */
export interface Summary {
  title: string;
  reference: string | null;
  /** Another fact by which lists select: the confirmed or proposed grade, whichever rules. */
  grade: string | null;
  ownerId: string | null;
  teamId: string | null;
  /** When the next step is due. */
  nextDue: string | null;
  nextStep: string | null;
  openedAt: string | null;
  closedAt: string | null;
}

/** What happens to one record because of a command. */
export interface RecordChange {
  kind: RecordKind;
  id: string;
  /** The stored version that it changes; 0 when the record is new. */
  fromVersion: number;
  fromState: StateValue;
  state: StateValue;
  standing: Standing;
  /** What the record hangs under and is about from now on; an effect may have moved it. */
  parentId: string | null;
  subjectId: string | null;
  summary: Summary;
  /** Ids of the persons whose record this is a part of: whom an audit of a look or a change names. */
  persons: string[];
  /** Persons whose record it was a part of until now. */
  personsLeft: string[];
  readersAdded: Reader[];
  readersRemoved: Reader[];
  queueAdded: QueueLine[];
  queueRemoved: QueueLine[];
  started: RunningClock[];
  ended: EndedClock[];
  /** Clocks that run on, but in another person's list from now on. */
  reassigned: RunningClock[];
  written: WrittenRow[];
  terms: SearchTerm[];
  /** Terms by which the record is found no longer. */
  termsGone: SearchTerm[];
  /** All that it joins from now on, nothing where that is at an end; absent where that stays as it was. */
  edges?: readonly Edge[];
  /** Everybody who reads what it joins, where that or who reads it is new: it is kept beside what is joined. */
  edgeReaders?: Reader[];
  /** Whether the links of the record are to be weighed anew, as who holds it has changed. */
  reweigh?: true;
  /** Whether links are to be drawn from it. */
  draw?: true;
  /** Whether matches with it are to be weighed anew: what they follow of it has changed. */
  rematch?: true;
  /** The payload as this record's own topic understood it. */
  payload: object;
  /** The event that the machine took. */
  event: string;
}

/** Everything that an accepted command writes. */
export interface Changes {
  records: RecordChange[];
  outgoing: Outgoing[];
  /** The part that the actor filled for another in giving the command, where it was not his or her own. */
  post?: Post;
}

/** Why a command was refused, and what would be accepted now. Nothing has changed. */
export interface Refusal {
  reason: 'forbidden' | 'refused' | 'faulty';
  command: string;
  state: StateValue;
  missing: Missing[];
  faults: Fault[];
  allowed: Allowed[];
}

/** The answer of `decide`. */
export type Decision = { changes: Changes } | { refusal: Refusal };

/** What a command reads after the lock besides the locked records. */
export interface Facts {
  /** Records that were read, not locked: their invariants do not matter to this command. */
  related: readonly StoredRecord[];
  /** Rows written earlier on the primary record, newest first, of the kinds that were asked for. */
  written: readonly WrittenRow[];
}

/** All that a rule may look at. */
export interface Context<S extends Standing = Standing, P extends object = object> {
  record: StoredRecord<S>;
  /** Every locked record, the primary among them. */
  locked: readonly StoredRecord[];
  facts: Facts;
  profile: Profile;
  actor: Actor;
  /** Instants: when it happened and when it is accepted. */
  happened: string;
  at: string;
  choice: string | undefined;
  payload: P;
  commandId: string;
}
