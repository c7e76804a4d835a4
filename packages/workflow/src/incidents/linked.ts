import type { Context, Fault, StoredRecord } from '../model.js';
import type { Effect } from '../topic.js';
import type { IncidentFacts, IncidentOutcome, IncidentStanding } from './standing.js';

/** What is told of an incident where a child, a person or a place is linked to it: nothing of who is said to have done it, nor of other victims. */
export type IncidentOfLink = Pick<
  IncidentFacts,
  'kind' | 'offence' | 'committed' | 'committedTo' | 'recorded'
> & { force: string; reference: string; outcome: IncidentOutcome | null };

/** The days of an incident: those on which it was committed, the day of its recording where that is not known. */
export function daysOfIncident({
  committed,
  committedTo,
  recorded,
}: Pick<IncidentFacts, 'committed' | 'committedTo' | 'recorded'>): { firstOn: string; lastOn: string } {
  return { firstOn: committed ?? recorded, lastOn: committedTo ?? committed ?? recorded };
}

/** What everything keeps that is linked to an incident. */
export interface LinkedToIncident {
  incidentId: string;
  incident: IncidentOfLink | null;
  linked: { by: string | null; at: string } | null;
  /** `incident` where the incident itself was taken off the books, and the link with it. */
  withdrawn: { reason: string; by: string | null; at: string; incident?: true } | null;
}

/** Why something is taken back. */
export interface WithdrawLinkedPayload {
  reason: string;
}

/** Before anything is linked. */
export const blankLinked: LinkedToIncident = {
  incidentId: '',
  incident: null,
  linked: null,
  withdrawn: null,
};

/** What those who work with a child are told of an incident: what was done and what came of it, not who is said to have done it. */
export function safetyPart({ standing }: Pick<StoredRecord<IncidentStanding>, 'standing'>): {
  incident: IncidentOfLink;
} {
  const { force, reference, kind, offence, committed, committedTo, recorded, outcomes } = standing;
  const outcome = outcomes.at(-1) ?? null;
  return { incident: { force, reference, kind, offence, committed, committedTo, recorded, outcome } };
}

/** What is kept of the incident as something is linked to it. */
export function linkedPatch(
  incident: StoredRecord<IncidentStanding>,
  { actor, at }: Pick<Context, 'actor' | 'at'>,
): Partial<LinkedToIncident> {
  return { incidentId: incident.id, ...safetyPart(incident), linked: { by: actor.userId, at } };
}

/** That it is taken back, by whom and why. */
export function withdrawnEffects({
  payload,
  actor,
  at,
}: Pick<Context<never, WithdrawLinkedPayload>, 'payload' | 'actor' | 'at'>): Effect[] {
  return [{ do: 'set', patch: { withdrawn: { reason: payload.reason, by: actor.userId, at } } }];
}

/** That the incident itself was taken off the books. */
export function withdrawnWithIncident({
  payload,
  actor,
  at,
}: Pick<Context<never, WithdrawLinkedPayload>, 'payload' | 'actor' | 'at'>): Effect[] {
  const withdrawn = { reason: payload.reason, by: actor.userId, at, incident: true };
  return [{ do: 'set', patch: { withdrawn } }];
}

/** What the incident is from now on. */
export function incidentNewsEffects({ payload }: Pick<Context, 'payload'>): Effect[] {
  return [{ do: 'set', patch: payload }];
}

/** Why nobody is linked to an incident: it is not on the books, is withdrawn, or its existence is closed. */
export function notLinkable(incident: StoredRecord<IncidentStanding> | undefined): Fault[] {
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/incidentId', code, detail }];
  if (!incident) return fault('noIncident', 'No incident on the books has this id.');
  if (incident.state === 'withdrawn')
    return fault('withdrawn', 'The incident was withdrawn: its page says why.');
  return incident.standing.handling === 'C'
    ? fault(
        'conditions',
        'It is handled with conditions: nobody is linked to it, as whoever reads the link would know of it.',
      )
    : [];
}

/** How a list shows what is linked. */
export function linkedSummary({ incident, withdrawn }: LinkedToIncident, title = incident?.offence ?? '') {
  return {
    title,
    reference: incident?.reference ?? null,
    grade: null,
    ownerId: null,
    teamId: null,
    nextDue: null,
    nextStep: null,
    openedAt: null,
    closedAt: withdrawn?.at ?? null,
  };
}
