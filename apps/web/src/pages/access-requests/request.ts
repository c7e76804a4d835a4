import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

type Act = { by: string | null; at: string } | null;

/** A request for access, or a part of one, as lists of the api show it. */
export interface RequestLine {
  id: string;
  version: number;
  state: string;
  requester: { kind: string; name: string } | null;
  childId: string | null;
  childName: string | null;
  sought: { name: string; birthDate: string } | null;
  receivedOn: string;
  identity: { by: string | null; at: string; how: string } | null;
  waits: { for: string; since: string } | null;
  extended: boolean;
  bundle: { at: string; items: number } | null;
  undecided: number;
  approved: Act;
  issued: {
    by: string | null;
    at: string;
    digest: string;
    released: number;
    redacted: number;
    withheld: number;
  } | null;
  ended: Act;
  part: boolean;
  asked: number;
  due: string | null;
}

/** What an agency was asked, as the page of the request shows it. */
export interface ConsultationLine {
  id: string;
  contactName: string;
  items: number;
  due: string | null;
  answered: { answer: string; at: string } | null;
}

/** A request as its own page of the api shows it. */
export interface RequestView extends RequestLine {
  clocks: DueDate[];
  consultations: ConsultationLine[];
  written: { id: string; kind: string; at: string; body: Record<string, unknown> }[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** Whom a request is about: by name where the reader may see it, else as the requester described. */
export function aboutWords({ childName, sought, childId }: RequestLine): string {
  if (childName) return childName;
  if (sought) return `${sought.name}, born ${dateWords(sought.birthDate)}`;
  return childId ? 'A child whom you may not see' : 'Nobody named';
}

/** Who asks, in words. */
export function requesterWords({ requester }: RequestLine): string {
  return requester ? `${requester.name}, ${labelOf(requester.kind).toLowerCase()}` : 'Not recorded';
}

/** A tag for where a request stands. */
export function requestTag({ state }: RequestLine): { text: string; classes: string } {
  const works = state === 'received' || state === 'inProgress' || state === 'decided';
  return { text: stateLabels[state] ?? state, classes: works ? 'govuk-tag--yellow' : 'govuk-tag--grey' };
}

/** Reads one request. */
export async function readRequest(visit: Visit): Promise<{ request: RequestView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<RequestView>(`/api/v1/access-requests/${id}`);
  return { request: body, etag };
}

/** Where a request stands, line by line. */
export function requestFacts(request: RequestView): { key: string; text: string }[] {
  const { identity, waits, bundle, issued, approved, ended, names } = request;
  const act = (what: Act) =>
    what ? `${names[what.by ?? ''] ?? 'Somebody'} on ${dateWords(what.at)}` : 'Not yet';
  return [
    { key: 'Asked by', text: requesterWords(request) },
    { key: 'Received', text: dateWords(request.receivedOn) },
    {
      key: 'Who asks is known',
      text: identity ? `${labelOf(identity.how)}, ${dateWords(identity.at)}` : 'Not yet',
    },
    ...(request.due
      ? [{ key: 'Answer due', text: `${dateWords(request.due)}${request.extended ? ', extended' : ''}` }]
      : []),
    ...(waits
      ? [
          {
            key: 'Waits for the requester',
            text: `${labelOf(waits.for)}, asked on ${dateWords(waits.since)}`,
          },
        ]
      : []),
    {
      key: 'Bundle',
      text: bundle
        ? `${bundle.items} items, ${request.undecided === 0 ? 'all decided' : `${request.undecided} not decided`}, gathered on ${dateWords(bundle.at)}`
        : 'Not gathered',
    },
    { key: 'Approved', text: act(approved) },
    ...(issued
      ? [
          { key: 'Issued', text: act(issued) },
          {
            key: 'Given out',
            text: `${issued.released} whole, ${issued.redacted} with something blacked out, ${issued.withheld} kept back`,
          },
          { key: 'Digest of the answer', text: issued.digest },
        ]
      : []),
    ...(ended ? [{ key: stateLabels[request.state] ?? 'Ended', text: act(ended) }] : []),
  ];
}

/** The request as the subject of one of its commands. */
export async function requestSubject(visit: Visit): Promise<Subject> {
  const { request, etag } = await readRequest(visit);
  return {
    href: `/access-requests/${request.id}`,
    caption: aboutWords(request),
    version: etag,
    allowed: request.allowed,
    facts: requestFacts(request),
  };
}
