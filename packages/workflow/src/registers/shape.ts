import type { Context, Fault, RecordKind, Standing } from '../model.js';
import type { ClockRuleId } from '../profile/clock-rule.js';
import type { Role } from '../roles.js';

/** By whom and when something was said. */
export interface Said {
  by: string | null;
  name: string;
  at: string;
}

/** An entry of a register: when it was begun and how it ended; who leads it and until when, where somebody does. */
export interface EntryStanding extends Standing {
  begun: Said | null;
  ended: { how: string; at: string } | null;
  leadId: string | null;
  leadName: string | null;
  /** The day by which something is to be done about it, and the first that was set. */
  due: string | null;
  firstDue: string | null;
}

/** What every payload of a register may hold. */
export interface EntryPayload {
  agencyId?: string;
  leadId?: string;
  due?: string;
  /** Agencies among others of which something is counted. */
  attended?: readonly { agencyId?: string }[];
}

/** A command of a register: what is written of it, and which fields of its payload the entry shows from then on. */
export interface EntryCommand {
  /** The kind of what is written. */
  writes: string;
  keeps: readonly string[];
}

/**
 * A register as data. An entry is begun, may be added to any number of times, and ends in one of a few ways. Where it has
 * a clock somebody leads it: whoever does, and those who begin entries, add to it and end it; elsewhere those alone who
 * begin entries.
 */
export interface RegisterShape {
  name: string;
  kind: RecordKind;
  /** In which state an entry is while it goes on. */
  running: string;
  begin: EntryCommand & { verb: string };
  notes: Readonly<Record<string, EntryCommand>>;
  /** How an entry ends, by command; `cancels` says why its clock is then no longer of use, where the day was not met. */
  ends: Readonly<Record<string, EntryCommand & { to: string; cancels?: string }>>;
  clock?: ClockRuleId;
  /** Who keeps the register, and who that is in words. */
  keepers: readonly Role[];
  words: string;
  readers: readonly Role[];
  /** Fields in which nobody may be named or reached. */
  namesNobody: readonly string[];
  /** What the entry shows before it is begun. */
  blank: object;
  title: (standing: never) => string;
  faults?: { bivariant(context: Context<never, never>): Fault[] }['bivariant'];
}
