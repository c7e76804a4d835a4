import type { AnyStateMachine } from 'xstate';
import type {
  Actor,
  ContentClass,
  Context,
  Edge,
  Fault,
  Missing,
  QueueLine,
  Reader,
  RecordKind,
  RecordRef,
  SearchTerm,
  Standing,
  StateValue,
  StoredRecord,
  Summary,
} from './model.js';
import type { Grade } from './profile/grade.js';
import type { Role } from './roles.js';

/** What a guard may look at: everything but the payload. */
export type GuardContext<S extends Standing = Standing> = Omit<Context<S>, 'payload'>;

/** A rule of practice: what is missing for it to hold; empty when it holds. */
export type Rule = { bivariant(context: GuardContext<never>): Missing[] }['bivariant'];

/** What one step of a machine wants recorded; the engine turns it into rows. */
export type Effect =
  | { do: 'set'; patch: object }
  | { do: 'write'; kind: string; class: ContentClass; body: object; replaces?: string; happened?: string }
  | {
      do: 'start';
      rule: string;
      who: string;
      start?: string;
      due?: string;
      /** Replaces a running clock of the rule, which is cancelled. */
      again?: boolean;
      /** Replaces a running clock of the rule only where the new one is due earlier: no obligation is put off. */
      sooner?: boolean;
      raised?: boolean;
      grade?: Grade | null;
    }
  | { do: 'reassign'; rules: readonly string[]; from: string; who: string }
  | {
      do: 'end';
      rule: string;
      reason?: string;
      /** Leaves a clock running that started after this happened: what was done before is no answer to it. */
      begun?: boolean;
    }
  /** Gives a running clock of the rule a second due day (YYYY-MM-DD); the first is kept. */
  | { do: 'extend'; rule: string; due: string; reason: string }
  | { do: 'endAll'; reason: string; except?: readonly string[] }
  /** A message about the record itself, or about another one, whose own restriction it then does not heed. */
  | { do: 'send'; kind: string; principal: string; about?: RecordRef }
  | { do: 'find'; terms: SearchTerm[] }
  /** Withdraws terms: the record is found by them no longer. */
  | { do: 'lose'; terms: SearchTerm[] }
  /** Makes the record an edge of the network between two nodes, in the place of the one it was; or none any more. */
  | ({ do: 'tie' } & Edge)
  | { do: 'untie' }
  /** The record itself is joined with these identifiers, and with no others any more. */
  | { do: 'hold'; edges: Edge[] }
  /** Has the links of the record weighed anew: who holds it has changed. */
  | { do: 'reweigh' }
  /** Has links drawn from the record, with whatever else is about the same incident or measure. */
  | { do: 'draw' }
  /** Hangs the record under another, or makes it about another; what is left out stays. */
  | { do: 'move'; parentId?: string | null; subjectId?: string | null };

/** Turns an accepted step into effects. Pure. */
export type Recorder = { bivariant(context: Context<never, never>): Effect[] }['bivariant'];

/** One line of the policy: who may give a command. */
export interface PolicyRow {
  command: string;
  roles: readonly Role[];
  /** The relation that the actor must have to the record; without it the role suffices. */
  relation?: string;
  /** The clock rule whose due clock on the record gives the command; no role is asked of a clock. */
  clock?: string;
  /** True where the system gives it of itself when it finds cause: no role is asked, and no person may. */
  system?: true;
  /** Who that is, in words, for the refusal. */
  words: string;
}

/** Another record that takes part in a command, stepped by its own machine. */
export interface Step {
  record: RecordRef;
  event: string;
  payload: object;
  choice?: string;
  /** For a new record: what it hangs under and what it is about. */
  parentId?: string;
  subjectId?: string;
}

/** How strongly another record is locked. */
export type LockMode = 'update' | 'share';

