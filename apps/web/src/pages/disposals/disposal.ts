import { stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { areaWords } from '../../area-words.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';

/** One rule of retention with its reckoning, as the api shows it. */
export interface KeptBy {
  rule: string;
  label: string;
  start: string;
  years: number;
  until: string;
  source: string;
  decides: boolean;
}

/** The record that a disposal is about, while it is there. */
export interface About {
  kind: string;
  id: string;
  title: string;
  reference: string | null;
  childId: string;
}

type Act = { by: string | null; at: string } | null;

/** A disposal as lists of the api show it. */
export interface DisposalLine {
  id: string;
  version: number;
  state: string;
  about: About | null;
  basis: string | null;
  rule: string | null;
  keptUntil: string | null;
  proposed: Act;
  approved: Act;
  notBefore: string | null;
  ended: Act;
}

/** A disposal as its own page of the api shows it. */
export interface DisposalView extends DisposalLine {
  why: KeptBy[];
  certificate: {
    digest: string;
    said: { records: Record<string, number>; entries: { history: number; audit: number } };
  } | null;
  names: Record<string, string>;
  allowed: Allowed[];
}

/** Why a record is disposed of, in words. */
export const basisLabels: Record<string, string> = {
  'period-over': 'The period of keeping is over',
  'court-order': 'A court has ordered it',
  'upheld-erasure': 'A request to erase was upheld',
  'recorded-in-error': 'It was recorded in error',
};

/** The record by name while it is there; once destroyed nothing tells whose it was. */
export function aboutWords({ about, state }: DisposalLine): string {
  if (about) return [about.title, about.reference].filter(Boolean).join(', ');
  return state === 'carriedOut' ? 'Destroyed' : 'A record that you may not see';
}

/** A tag for where a disposal stands. */
export function stateTag(state: string): { text: string; classes: string } {
  const waits = state === 'proposed' || state === 'approved';
  return { text: stateLabels[state] ?? state, classes: waits ? 'govuk-tag--yellow' : 'govuk-tag--grey' };
}

/** What a rule of retention is called. */
export function ruleWords(rule: string | null): string {
  if (rule === null) return 'No rule: by the reason above';
  return areaWords().retentionRules[rule] ?? rule;
}

/** Why this date: each rule that applies, with its reckoning; the longest decides. */
export function whyWords(why: readonly KeptBy[]) {
  return why.map((one) => ({
    label: one.label,
    reckoned: `${one.years} years from ${dateWords(one.start)}`,
    until: dateWords(one.until),
    source: one.source,
    decides: one.decides,
  }));
}

/** Reads one disposal. */
export async function readDisposal(visit: Visit): Promise<{ disposal: DisposalView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<DisposalView>(`/api/v1/disposals/${id}`);
  return { disposal: body, etag };
}

/** Who took each step, and when. */
export function disposalFacts(disposal: DisposalView): { key: string; text: string }[] {
  const act = (what: Act) =>
    what ? `${disposal.names[what.by ?? ''] ?? 'Somebody'} on ${dateWords(what.at)}` : 'Not yet';
  return [
    { key: 'Why', text: basisLabels[disposal.basis ?? ''] ?? 'Not recorded' },
    { key: 'Rule of retention', text: ruleWords(disposal.rule) },
    ...(disposal.keptUntil ? [{ key: 'Kept until', text: dateWords(disposal.keptUntil) }] : []),
    { key: 'Proposed', text: act(disposal.proposed) },
    { key: 'Approved', text: act(disposal.approved) },
    ...(disposal.notBefore && disposal.state === 'approved'
      ? [{ key: 'To be carried out from', text: dateWords(disposal.notBefore) }]
      : []),
    ...(disposal.ended ? [{ key: stateLabels[disposal.state] ?? 'Ended', text: act(disposal.ended) }] : []),
  ];
}

/** The disposal as the subject of one of its commands. */
export async function disposalSubject(visit: Visit): Promise<Subject> {
  const { disposal, etag } = await readDisposal(visit);
  return {
    href: `/disposals/${disposal.id}`,
    caption: aboutWords(disposal),
    version: etag,
    allowed: disposal.allowed,
    facts: disposalFacts(disposal),
  };
}
