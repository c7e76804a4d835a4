import {
  gradeWords,
  type IntelligenceGrade,
  identifierKinds,
  type LinkedIdentifier,
  type LinkKind,
  linkKinds,
  stateLabels,
} from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { birthWords, dateWords, dueWords } from '../../date-words.js';
import { placeOf } from '../../place-of.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** Either end of a link, or another node of the network, by the name that the reader may know. */
export interface End {
  kind: string;
  id: string | null;
  name: string | null;
  node: string;
}

/** A link as the api lists it; what the reader may not know is null. */
export interface LinkLine {
  id: string;
  version: number;
  state: string;
  kind: string;
  words: string;
  from: End;
  to: End;
  firstOn: string;
  lastOn: string;
  told: boolean;
  ended: { how: string; at: string } | null;
  graded: boolean;
  grade: (IntelligenceGrade & { words: string }) | null;
  source: string | null;
  sourceRecord: { kind: string; id: string } | null;
  recordedAt: string | null;
  reviewDue: string | null;
}

/** What was written of a record, row by row. */
export interface WrittenRow {
  id: string;
  kind: string;
  happened: string;
  body: Record<string, unknown>;
}

/** One link with what was written of it. */
export interface LinkView extends LinkLine {
  clocks: DueDate[];
  toldWords: string | null;
  mayAskWhoKnew: boolean;
  written: WrittenRow[];
  allowed: Allowed[];
}

/** What the pages of links and clusters are listed under. */
export const section = '/links';

/** Where a link comes from, in words. */
export const sourceWords: Record<string, string> = {
  intelligence: 'A report of intelligence',
  incident: 'An incident that the police recorded',
  measure: 'A measure against somebody or at a place',
  casework: 'Work with the child or the family',
  'own-observation': 'Seen by whoever recorded it',
  told: 'Told by somebody',
};

const recordWords: Record<string, [known: string, unknown: string]> = {
  child: ['Child', 'A child whose record you do not see'],
  person: ['Person', 'A person whose record you do not see'],
  location: ['Place', 'A place whose record you do not see'],
};

/** The kind of an end in words. */
export const endKindWords = (kind: string): string =>
  recordWords[kind]?.[0] ?? identifierKinds[kind as LinkedIdentifier] ?? kind;

/** An end by its name, or by what the reader may know of it. */
export const endName = ({ kind, name }: Pick<End, 'kind' | 'name'>): string =>
  name ?? recordWords[kind]?.[1] ?? endKindWords(kind);

/** An end as a page shows it: where its record is read, if the reader may. */
export const shownEnd = (end: End) => ({
  kind: endKindWords(end.kind),
  name: endName(end),
  href: end.id && end.name ? placeOf(end.kind, end.id) : null,
});

/** What a link says in one line. */
export const linkTitle = ({ from, words, to }: Pick<LinkLine, 'from' | 'words' | 'to'>): string =>
  `${endName(from)} – ${words} – ${endName(to)}`;

/** From what a link of a kind that nobody records follows, in words; nothing where somebody recorded it. */
export const followsFrom = ({ kind }: Pick<LinkLine, 'kind'>): string | null => {
  const { drawn } = linkKinds[kind as LinkKind] as { drawn?: true };
  if (!drawn) return null;
  return kind.startsWith('incident') ? 'the incident in which both have a part' : 'the measure in force';
};

/** The grade in words; nothing ungraded reads as fact. */
export const linkGrade = (one: Pick<LinkLine, 'kind' | 'graded' | 'grade'>): string => {
  const { graded, grade } = one;
  const from = followsFrom(one);
  if (!graded && from) return `Not graded: it follows from ${from}`;
  if (!graded) return 'Not graded: not to be taken as fact';
  return grade ? gradeWords(grade) : 'Graded by the intelligence desk';
};

const tags: Record<string, string> = { current: 'govuk-tag--green', withdrawn: 'govuk-tag--red' };

/** A tag for where a link stands. */
export const linkTag = ({ state }: Pick<LinkLine, 'state'>) => ({
  text: stateLabels[state] ?? state,
  classes: tags[state] ?? 'govuk-tag--grey',
});

/** Between which days a link was known to hold. */
export const sinceWords = ({ firstOn, lastOn }: Pick<LinkLine, 'firstOn' | 'lastOn'>): string =>
  firstOn === lastOn
    ? `On ${birthWords(firstOn)}`
    : `From ${birthWords(firstOn)}, last known on ${birthWords(lastOn)}`;

/** One link as lists of links show it. */
export const linkCard = (one: LinkLine) => ({
  href: `${section}/${one.id}`,
  title: linkTitle(one),
  since: sinceWords(one),
  grade: linkGrade(one),
  due: one.reviewDue ? `${one.graded ? 'Review' : 'To be graded'} ${dueWords(one.reviewDue)}` : '',
  tag: linkTag(one),
});

/** What a person should see of a link before doing something with it. */
export function linkFacts(one: LinkLine): { key: string; text: string }[] {
  const { source, recordedAt, reviewDue, ended, graded } = one;
  return [
    { key: 'What it says', text: linkTitle(one) },
    { key: 'When', text: sinceWords(one) },
    { key: 'Grade', text: linkGrade(one) },
    ...(source ? [{ key: 'Where it comes from', text: sourceWords[source] ?? source }] : []),
    ...(recordedAt ? [{ key: 'Recorded', text: dateWords(recordedAt) }] : []),
    ...(reviewDue ? [{ key: graded ? 'Review due' : 'To be graded', text: dueWords(reviewDue) }] : []),
    ...(ended ? [{ key: stateLabels[ended.how] ?? ended.how, text: dateWords(ended.at) }] : []),
  ];
}

/** Reads the link of a page. */
export async function readLink(visit: Visit): Promise<{ link: LinkView; etag: string | null }> {
  const { body, etag } = await visit.read<LinkView>(path`/api/v1/links/${visit.params.id ?? ''}`);
  return { link: body, etag };
}

/** The link as the subject of one of its commands. */
export async function linkSubject(visit: Visit): Promise<Subject> {
  const { link, etag } = await readLink(visit);
  return {
    href: `${section}/${link.id}`,
    caption: 'A link',
    version: etag,
    allowed: link.allowed,
    facts: linkFacts(link),
  };
}
