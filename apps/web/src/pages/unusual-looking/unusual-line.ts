import { dateWords, momentWords } from '../../date-words.js';

/** A line of the report of unusual looking, as the api gives it. */
export interface UnusualLine {
  line: string;
  label: string;
  name: string;
  agencyName: string | null;
  roles: string[];
  children: { id: string; name: string }[];
  looks: number;
  last: string;
  words: string;
  review: { decision: string; words: string; by: string; at: string } | null;
}

/** The report of unusual looking, as the api gives it. */
export interface UnusualReport {
  from: string;
  to: string;
  items: UnusualLine[];
  waiting: number;
  notLookedFor: string[];
}

/** What may be decided of a line. */
export const decisionWords: Record<string, string> = {
  explained: 'Explained: there is a good reason',
  followUp: 'To be followed up: somebody is asked',
  misuse: 'Misuse: taken to whoever decides about it',
};

/** A line with its times and decision in words, and where it is reviewed. */
export function lineWords(one: UnusualLine, { from, to }: { from: string; to: string }) {
  const address = new URLSearchParams({ line: one.line, from, to });
  return {
    ...one,
    who: [one.name, one.roles.join(', '), one.agencyName].filter(Boolean).join(', '),
    when: momentWords(one.last),
    decided: one.review
      ? `${decisionWords[one.review.decision] ?? one.review.decision}. ${one.review.words} (${one.review.by}, ${dateWords(one.review.at)})`
      : null,
    href: `/unusual-looking/review?${address}`,
  };
}
