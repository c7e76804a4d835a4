import { readFileSync } from 'node:fs';
import { commandLabels, stateLabels } from '@mase/workflow/words';
import { type Allowed, canDo } from './allowed.js';
import { path } from './api-client.js';
import type { Subject } from './command-page.js';
import { type Page, show } from './page.js';
import { cautionTag } from './pages/caution-lines.js';
import { templateUrl } from './templating/template-url.js';
import type { Visit } from './visit.js';
import type { DueDate } from './why-dates.js';
import { withDates } from './why-dates.js';

/** Something that was written on a record that hangs on a case. */
export interface OnCaseEntry {
  kind: string;
  happened: string;
  authorId: string | null;
  body: Record<string, unknown>;
}

/** A record that hangs on a case, as lists show it. */
export interface OnCaseLine {
  id: string;
  version: number;
  state: string;
  caseId: string;
  name: string;
  reference: string;
  due: string | null;
}

/** The same with what was written on it and what may be asked of it now. */
export interface OnCaseView extends OnCaseLine {
  clocks: DueDate[];
  mayOpenCase: boolean;
  /** Whom contact cautions stop that stand beside the child’s name. */
  cautions: string[];
  written: OnCaseEntry[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** How a topic whose records hang on cases is shown. */
export interface OnCaseTopic<V extends OnCaseView> {
  topic: string;
  section: string;
  title: (view: V) => string;
  /** What the record is about, line by line. */
  facts: (view: V) => { key: string; text: string }[];
  /** A sentence under the heading. */
  notice?: (view: V) => string;
  /** How an entry is called, and the words before its texts, by their fields. */
  entries: Record<string, { title: string; labels: Record<string, string> }>;
  /** The words of codes that stand in entries, by field. */
  codes: Record<string, (code: string) => string>;
  /** Commands in the order of their buttons; the first that can be given is the main one. */
  steps: string[];
}

const yellow = [
  'asked',
  'open',
  'toDecide',
  'needed',
  'referred',
  'distributed',
  'awaitingModeration',
  'toDo',
  'proofGiven',
];
const template = readFileSync(templateUrl('frame/on-case.hbs'), 'utf8');

/** A tag for where such a record stands. */
export function onCaseTag(state: string): { text: string; classes: string } {
  return {
    text: stateLabels[state] ?? state,
    classes: yellow.includes(state) ? 'govuk-tag--yellow' : 'govuk-tag--grey',
  };
}

/** Whom it is about: the child as lists show the name, and the reference of the case. */
export function onCaseCaption({ name, reference, cautions }: OnCaseLine & { cautions?: string[] }): string {
  return [name, reference, cautionTag(cautions)].filter(Boolean).join(', ');
}

/** Reads one such record. */
export async function readOnCase<V extends OnCaseView>(
  visit: Visit,
  topic: string,
): Promise<{ view: V; etag: string | null }> {
  const { body, etag } = await visit.read<V>(path`/api/v1/${topic}/${visit.params.id ?? ''}`);
  return { view: body, etag };
}

/** Such a record as the subject of one of its commands. */
export function onCaseSubject<V extends OnCaseView>(of: OnCaseTopic<V>) {
  return async (visit: Visit): Promise<Subject> => {
    const { view, etag } = await readOnCase<V>(visit, of.topic);
    return {
      href: `/${of.topic}/${view.id}`,
      caption: onCaseCaption(view),
      version: etag,
      allowed: view.allowed,
      facts: of.facts(view),
    };
  };
}

/** What was written, in the order in which it happened. */
export function entriesSaid(
  view: Pick<OnCaseView, 'written' | 'names'>,
  { entries, codes }: Pick<OnCaseTopic<never>, 'entries' | 'codes'>,
) {
  return [...view.written].reverse().flatMap(({ kind, happened, authorId, body }) => {
    const entry = entries[kind];
    if (!entry) return [];
    const lines = Object.entries(entry.labels).flatMap(([field, label]) => {
      const value = body[field];
      if (typeof value !== 'string' || value === '') return [];
      return [{ label, text: codes[field]?.(value) ?? value }];
    });
    const by = typeof body.by === 'string' ? body.by : (view.names[authorId ?? ''] ?? null);
    return [{ title: entry.title, at: happened, by, lines }];
  });
}

/** The buttons of what may be done now, the first the main one; withdrawing is never what somebody is led to. */
export function onCaseSteps(
  { id, allowed }: Pick<OnCaseView, 'id' | 'allowed'>,
  { topic, steps }: Pick<OnCaseTopic<never>, 'topic' | 'steps'>,
) {
  return steps
    .filter((verb) => canDo(allowed, `${topic}/${verb}`))
    .map((verb, index) => ({
      text: commandLabels[`${topic}/${verb}`],
      href: `/${topic}/${id}/${verb}`,
      main: index === 0 && !verb.startsWith('withdraw-'),
    }));
}

/** The page of one such record: where it stands, what happened, and what may be done now. */
export function onCasePage<V extends OnCaseView>(of: OnCaseTopic<V>): Page {
  return {
    id: `${of.topic}/view`,
    url: `/${of.topic}/:id`,
    section: of.section,
    view: template,

    async get(visit) {
      const { view } = await readOnCase<V>(visit, of.topic);
      return show({
        title: of.title(view),
        model: {
          caption: onCaseCaption(view),
          tag: onCaseTag(view.state),
          ...{ notice: of.notice?.(view) ?? null, table: null },
          ...withDates(of.facts(view), view),
          said: entriesSaid(view, of),
          caseHref: view.mayOpenCase ? `/child-cases/${view.caseId}` : null,
          steps: onCaseSteps(view, of),
        },
      });
    },
  };
}

/** A case on which a record is to begin, for the head of the form. */
export interface CaseToHangOn {
  id: string;
  reference: string;
  child?: { name?: string };
  standing?: { name: string };
  cautions?: { party: string }[];
  begins?: Allowed[];
}

/** Reads the case that `?case=` names. */
export async function readCaseToHangOn(visit: Visit): Promise<CaseToHangOn> {
  const id = visit.query.case ?? '';
  const { body } = await visit.read<CaseToHangOn>(path`/api/v1/child-cases/${id}`);
  return body;
}

/** The case in words above such a form. */
export function captionOfCase({ reference, child, standing, cautions = [] }: CaseToHangOn): string {
  const parties = [...new Set(cautions.map(({ party }) => party))];
  return [child?.name ?? standing?.name, reference, cautionTag(parties)].filter(Boolean).join(', ');
}
