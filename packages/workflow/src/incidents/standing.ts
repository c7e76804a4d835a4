import type { HandledPayload } from '../handled.js';
import type { Standing } from '../model.js';
import type { Handling } from '../strand-cases/codes.js';

/** Whether the police recorded a crime, or an incident that is no crime. */
export const incidentKinds = ['crime', 'non-crime'] as const;
/** One of these. */
export type IncidentKind = (typeof incidentKinds)[number];

/** Somebody who suffered an incident or is said to have done it: by the police's own number, null where nobody knows who it is. */
export interface IncidentParty {
  reference: string | null;
}

/** How the police ended an incident, or leave it for now, from a day on; the code is read with the force and the day. */
export interface IncidentOutcome {
  code: string;
  on: string;
}

/** What is known of an incident. Days are local dates. */
export interface IncidentFacts {
  kind: IncidentKind;
  /** The offence, or what sort of incident it is, in the force's words. */
  offence: string;
  /** The first day on which it was, or may have been, committed; null where that is not known. */
  committed: string | null;
  /** The last such day, where it went on or is not known exactly. */
  committedTo: string | null;
  /** The day on which the police recorded it. */
  recorded: string;
  place: string | null;
  victims: IncidentParty[];
  offenders: IncidentParty[];
}

/** A police crime or non-crime with the marker of child sexual exploitation, as it stands. */
export interface IncidentStanding extends Standing, IncidentFacts {
  force: string;
  /** The force's own number of the incident. */
  reference: string;
  /** Oldest first, one a day at most, at most twenty. */
  outcomes: IncidentOutcome[];
  /** With conditions nobody knows of it but those named and the supervisor; absent of incidents handled as usual. */
  handling?: Handling;
  /** Why it was taken off the books, and by whom; absent while it stands. */
  withdrawn?: { reason: string; by: string | null; at: string };
}

/** How many victims, offenders and outcomes an incident has at most. */
export const partiesKept = 12;
export const outcomesKept = 20;

/** An incident as somebody records it; what is left out is not known. */
export interface RecordIncidentPayload extends HandledPayload {
  force: string;
  reference: string;
  kind: IncidentKind;
  offence: string;
  committed?: string;
  committedTo?: string;
  recorded: string;
  place?: string;
  victims: { reference?: string }[];
  offenders: { reference?: string }[];
  outcome?: IncidentOutcome;
  /** That it is another incident although the force has this number on the books already. */
  another?: boolean;
}

/** What an incident is from now on, and why that was changed; where nothing is said of its handling, that stays. */
export interface ChangeIncidentPayload
  extends Omit<RecordIncidentPayload, 'force' | 'reference' | 'outcome' | 'another'> {
  reason: string;
}

/** Why an incident is taken off the books: it never was, or stands there twice. */
export interface WithdrawIncidentPayload {
  reason: string;
}

/** An outcome from a day on; one of the same day takes the place of what was said before. */
export type RecordOutcomePayload = IncidentOutcome;

/** An incident before it is recorded. */
export const blankIncident: IncidentStanding = {
  clocks: [],
  force: '',
  reference: '',
  kind: 'non-crime',
  offence: '',
  committed: null,
  committedTo: null,
  recorded: '',
  place: null,
  victims: [],
  offenders: [],
  outcomes: [],
};

/** The facts of a payload as they are kept. */
export function factsOf(
  payload: Omit<RecordIncidentPayload, 'force' | 'reference' | 'outcome' | 'another' | keyof HandledPayload>,
): IncidentFacts {
  const parties = (all: { reference?: string }[]) =>
    all.map(({ reference }) => ({ reference: reference ?? null }));
  return {
    kind: payload.kind,
    offence: payload.offence,
    committed: payload.committed ?? null,
    committedTo: payload.committedTo ?? null,
    recorded: payload.recorded,
    place: payload.place ?? null,
    victims: parties(payload.victims),
    offenders: parties(payload.offenders),
  };
}

/** The outcome that holds on a day: the last one recorded for that day or an earlier one. */
export function outcomeOn(outcomes: readonly IncidentOutcome[], day: string): IncidentOutcome | null {
  return outcomes.filter(({ on }) => on <= day).at(-1) ?? null;
}
