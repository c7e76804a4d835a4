import type { AccessConsultationStanding } from '../access-consultations/standing.js';
import { bundleOf } from '../access-requests/bundle.js';
import type { AccessRequestStanding, BundleItem } from '../access-requests/standing.js';
import type { StoredRecord } from '../model.js';
import { englandProfile } from '../profile/profile.js';
import type { Partnership } from './people.js';
import type { Maker } from './valid-payload.js';

/** Made-up items of a bundle about a record: one of each agency that wrote. */
export function someItems(record: StoredRecord, agencyIds: readonly string[]): BundleItem[] {
  return agencyIds.map((agencyId, index) => ({
    id: `${record.id}/${index}`,
    kind: 'referral',
    record: { kind: record.kind, id: record.id },
    agencyId,
    happened: record.at,
    length: 40,
    digest: String(index).padStart(64, '0'),
  }));
}

const inDays = (world: Partnership, days: number) =>
  new Date(Date.parse(world.at) + days * 86_400_000).toISOString();
const day = (world: Partnership) => world.at.slice(0, 10);
/** A request of which an agency may be asked; any other where there is none. */
function openRequest(world: Partnership): StoredRecord | undefined {
  const isOpen = ({ state, standing }: StoredRecord) => {
    const { partOf, bundle } = standing as AccessRequestStanding;
    return state === 'inProgress' && partOf === null && bundle !== null;
  };
  const requests = world.all('accessRequest');
  return requests.find(isOpen) ?? requests[0];
}

/** Payloads of what information governance does: requests for access, exports, disposals, legal holds. */
export const governancePayloads: Record<string, Maker> = {
  'access-requests/record-request': ({ world, chance }) => {
    const known = { childId: chance.of(world.all('child')).id };
    const unknown = { sought: { name: 'Robin Unknown', birthDate: '2011-02-03' } };
    return {
      requester: { kind: 'parent', name: 'Pat Example' },
      ...(chance.happens(0.8) ? known : unknown),
      receivedOn: day(world),
      scope: 'Everything that is held',
      sendTo: 'By hand, at the office (made up)',
    };
  },
  'access-requests/confirm-identity': () => ({ how: 'document-seen' }),
  'access-requests/ask-requester': ({ record }) => ({
    for: record?.state === 'received' ? 'identity' : 'clarification',
    words: 'Which years? (made up)',
  }),
  'access-requests/record-answer': () => ({ words: 'All of them (made up)' }),
  'access-requests/extend-time': () => ({ ground: 'complex', reason: 'Six agencies wrote (made up)' }),
  'access-requests/gather-bundle': ({ world }) => ({
    items: someItems(world.all('child')[0] as StoredRecord, [world.people.nurse.agencyId as string]),
  }),
  'access-requests/decide-items': ({ world, record }) => {
    const { items } = bundleOf(world.written.get(record?.id ?? '') ?? []);
    return { items: items.map(({ id }) => ({ id, decision: 'release' })) };
  },
  'access-requests/approve-response': () => ({}),
  'access-requests/return-response': () => ({ reason: 'One item again' }),
  'access-requests/issue-response': () => ({
    changed: 0,
    digest: '0'.repeat(64),
    released: 1,
    redacted: 0,
    withheld: 0,
  }),
  'access-requests/refuse-request': () => ({ ground: 'manifestly-unfounded', reasons: 'Made-up reasons' }),
  'access-requests/withdraw-request': () => ({ reason: 'The requester took it back (made up)' }),
  'disposals/propose-disposal': ({ world, chance }) => {
    const closed = world.all('childCase').filter((one) => (one.state as { work: string }).work === 'closed');
    const target = chance.of(closed.length > 0 ? closed : world.all('childCase'));
    return { record: { kind: 'childCase', id: target.id }, basis: 'court-order' };
  },
  'disposals/approve-disposal': () => ({}),
  'disposals/refuse-disposal': () => ({ reason: 'Not yet' }),
  'disposals/withdraw-disposal': () => ({ reason: 'A slip' }),
  'disposals/carry-out': () => ({}),
  'instrument-changes/propose-change': ({ world }) => ({
    change: 'retire',
    instrument: 'domain-levels',
    from: inDays(world, 30).slice(0, 10),
    reason: 'The made-up area uses another',
  }),
  'instrument-changes/approve-change': () => ({}),
  'instrument-changes/refuse-change': () => ({ reason: 'Not yet (made up)' }),
  'instrument-changes/withdraw-change': () => ({ reason: 'A slip (made up)' }),
  'profile-changes/propose-change': ({ world }) => ({
    file: JSON.stringify({
      ...englandProfile,
      name: 'The made-up area',
      effectiveFrom: inDays(world, 30).slice(0, 10),
      relistMonths: 9,
    }),
    reason: 'The made-up area relists for longer',
  }),
  'profile-changes/approve-change': () => ({}),
  'profile-changes/refuse-change': () => ({ reason: 'Not yet (made up)' }),
  'profile-changes/withdraw-change': () => ({ reason: 'A slip (made up)' }),
  'legal-holds/place-hold': ({ world, chance }) => ({
    scope: 'person',
    childId: chance.of(world.all('child')).id,
    reason: 'litigation',
    reviewBy: inDays(world, 200).slice(0, 10),
    words: 'A made-up claim',
  }),
  'legal-holds/review-hold': ({ world }) => ({
    reviewBy: inDays(world, 100).slice(0, 10),
    words: 'The made-up claim goes on',
  }),
  'legal-holds/lift-hold': () => ({ words: 'The made-up claim is settled' }),
  'exports/request-export': () => ({
    what: 'list',
    list: 'child',
    recipient: { name: 'Robin Reviewer', organisation: 'Made-up inspectorate' },
    reason: 'A made-up inspection',
  }),
  'exports/approve-export': () => ({}),
  'exports/refuse-export': () => ({ reason: 'Too much (made up)' }),
  'exports/withdraw-export': () => ({ reason: 'A slip' }),
  'exports/begin-download': () => ({}),
  'access-consultations/ask-agency': ({ world }) => {
    const { nurse } = world.people;
    return {
      requestId: openRequest(world)?.id ?? world.nextId(),
      agencyId: nurse.agencyId,
      contactId: nurse.userId,
      question: 'What speaks against giving it out? (made up)',
      items: [],
    };
  },
  'access-consultations/answer-consultation': ({ record }) => ({
    answer: (record?.standing as AccessConsultationStanding | undefined)?.items
      ? 'object-to-some'
      : 'no-objection',
    words: 'Nothing (made up)',
  }),
};
