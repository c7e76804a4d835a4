import type { Role } from './roles.js';

/** A class of content; who may read one may not therefore read another. */
export const contentClasses = [
  'existence',
  'receipt',
  'own',
  'identity',
  'safety',
  'disruption',
  'sheet',
  'case',
  'transfer',
  'restricted',
  'caution',
  'sharing',
  'unsanitised',
] as const;
/** The name of one of these classes. */
export type ContentClass = (typeof contentClasses)[number];

/** Somebody who reads a record by name: which classes, and until when (null: until this is taken back). */
export interface NamedReader {
  userId: string;
  classes: ContentClass[];
  until: string | null;
}

/**
 * What was decided about who reads a record, besides the rules of its topic. It stands in the standing, so that the
 * readers of a record follow from its own history; a case tells its child, actions and items.
 */
export interface Access {
  /** Existence is closed: the rules of the topic give nobody anything, those named alone read. */
  closed?: boolean;
  /** Read by name: those of a restricted case, or for an hour whoever broke the glass. */
  named?: NamedReader[];
  /** Ids of users who read nothing of it, whatever their roles: a personal connection, somebody shut out. */
  without?: string[];
}

/** One line of who may read what of a record, until when (null: without end), and who may not though the line fits. */
export interface Reader {
  principal: string;
  class: ContentClass;
  until: string | null;
  without?: readonly string[];
}

/** One line in somebody's list: the earliest thing that waits for this principal on a record, and who may not see it. */
export interface QueueLine {
  principal: string;
  due: string;
  step: string;
  without?: readonly string[];
}

/** A part that somebody fills for another, by delegation or by the duty rota, from one instant until another. */
export interface Post {
  role: Role;
  agencyId: string | null;
  teamId: string | null;
  from: string;
  until: string;
  /** Whom he or she stands in for; null for a place on the rota. */
  standsInFor: string | null;
  /** With the part goes the other’s list, and what the other reads and may do as the holder of it. */
  withList?: boolean;
  /** The Caldicott guardian keeps what somebody who is away or has left was named to read: with it goes that reading. */
  withNamed?: boolean;
}
