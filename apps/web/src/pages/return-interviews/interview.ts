import { labelOf } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import { dateWords, momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** A return home interview as lists show it. */
export interface InterviewLine {
  id: string;
  version: number;
  state: string;
  childId: string;
  childName: string;
  episodeIds: string[];
  offeredAt: string | null;
  by: string;
  agency: string;
  independent: boolean;
  plannedFor: string | null;
  heldAt: string | null;
  findings: string[];
  ownRating: number | null;
  sent: { findings: string[]; times: number; lastAt: string } | null;
}

/** The same with what was written of it and what may be asked of it now. */
export interface InterviewView extends InterviewLine {
  allowed: Allowed[];
  written: { kind: string; happened: string; authorId: string | null; body: Record<string, unknown> }[];
  names: Record<string, string>;
}

/** Headings of findings, in words: what was done to the young person, and what pushed or pulled. */
export const headingWords: Record<string, string> = {
  health: 'Health',
  substances: 'Alcohol and drugs',
  exploitation: 'Signs of exploitation',
  offending: 'Offending, and being made to offend',
  push: 'What made them leave',
  pull: 'What drew them',
};

const findingWords: Record<string, string> = {
  'met-an-adult-of-concern': 'Met an adult who is a concern',
  'driven-or-moved': 'Driven or moved by others',
  'offence-against-child': 'An offence against the young person',
  'made-to-carry': 'Made to carry drugs, money or a weapon',
  'made-to-steal': 'Made to steal',
  'party-or-event': 'A party or an event',
  'with-others-at-risk': 'With other children at risk',
};

/** A finding as a person reads it. */
export function findingText(code: string): string {
  const [, own = ''] = code.split(':');
  return findingWords[own] ?? labelOf(own);
}

/** The young person’s own rating, in words. */
export function ratingWords(rating: number): string {
  const ends: Record<number, string> = { 1: ', not at all safe', 5: ', quite safe' };
  return `${rating} of 5${ends[rating] ?? ''}`;
}

/** Reads the interview that a page's address names. */
export async function readInterview(visit: Visit): Promise<{ view: InterviewView; etag: string | null }> {
  const { body, etag } = await visit.read<InterviewView>(
    path`/api/v1/return-interviews/${visit.params.id ?? ''}`,
  );
  return { view: body, etag };
}

/** What was offered, line by line. */
export function offerFacts(view: InterviewLine): { key: string; text: string }[] {
  const lines: [string, string | null][] = [
    ['Offered', view.offeredAt ? momentWords(view.offeredAt) : null],
    ['Held by', `${view.by}, ${view.agency}`],
    ['Independent of the child’s care', view.independent ? 'Yes' : 'No'],
    ['Planned for', view.plannedFor && !view.heldAt ? momentWords(view.plannedFor) : null],
    ['Held', view.heldAt ? momentWords(view.heldAt) : null],
    ['Absences that it answers', String(view.episodeIds.length)],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** A day or a moment of an absence for a box to tick. */
export const absenceWords = ({
  since,
  start,
  returnedAt,
  end,
}: {
  since: string | null;
  start: string;
  returnedAt: string | null;
  end: string | null;
}): string =>
  `${since ? momentWords(since) : dateWords(start)} to ${returnedAt ? momentWords(returnedAt) : end ? dateWords(end) : 'now'}`;
