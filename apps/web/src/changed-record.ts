import { path } from './api-client.js';
import { type RecordNow, stateWords, writtenSince } from './changed-words.js';
import type { Changed, Page } from './page.js';
import { itemNow } from './pages/agenda-items/item-now.js';
import { changedCase } from './pages/child-cases/changed-case.js';
import { actionNow } from './pages/plan-actions/action-now.js';
import { sittingNow, sittingSince } from './pages/sittings/sitting-now.js';
import { userNow } from './pages/users/user-now.js';
import { readList } from './read-list.js';
import type { Visit } from './visit.js';

type Line = { label: string; text: string };

interface Told {
  /** Where the record is read in full. */
  href?: (view: never) => string;
  /** The record as it is now, line by line. */
  now: (view: never) => Line[];
  /** What was recorded since; from what was written on the record without it. */
  since?: (view: never, since: string) => Changed['since'];
  /** The api shows it in a list alone. */
  inList?: boolean;
}

/** A record of which its state says all that another person's step changes for this one. */
const byState: Told = { now: ({ state }: RecordNow) => [{ label: 'State', text: stateWords(state) }] };

/** A case about a person or a place: where it stands, and why it is on the books. */
const strandNow: Told = {
  now: ({ state, name = '' }: { state?: RecordNow['state']; name?: string }) => [
    { label: 'Name', text: name },
    { label: 'State', text: state ? stateWords(state) : 'Not shown to you' },
  ],
};

/** A report of intelligence: its state is shown to those who evaluate it alone. */
const reportNow: Told = {
  now: ({ state, reference }: { state?: RecordNow['state']; reference: string }) => [
    { label: 'Reference', text: reference },
    { label: 'State', text: state ? stateWords(state) : 'Not shown to you' },
  ],
};

const topics: Record<string, Told> = {
  'agenda-items': { now: itemNow, href: ({ sittingId }: { sittingId: string }) => `/sittings/${sittingId}` },
  'plan-actions': { now: actionNow },
  'plan-copies': byState,
  'referral-proposals': byState,
  incidents: byState,
  'incident-victims': byState,
  'incident-parts': byState,
  children: { now: ({ name }: { name: string }) => [{ label: 'Name', text: name }] },
  'information-requests': byState,
  challenges: byState,
  notices: byState,
  'case-audits': byState,
  'audit-actions': byState,
  'dip-samples': byState,
  'quality-standards': byState,
  'quality-activities': byState,
  'practice-themes': byState,
  'training-sessions': byState,
  'service-feedback': byState,

  intelligence: reportNow,
  'intelligence-requirements': byState,
  'identifier-matches': byState,
  'partner-figures': byState,
  'population-tables': byState,
  'service-episodes': byState,
  'missing-episodes': byState,
  'return-interviews': byState,
  disposals: byState,
  exports: byState,
  'access-requests': byState,
  'access-consultations': byState,
  'instrument-changes': byState,
  'profile-changes': byState,
  'legal-holds': { ...byState, inList: true },
  'disruption-measures': byState,
  links: byState,
  clusters: {
    now: ({ state }: { state: { work: string } }) => [{ label: 'State', text: stateWords(state.work) }],
  },
  'break-glass': { ...byState, inList: true },
  'duty-rotas': { now: ({ name }: { name: string }) => [{ label: 'Rota', text: name }], inList: true },
  'person-cases': strandNow,
  'location-cases': strandNow,
  persons: { now: ({ name }: { name: string }) => [{ label: 'Person', text: name }] },
  locations: { now: ({ name }: { name: string }) => [{ label: 'Place', text: name }] },
  panels: { now: ({ name }: { name: string }) => [{ label: 'Panel', text: name }] },
  sittings: { now: sittingNow, since: sittingSince },
  users: { now: userNow },
};

/** The topic of the record that a page's address names: `sittings` of `/sittings/:id/add-item`. */
function topicOf({ url }: Pick<Page, 'url'>): string | undefined {
  return /^\/([a-z-]+)\/:id(\/|$)/.exec(url)?.[1];
}

/**
 * What the record of a page is now, beside what somebody wanted to do to it: the answer of every page to a 412. Nothing
 * for a page whose address names no record. Throws where the record can no longer be read.
 */
export async function changedRecord(page: Page, visit: Visit): Promise<Changed | undefined> {
  const topic = topicOf(page);
  if (topic === 'child-cases') return changedCase(visit);
  const told = topics[topic ?? ''];
  if (!told) return undefined;
  const { body, etag } = await (told.inList
    ? readFromList(visit, topic ?? '')
    : readRecord(visit, topic ?? ''));
  const view = body as never;
  return {
    version: etag,
    href: told.href?.(view) ?? `/${topic}/${body.id}`,
    now: [...told.now(view), { label: 'Version', text: String(body.version) }],
    since: (told.since ?? writtenSince)(view, visit.shownAt ?? ''),
  };
}

type Read = { body: RecordNow; etag: string | null };

function readRecord(visit: Visit, topic: string): Promise<Read> {
  return visit.read<RecordNow>(path`/api/v1/${topic}/${visit.params.id ?? ''}`);
}

async function readFromList(visit: Visit, topic: string): Promise<Read> {
  const { items } = await readList<RecordNow>(visit, `/api/v1/${topic}`, { after: undefined, limit: 100 });
  const body = items.find(({ id }) => id === visit.params.id);
  if (!body) throw new Error(`The list of ${topic} does not hold the record that was changed`);
  return { body, etag: `"${body.version}"` };
}
