import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** An outcome with what its code means for the force. */
export interface OutcomeView {
  code: string;
  on: string;
  label: string;
}

/** An incident as the api shows it. */
export interface IncidentView {
  id: string;
  version: number;
  state: string;
  force: string;
  reference: string;
  kind: 'crime' | 'non-crime';
  offence: string;
  committed: string | null;
  committedTo: string | null;
  recorded: string;
  place: string | null;
  victims: { reference: string | null }[];
  offenders: { reference: string | null }[];
  outcomes: OutcomeView[];
  /** With conditions (C) its existence is closed to all but those named. */
  handling: 'P' | 'C';
  /** Why it was taken off the books; null while it stands. */
  withdrawn: { reason: string } | null;
  /** Ids of those who are named to read it; not in lists. */
  readers?: string[];
  linkedVictims?: number;
  links: VictimView[];
  parts: PartView[];
  sameNumber: { id: string; recorded: string; offence: string }[];
  codes: { code: string; label: string }[];
  allowed: Allowed[];
}

/** That a child is a victim of an incident, as the api shows it. */
export interface VictimView {
  id: string;
  version: number;
  state: string;
  childId: string;
  childName: string;
  incidentId: string;
  victim: number;
  incident:
    | (Pick<
        IncidentView,
        'force' | 'reference' | 'kind' | 'offence' | 'committed' | 'committedTo' | 'recorded'
      > & {
        outcome: OutcomeView | null;
      })
    | null;
  withdrawn: { reason: string; incident?: true } | null;
  allowed: Allowed[];
}

/** That a person of concern or a location is in an incident, as the api shows it. */
export interface PartView extends Omit<VictimView, 'childId' | 'childName' | 'victim'> {
  part: 'offender' | 'place';
  number: number;
  aboutId: string;
  name: string | null;
}

/** Whether the police recorded a crime. */
export const kindWords = { crime: 'Crime', 'non-crime': 'Not a crime' } as const;

/** The two kinds as radios. */
export const kindOptions = Object.entries(kindWords).map(([value, text]) => ({ value, text }));

/** When it was committed, in words. */
export function committedWords({
  committed,
  committedTo,
}: Pick<IncidentView, 'committed' | 'committedTo'>): string {
  if (!committed) return 'Not known';
  return committedTo ? `${dateWords(committed)} to ${dateWords(committedTo)}` : dateWords(committed);
}

/** The outcome that holds, in words. */
export function outcomeWords(outcome: OutcomeView | null | undefined): string {
  return outcome ? `${outcome.code}: ${outcome.label}, ${dateWords(outcome.on)}` : 'None recorded yet';
}

/** Somebody in an incident, by the police's number. */
export const partyWords = ({ reference }: { reference: string | null }) => reference ?? 'Not known who';

/** Incidents that were linked and are withdrawn themselves, with why. */
export function withdrawnLines(links: readonly Pick<VictimView, 'incident' | 'withdrawn'>[]): string[] {
  return links.flatMap(({ incident, withdrawn }) =>
    incident && withdrawn?.incident
      ? [`${incident.force}, ${incident.reference}: ${incident.offence}. Why: ${withdrawn.reason}`]
      : [],
  );
}

/** What somebody wants to see before recording more of an incident. */
export function incidentFacts(one: IncidentView): { key: string; text: string }[] {
  return [
    { key: 'Offence or type', text: `${one.offence} (${kindWords[one.kind].toLowerCase()})` },
    { key: 'Recorded by the police', text: dateWords(one.recorded) },
    { key: 'Committed', text: committedWords(one) },
    { key: 'Outcome', text: outcomeWords(one.outcomes.at(-1)) },
  ];
}

/** Reads one incident. */
export async function readIncident(visit: Visit): Promise<{ incident: IncidentView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<IncidentView>(`/api/v1/incidents/${id}`);
  return { incident: body, etag };
}

/** The incident as the subject of one of its commands. */
export async function incidentSubject(visit: Visit): Promise<Subject> {
  const { incident, etag } = await readIncident(visit);
  return {
    href: `/incidents/${incident.id}`,
    caption: `${incident.force}, ${incident.reference}`,
    version: etag,
    allowed: incident.allowed,
    facts: incidentFacts(incident),
    options: { code: incident.codes.map(({ code, label }) => ({ value: code, text: `${code}: ${label}` })) },
  };
}
