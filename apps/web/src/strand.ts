import { labelOf, stateLabels, strandTitles } from '@mase/workflow/words';
import type { Allowed } from './allowed.js';
import { path } from './api-client.js';
import type { Subject } from './command-page.js';
import { dateWords } from './date-words.js';
import type { Visit } from './visit.js';
import type { DueDate } from './why-dates.js';

/** The two strands besides children, by the name of their cases in addresses. */
export type StrandTopic = 'person-cases' | 'location-cases';

/** What each strand is called on pages. */
export const strandWords = {
  'person-cases': {
    about: 'persons',
    one: 'person of concern',
    title: 'Persons of concern',
    open: 'nominate',
    accept: 'accept-nomination',
    decline: 'decline-nomination',
  },
  'location-cases': {
    about: 'locations',
    one: 'place',
    title: 'Places of concern',
    open: 'report',
    accept: 'accept-report',
    decline: 'decline-report',
  },
} as const;

/** A reason to be on the books. */
export interface BasisView {
  id: string;
  code: string;
  on: string;
}

/** A line of how a priority came about. */
export interface PriorityNode {
  label: string;
  value: string | number;
  weight?: number;
  leads: string | null;
  steps?: PriorityNode[];
  children?: PriorityNode[];
}

/** Something that was written on such a case. */
export interface StrandEntry {
  id: string;
  kind: string;
  happened: string;
  wrong: boolean;
  body: Record<string, unknown>;
}

/** A case about a person or a place as the api shows it; to a nominator the receipt alone. */
export interface StrandView {
  id: string;
  version: number;
  reference: string;
  receivedAt: string;
  outcome: 'received' | 'accepted' | 'declined';
  withheld: string[];
  allowed: Allowed[];
  /** What may be begun on the case, for those who read the whole of it. */
  begins?: Allowed[];
  state?: { work: string; panel: string };
  aboutId?: string;
  name?: string;
  status?: string;
  bases?: BasisView[];
  priority?: string;
  officerId?: string | null;
  gravity?: string;
  childAccess?: string;
  handling?: string;
  adultOn?: string | null;
  careManager?: { userId: string; name: string; agreedAt: string | null } | null;
  printing?: boolean;
  necessityAt?: string | null;
  suspension?: {
    reason: string;
    at: string;
    releaseOn: string | null;
    offenderManager: string | null;
    mappa: string | null;
  } | null;
  investigation?: {
    stage: string;
    officer: string;
    at: string;
    interviews: number;
    bailUntil: string | null;
  } | null;
  untold?: { id: string; at: string }[];
  removal?: { reason: string; at: string } | null;
  closed?: { reason: string; at: string } | null;
  listing?: { basis: string; asked: string } | null;
  onAgenda?: string | null;
  reckoned?: {
    priority: string;
    computed: string;
    points: number;
    asAt: string;
    explanation: PriorityNode;
    override: { priority: string; at: string } | null;
  };
  clocks?: DueDate[];
  written?: StrandEntry[];
  names?: Record<string, string>;
}

/** A code as a person reads it. */
export const codeWords = (code: string | null | undefined): string =>
  code ? (strandTitles[code] ?? labelOf(code)) : 'Not recorded';

const colours: Record<string, string> = {
  high: 'govuk-tag--red',
  medium: 'govuk-tag--yellow',
  low: 'govuk-tag--grey',
};

/** A tag for a priority. */
export function priorityTag(priority: string | undefined): { text: string; classes: string } {
  return {
    text: `${codeWords(priority)} priority`,
    classes: colours[priority ?? ''] ?? 'govuk-tag--grey',
  };
}

/** A tag for where a case stands. */
export function strandTag(view: Pick<StrandView, 'state' | 'outcome'>): { text: string; classes: string } {
  const work = view.state?.work;
  const text = work ? (stateLabels[work] ?? work) : codeWords(view.outcome);
  return { text, classes: work === 'active' ? 'govuk-tag--blue' : 'govuk-tag--grey' };
}

/** Bases in words, each with its day: disclosure among them, which never stands beside a child’s name. */
export function basesWords(bases: readonly BasisView[] = []): string {
  return bases.map(({ code, on }) => `${codeWords(code)} (${dateWords(on)})`).join(', ') || 'None';
}

/** Reads one such case. */
export async function readStrand(
  visit: Visit,
  topic: StrandTopic,
): Promise<{ view: StrandView; etag: string | null }> {
  const { body, etag } = await visit.read<StrandView>(path`/api/v1/${topic}/${visit.params.id ?? ''}`);
  return { view: body, etag };
}

/** What should be seen before anything is decided about a person or a place. */
export function strandFacts(view: StrandView, topic: StrandTopic): { key: string; text: string }[] {
  const { status, bases, reckoned, suspension, removal, adultOn } = view;
  const isChild =
    adultOn !== undefined && adultOn !== null && adultOn > new Date().toISOString().slice(0, 10);
  return [
    ...(topic === 'person-cases' ? [{ key: 'Status', text: codeWords(status) }] : []),
    { key: 'On the books because of', text: basesWords(bases) },
    ...(reckoned ? [{ key: 'Priority', text: codeWords(reckoned.priority) }] : []),
    ...(isChild ? [{ key: 'A child', text: `18 on ${dateWords(adultOn)}, as far as is known` }] : []),
    ...(suspension
      ? [{ key: 'Suspended', text: `${codeWords(suspension.reason)}, since ${dateWords(suspension.at)}` }]
      : []),
    ...(removal ? [{ key: 'Removal proposed', text: codeWords(removal.reason) }] : []),
  ];
}

/** Such a case as the subject of one of its commands. */
export async function strandSubject(
  visit: Visit,
  topic: StrandTopic,
): Promise<Subject & { view: StrandView }> {
  const { view, etag } = await readStrand(visit, topic);
  return {
    view,
    href: `/${topic}/${view.id}`,
    caption: [view.name, view.reference].filter(Boolean).join(', '),
    version: etag,
    allowed: view.allowed,
    facts: strandFacts(view, topic),
  };
}