/** What a command needs besides its primary record. */
export interface CommandDefinition {
  /** True when the primary record must not exist yet. */
  creates?: boolean;
  /**
   * True where it only adds to the record and can overwrite nothing: no version is asked for, the number that readers are
   * shown stays, so that nobody's form is overtaken by it, and a key keeps it from being added twice.
   */
  appends?: true;
  parentOf?: (payload: never, commandId: string) => { parentId?: string; subjectId?: string };
  locks?: {
    parent?: LockMode;
    subject?: LockMode;
    /** The parent's own subject or the subject's parent are reached by naming them here. */
    subjectParent?: LockMode;
    /** Records of these kinds that hang under the primary record, and, when asked, their subjects; so of `namedChildren`. */
    children?: readonly RecordKind[];
    childrenSubjects?: boolean;
    /** And what those subjects hang under that are of these kinds. */
    childrenSubjectsParent?: readonly RecordKind[];
    /** Records of these kinds that hang under what the primary record is about. */
    subjectChildren?: readonly RecordKind[];
    /** Records of these kinds that are about the primary record. */
    about?: readonly RecordKind[];
    /** What those of `about` hang under. */
    aboutParent?: LockMode;
    /** Records of these kinds that hang under what those hang under that are about the primary record. */
    besideAbout?: readonly RecordKind[];
    /**
     * Locks what the actor does not see as well, once he or she sees the primary record, or those that a new one names;
     * and, where the command names others besides, sees each of these:
     * what is decided about who reads, or that the child is missing, must reach it, and the matches of identifiers with
     * what is locked so. Nothing that is written there is read.
     */
    unseen?: boolean;
    /** Records of these kinds that hang under, or are about, what hangs under the primary record and those named. */
    beneath?: readonly RecordKind[];
    /** Records of these kinds that hang under, or are about, what the primary record hangs under. */
    underParent?: readonly RecordKind[];
    /**
     * What hangs under the same record as the primary one and is of its kind, what is joined with that record, and records
     * of these kinds about all that; what those hang under is locked for sharing.
     */
    withParent?: { about: readonly RecordKind[] };
    /** Records of these kinds that hang under, or are about, what the primary record is about. */
    underSubject?: readonly RecordKind[];
    /** Records of these kinds that hang under, or are about, what the subject of the primary record hangs under. */
    underSubjectParent?: readonly RecordKind[];
    /**
     * Records of these kinds that hang under, or are about, the other end of what is between two records, of which one is
     * what the primary record hangs under.
     */
    across?: { through: RecordKind; kinds: readonly RecordKind[] };
    /**
     * Records of this kind that have all of these terms, which the standing or the id of the primary record gives, and what hangs
     * under them of the kinds of `underParent`, and what is about them of those of `about` here. Without terms there are
     * none.
     */
    matched?: {
      kind: RecordKind;
      terms: (standing: never, id: string) => SearchTerm[];
      about?: readonly RecordKind[];
    };
    /**
     * Of the panel of a sitting: its next one that is still to come; or the items that earlier ones left undecided and no
     * later one had, with what they are about, and whom or what such a case is about.
     */
    ofSeries?: 'next' | 'unfinished';
    named?: (payload: never) => RecordRef[];
    /** Records of these kinds that hang under, or are about, those named. */
    namedChildren?: readonly RecordKind[];
    /** What those named hang under. */
    namedParent?: boolean;
  };
  /** Rows and records that are read after the lock. */
  reads?: {
    /** Every row written on the primary record. */
    written?: boolean;
    /** And what was submitted on it, which those alone read who are cleared for it. */
    unsanitised?: true;
    /** And on those records of its own that it locks. */
    writtenOnChildren?: boolean;
    /** And on those of this kind that it locks. */
    writtenOn?: RecordKind;
    /** And on the locked record that it hangs under, or is to. */
    writtenOnParent?: boolean;
    parent?: boolean;
    children?: RecordKind;
    /** Records of these kinds that hang under the child that is locked. */
    underChild?: readonly RecordKind[];
    /** Every record of a kind of which a partnership has few. */
    all?: RecordKind;
    /** Records of a kind that are found by a term of the payload, as far as the actor reads them. */
    alike?: { kind: RecordKind; term: (payload: never) => SearchTerm };
    named?: (payload: never) => RecordRef[];
  };
  /** The one field of the payload that picks the target, and the values it may take. */
  choice?: (payload: never) => string | undefined;
  choices?: readonly string[];
  /** What the texts of an accepted payload leave to be asked; it holds nothing up. */
  asks?: { bivariant(payload: never): Fault[] }['bivariant'];
  /**
   * What history keeps of the payload, where its words stand in a table of their own for the few who are cleared: history
   * then holds their digests alone.
   */
  keeps?: { bivariant(payload: never): object }['bivariant'];
  /** Payload rules: all faults at once. Shapes are checked before. */
  faults?: { bivariant(context: Context<never, never>): Fault[] }['bivariant'];
  /** The other records that step with this one. */
  also?: { bivariant(context: Context<never, never>): Step[] }['bivariant'];
}

