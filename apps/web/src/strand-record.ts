import { identifierKinds } from '@mase/workflow/words';
import type { Allowed } from './allowed.js';
import { path } from './api-client.js';
import type { Subject } from './command-page.js';
import { dateWords } from './date-words.js';
import { codeWords, type StrandEntry } from './strand.js';
import type { Visit } from './visit.js';

/** Which records say who persons of concern, and what places, are. */
export type RecordTopic = 'persons' | 'locations';

/** Who a person is, or what a place, as the api shows it; each has fields of its own besides. */
export interface StrandRecordView {
  id: string;
  version: number;
  state: string;
  name: string;
  aliases: string[];
  identifiers: { kind: string; text: string }[];
  joined: { id: string; name: string }[];
  joinedWith: string | null;
  cases: { id: string; reference: string; state: { work: string; panel: string }; priority: string }[];
  written: StrandEntry[];
  allowed: Allowed[];
  /** What may be begun on the person or the place. */
  begins: Allowed[];
  child?: { id: string; name: string };
  completeness?: { asked: number; recorded: number; gaps: string[] };
  [field: string]: unknown;
}

/** Another record that may be the same. */
export interface MatchView {
  id: string;
  name: string;
  aliases: string[];
  by: string[];
  merged: boolean;
  cases: { id: string; reference: string; state: { work: string }; priority: string; bases: string[] }[];
}

/** Reads one such record. */
export async function readRecord(
  visit: Visit,
  topic: RecordTopic,
): Promise<{ view: StrandRecordView; etag: string | null }> {
  const { body, etag } = await visit.read<StrandRecordView>(path`/api/v1/${topic}/${visit.params.id ?? ''}`);
  return { view: body, etag };
}

/** Such a record as the subject of one of its commands. */
export async function recordSubject(
  visit: Visit,
  topic: RecordTopic,
): Promise<Subject & { view: StrandRecordView }> {
  const { view, etag } = await readRecord(visit, topic);
  return {
    view,
    href: `/${topic}/${view.id}`,
    caption: view.name,
    version: etag,
    allowed: view.allowed,
    facts: view.aliases.length > 0 ? [{ key: 'Also known as', text: view.aliases.join(', ') }] : [],
  };
}

/** What fits, in words. */
const fitWords = (kind: string): string =>
  fits[kind] ??
  identifierKinds[kind as keyof typeof identifierKinds]?.toLowerCase() ??
  codeWords(kind).toLowerCase();

const fits: Record<string, string> = {
  name: 'name',
  handleAnywhere: 'name used online elsewhere',
  houseAtPostcode: 'house and postcode',
  emailBox: 'e-mail box',
};

/** How the choice of a record begins that has an open case. */
const openCase = 'case:';

/** The open case of the record that was chosen; null where it has none. */
export const caseChosen = (chosen: string | undefined): string | null =>
  chosen?.startsWith(openCase) ? chosen.slice(openCase.length) : null;

/** What fits of a possible match, and what is known of it. */
export function matchHint({ by, cases: [first] }: MatchView): string {
  const known = first
    ? ` Known as ${first.reference}: ${first.bases.map(codeWords).join(', ').toLowerCase()}, ${first.priority} priority.`
    : '';
  return `The same ${by.map(fitWords).join(', ')}.${known}`;
}

/** A possible match as an option: the name, what fits, and what is known of it. */
export function matchOption(match: MatchView): {
  value: string;
  text: string;
  hint: { text: string };
} {
  const { id, name, cases } = match;
  const open = cases.find(({ state }) => !['closed', 'declined'].includes(state.work));
  return {
    value: open ? `${openCase}${open.id}` : id,
    text: name,
    hint: { text: matchHint(match) },
  };
}

/** How old a person is, as a record says it. */
export interface Aged {
  birthDate: string | null;
  age: { from: number; to: number | null; on: string } | null;
}

/** How old the person is, as far as anybody knows. */
export function ageWords({ birthDate, age }: Aged): string {
  if (birthDate) return `Born on ${dateWords(birthDate)}`;
  if (!age) return 'Not known';
  return `${age.from}${age.to ? ` to ${age.to}` : ' or older'} years, estimated on ${dateWords(age.on)}`;
}
