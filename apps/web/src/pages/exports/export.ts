import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords, momentWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

type Act = { by: string | null; at: string } | null;

/** An export as lists of the api show it. */
export interface ExportLine {
  id: string;
  version: number;
  state: string;
  what: string | null;
  list: string | null;
  recordId: string | null;
  recipient: { name: string; organisation: string } | null;
  requested: Act;
  approved: Act;
  begun: Act;
  ended: Act;
  until: string | null;
}

/** An export as its own page of the api shows it. */
export interface ExportView extends ExportLine {
  clocks: DueDate[];
  download: {
    startedAt: string | null;
    endedAt: string | null;
    /** Whether it is being fetched now, and how many records it went through of how many. */
    atWork: boolean;
    progress: { read: number; of: number; at: string } | null;
    /** Until when it may be fetched again without another approval; null before the first time and after. */
    again: string | null;
    end: { rows: number; bytes: number; digest: string; complete: boolean; leftOut?: number } | null;
  };
  /** Of a peer review: the cases that the reader may see, and every copy that was made of its pack. */
  cases: { id: string; reference: string }[];
  copies: { number: number; recipientId: string; digest: string; issuedAt: string; outside: boolean }[];
  written: { kind: string; body: { reason?: string } }[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** What each list is called. */
export const listLabels: Record<string, string> = {
  child: 'Children',
  childCase: 'Cases',
  planAction: 'Actions',
  missingEpisode: 'Missing episodes',
  returnInterview: 'Return home interviews',
  referralProposal: 'Referral proposals',
  sitting: 'Sittings',
  incident: 'Incidents, as they are imported',
  personCase: 'Cases of persons of concern',
  locationCase: 'Cases of places',
  disruptionMeasure: 'Disruption measures',
  intelligence: 'Reports of intelligence, sanitised',
};

const whats: Record<string, string> = {
  'missing-return': 'The missing file of the SSDA903 return',
  'peer-review': 'Journeys of chosen cases without names, for a peer review',
  'cin-factors': 'Factors for the children in need census',
  'ssd-tables': 'Tables of the Standard Safeguarding Dataset',
  'inspection-list': 'The child-level list of an inspection',
};

/** What is exported, in words. */
export function whatWords({ what, list }: ExportLine): string {
  const own = whats[what ?? ''];
  if (own) return own;
  if (what === 'list') return `List: ${listLabels[list ?? ''] ?? list}`;
  return what === 'record' ? 'The whole history of one record' : 'Everything of the partnership';
}

/** To whom it goes. */
export function recipientWords({ recipient }: ExportLine): string {
  return recipient ? `${recipient.name}, ${recipient.organisation}` : 'Nobody named';
}

/** A tag for where an export stands. */
export function exportTag({ state }: ExportLine): { text: string; classes: string } {
  const waits = state === 'requested' || state === 'approved';
  return {
    text: stateLabels[state] ?? labelOf(state),
    classes: waits ? 'govuk-tag--yellow' : 'govuk-tag--grey',
  };
}

/** Reads one export. */
export async function readExport(visit: Visit): Promise<{ one: ExportView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<ExportView>(`/api/v1/exports/${id}`);
  return { one: body, etag };
}

const count = (n: number) => n.toLocaleString('en-GB');

/** How far a file that is being fetched is, or that it broke off and where; null where neither is so. */
export function progressWords({ download: { startedAt, atWork, progress, end } }: ExportView): string | null {
  if (!startedAt || (!atWork && end?.complete)) return null;
  const far = progress ? `${count(progress.read)} of ${count(progress.of)} records` : 'no record';
  return atWork ? `It is being fetched: ${far} so far.` : `The download broke off after ${far}.`;
}

function downloadWords(one: ExportView): string {
  const { download, list, what } = one;
  const { startedAt, end } = download;
  if (!startedAt) return 'Not fetched yet';
  if (!end || download.atWork)
    return `Begun ${momentWords(startedAt)}. ${progressWords(one) ?? 'No end is recorded.'}`;
  const how = end.complete ? 'complete' : 'broken off';
  const { rows, bytes, leftOut } = end;
  const lines = what === 'peer-review' ? 'entries' : 'rows';
  const why =
    list === 'intelligence'
      ? 'they are for covert handling, or their originator is asked first'
      : 'the child has no id of the authority, or absences overlap';
  const without = leftOut ? `; ${leftOut} left out: ${why}` : '';
  return `${count(rows)} ${lines}, ${count(bytes)} bytes, ${how}${without}`;
}

/** What, for whom, why, who decided, and what left. */
export function exportFacts(one: ExportView): { key: string; text: string }[] {
  const act = (what: Act) =>
    what ? `${one.names[what.by ?? ''] ?? 'Somebody'} on ${dateWords(what.at)}` : 'Not yet';
  const reason = one.written.find(({ kind }) => kind === 'export-asked')?.body.reason;
  return [
    { key: 'What', text: whatWords(one) },
    ...(one.cases.length > 0
      ? [{ key: 'Cases', text: one.cases.map(({ reference }) => reference).join(', ') }]
      : []),
    { key: 'To whom', text: recipientWords(one) },
    { key: 'Why', text: reason ?? 'Not recorded' },
    { key: 'Asked for', text: act(one.requested) },
    { key: 'Approved', text: act(one.approved) },
    ...(one.until ? [{ key: 'To be fetched by', text: dateWords(one.until) }] : []),
    ...(one.begun ? [{ key: 'File', text: downloadWords(one) }] : []),
    ...(one.download.end ? [{ key: 'SHA-256 of the file', text: one.download.end.digest }] : []),
    ...(one.ended ? [{ key: stateLabels[one.state] ?? 'Ended', text: act(one.ended) }] : []),
  ];
}

/** The export as the subject of one of its commands. */
export async function exportSubject(visit: Visit): Promise<Subject> {
  const { one, etag } = await readExport(visit);
  return {
    href: `/exports/${one.id}`,
    caption: whatWords(one),
    version: etag,
    allowed: one.allowed,
    facts: exportFacts(one),
  };
}