/** A topic: its machine says when, its policy says who, its rules say whether, its recorders say what is kept. */
export interface Topic {
  name: string;
  kind: RecordKind;
  machine: AnyStateMachine;
  /**
   * Its records join nodes of the network: its recorders tie and untie them, or say which identifiers they hold.
   * Whoever reads such a record reads what it joins; or those alone who read this class of it.
   */
  joins?: true | ContentClass;
  commands: Record<string, CommandDefinition>;
  rules: Record<string, Rule>;
  recorders: Record<string, Recorder>;
  policy: readonly PolicyRow[];
  /**
   * Present where a record is told of others of which not all its readers may know: the commands of the topic itself that
   * tell of another record. They, and commands of other topics, move no number that readers are shown, and stand in the
   * history for those alone who read what else they changed.
   */
  tellsOfOthers?: readonly string[];
  /** The relations an actor has to a record of this topic; the locked records tell of what it hangs under. */
  relations: {
    bivariant(actor: Actor, record: StoredRecord<never>, locked: readonly StoredRecord[]): string[];
  }['bivariant'];
  /** Payload rules of events that only another topic's command sends. */
  eventFaults?: Record<string, CommandDefinition['faults']>;
  /** The other records that step with such an event. */
  eventAlso?: Record<string, CommandDefinition['also']>;
  /** The standing of a record before its first command. */
  blank: Standing;
  /**
   * Who reads a record by the rules of practice, from its own standing alone: what other records have to do with it,
   * they tell it. Ask `readersOf`, which adds what was decided about this one record.
   */
  readers: { bivariant(record: StoredRecord<never>, at: string): Reader[] }['bivariant'];
  /**
   * Who reads a record although its existence is closed, besides those named: nobody, but for whom what it tells is kept.
   * What is theirs to do stays in their lists.
   */
  closedReaders?: { bivariant(record: StoredRecord<never>, at: string): Reader[] }['bivariant'];
  /** Ids of the persons whose record it is a part of; nobody's for accounts and agencies. */
  persons: { bivariant(record: StoredRecord<never>): string[] }['bivariant'];
  summary: { bivariant(standing: never, state: StateValue): Summary }['bivariant'];
  /** Lines besides those that running clocks give. */
  queue?: { bivariant(record: StoredRecord<never>): QueueLine[] }['bivariant'];
}

/** The guards of a machine, made from rules: a guard holds when nothing is missing. */
export function guardsFrom<T extends Record<string, Rule>>(
  rules: T,
): { [K in keyof T]: (args: { context: Context }) => boolean } {
  const guards = {} as { [K in keyof T]: (args: { context: Context }) => boolean };
  for (const name of Object.keys(rules) as (keyof T)[])
    guards[name] = ({ context }) => (rules[name] as Rule)(context as never).length === 0;
  return guards;
}

/** The actions of a machine, made from recorders: the chart holds their names only, `decide` runs them. */
export function actionsFrom<T extends Record<string, Recorder>>(
  recorders: T,
): { [K in keyof T]: () => void } {
  const actions = {} as { [K in keyof T]: () => void };
  for (const name of Object.keys(recorders) as (keyof T)[]) actions[name] = () => undefined;
  return actions;
}

/**
 * The event by which another record, or a command of its own, tells a record who reads it besides the rules: its
 * payload is the whole `Access`. Every record on the books takes it in every state, so no chart names it.
 */
export const accessEvent = 'receive-access';

/** The code with which a guard says that it belongs to another choice of the same command. */
export const otherChoice = 'otherChoice';

/** A way that is open only where it holds; otherwise it belongs to another choice, or another way back. */
export function otherWay(holds: boolean, words: string): Missing[] {
  return holds ? [] : [{ code: otherChoice, words: `This way is for ${words}.`, who: 'you' }];
}

/** One missing thing. */
export function missing(code: string, words: string, who: string): Missing[] {
  return [{ code, words, who }];
}
