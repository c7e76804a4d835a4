import { type InterviewOutcome, interviewOutcomeWords, labelOf } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords, momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** A missing episode as lists show it. */
export interface EpisodeLine {
  id: string;
  version: number;
  state: string;
  childId: string;
  childName: string;
  kind: string;
  before: { kind: string; until: string }[];
  start: string;
  end: string | null;
  since: string | null;
  reportedAt: string | null;
  reportedBy: string | null;
  returnedAt: string | null;
  missingFrom: string | null;
  area: { as: string; area: string; toldAt: string | null; owedSince: string | null } | null;
  police: { level: string | null; reference: string | null; since: string } | null;
  looking: string | null;
  triggerPlan: string | null;
  heldFor: string | null;
  interviewDue: string | null;
  offered: { interviewId: string; at: string } | null;
  interview: { outcome: InterviewOutcome; at: string; interviewId?: string } | null;
  preventionAt: string | null;
}

/** The same with what was written of it and what may be asked of it now. */
export interface EpisodeView extends EpisodeLine {
  clocks: DueDate[];
  allowed: Allowed[];
  written: {
    kind: string;
    happened: string;
    at: string;
    authorId: string | null;
    body: Record<string, unknown>;
  }[];
  names: Record<string, string>;
  /** How many workers the child has had; null for whoever does not read it. */
  workers: number | null;
}

/** The two kinds of absence. */
export const kindWords: Record<string, string> = {
  missing: 'Missing',
  away: 'Away without authorisation',
};

/** Where from, in words. */
export const fromWords: Record<string, string> = {
  home: 'Home',
  care: 'A placement in care',
  elsewhere: 'Somewhere else, such as school',
};

/** Whether a trigger plan is used, in words. */
export const planWords: Record<string, string> = {
  'in-use': 'In use',
  'held-not-used': 'There is one; it is not used',
  none: 'There is none',
  'not-yet-known': 'Not yet known',
};

/** Why no interview was offered, in words. */
export const notOfferedWords: Record<string, string> = {
  'no-interviewer-free': 'No interviewer was free',
  'child-not-safe-to-see': 'It was not safe to see the young person',
  'placing-area-did-not': 'The placing area did not offer one',
  'turned-18': 'The young person has turned 18',
  other: 'Another reason',
};

const levelClasses: Record<string, string> = {
  high: 'govuk-tag--red',
  medium: 'govuk-tag--orange',
  low: 'govuk-tag--yellow',
};

/** The level that the police have set, as a tag; it is not the grade of a case. */
export function levelTag({ police }: Pick<EpisodeLine, 'police'>): { text: string; classes: string } {
  const level = police?.level;
  if (!level) return { text: 'Police level not known', classes: 'govuk-tag--grey' };
  const words = level === 'no-apparent-risk' ? 'no apparent risk' : level;
  return { text: `Police: ${words}`, classes: levelClasses[level] ?? 'govuk-tag--grey' };
}

/** How long something has lasted, in minutes, hours, or days and hours: a missing child is counted in hours. */
export function lastedWords(since: string, now: Date = new Date()): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  const of = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (minutes < 60) return of(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return of(hours, 'hour');
  return `${of(Math.floor(hours / 24), 'day')} ${of(hours % 24, 'hour')}`;
}

/** When it began, to the minute where that is known. */
export const beganWords = ({ since, start }: EpisodeLine): string =>
  since ? momentWords(since) : dateWords(start);

/** What the absence was before it was what it is now: "Away without authorisation until Monday …". */
function beforeWords({ before }: EpisodeLine): string | null {
  const parts = before.map(({ kind, until }) => `${kindWords[kind] ?? kind} until ${momentWords(until)}`);
  return parts.join('; ') || null;
}

/** When it ended, to the minute where that is known; nothing while it lasts. */
export function endedWords({ returnedAt, end }: EpisodeLine): string | null {
  if (returnedAt) return momentWords(returnedAt);
  return end ? dateWords(end) : null;
}

/** The other area of a placement, in words. */
export function areaWords({ area }: EpisodeLine): string | null {
  if (!area) return null;
  return area.as === 'host'
    ? `Placed here by ${area.area}, which owns the time of the interview`
    : `Placed in ${area.area}; the interview is ours`;
}

function told({ area }: EpisodeLine): string | null {
  if (!area) return null;
  const last = area.toldAt ? `Told on ${momentWords(area.toldAt)}` : 'Not told yet';
  return area.owedSince && area.toldAt ? `${last}; there is news since` : last;
}

/** What became of the interview, or until when it is in time. */
export function interviewWords(one: EpisodeLine): string | null {
  if (one.interview) return interviewOutcomeWords[one.interview.outcome];
  if (one.state !== 'over') return null;
  const offered = one.offered ? 'Offered. ' : 'Nothing is recorded. ';
  return one.interviewDue ? `${offered}In time until ${momentWords(one.interviewDue)}` : offered.trim();
}

/** An absence line by line. */
export function episodeFacts(one: EpisodeLine): { key: string; text: string }[] {
  const { police } = one;
  const level = police?.level
    ? `${labelOf(police.level)}, since ${momentWords(police.since)}`
    : 'Not yet known';
  const live = one.since !== null;
  const lines: [string, string | null][] = [
    [
      'Since',
      one.since && !one.returnedAt ? `${beganWords(one)} (${lastedWords(one.since)})` : beganWords(one),
    ],
    ['Before that', beforeWords(one)],
    ['Returned', endedWords(one)],
    ['Missing from', one.missingFrom ? (fromWords[one.missingFrom] ?? one.missingFrom) : null],
    ['Police level', live ? level : null],
    ['Police reference', live ? (police?.reference ?? 'None yet') : null],
    ['Who is looking', live && !one.returnedAt ? (one.looking ?? 'Not yet known') : one.looking],
    ['Trigger plan', live ? (planWords[one.triggerPlan ?? 'not-yet-known'] ?? null) : null],
    ['Reported', one.reportedAt ? `${momentWords(one.reportedAt)}, by ${one.reportedBy}` : null],
    ['Other area', areaWords(one)],
    ['Other area told', told(one)],
    ['Police prevention interview', one.preventionAt ? momentWords(one.preventionAt) : null],
    ['Return home interview', interviewWords(one)],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** Reads the episode that a page's address names. */
export async function readEpisode(visit: Visit): Promise<{ view: EpisodeView; etag: string | null }> {
  const { body, etag } = await visit.read<EpisodeView>(
    path`/api/v1/missing-episodes/${visit.params.id ?? ''}`,
  );
  return { view: body, etag };
}

/** An episode as the subject of one of its commands. */
export async function episodeSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readEpisode(visit);
  return {
    href: `/missing-episodes/${view.id}`,
    caption: view.childName,
    version: etag,
    allowed: view.allowed,
    facts: episodeFacts(view).slice(0, 6),
  };
}

/** An absence as one line among others: when, for how long it lasts, and what came of the interview. */
export function absenceLine(one: EpisodeLine) {
  const ended = endedWords(one);
  return {
    href: `/missing-episodes/${one.id}`,
    text: `${kindWords[one.kind] ?? one.kind} since ${beganWords(one)}`,
    hint: [ended ? `Returned ${ended}` : 'Not returned', interviewWords(one)].filter(Boolean).join(' · '),
    absent: one.state === 'absent',
  };
}
