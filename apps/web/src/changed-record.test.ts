import { commandLabels } from '@mase/workflow/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from './app.js';
import { pages } from './pages.js';
import { PlainBrowser } from './testing/browser-form.js';
import { type FakeApi, fakeApi } from './testing/fake-api.js';

const id = '0199aaaa-0000-7000-8000-000000000001';
const typed = 'He waits at the corner by the shop.';

const sitting = {
  id,
  version: 9,
  state: 'inSession',
  panel: 'A panel',
  startsAt: '2026-11-26T14:00:00Z',
  endsAt: '2026-11-26T16:00:00Z',
  place: 'Room 2',
  papersIssuedAt: '2026-11-19T09:00:00Z',
  minutesVersion: 0,
  minutes: [],
  items: [{ id, name: 'Robin Synthetic', openedAt: '2999-01-01T10:00:00Z', decision: null }],
  attendance: [{ name: 'Chris Chair', attendance: 'present' }],
  names: {},
  allowed: [],
};

const strandCase = {
  id,
  version: 9,
  reference: 'P-00000-00000',
  receivedAt: '2026-11-26T10:00:00Z',
  outcome: 'accepted',
  withheld: [],
  state: { work: 'active', panel: 'notListed' },
  name: 'Person Amber-04',
  aboutId: id,
  bases: [],
  written: [],
  allowed: [],
  names: {},
};
const strandRecord = {
  id,
  version: 9,
  state: 'onBooks',
  name: 'Person Amber-04',
  aliases: [],
  identifiers: [],
  joined: [],
  joinedWith: null,
  cases: [],
  levers: [],
  prevention: {},
  matches: [],
  written: [],
  allowed: [],
};

/** A record of each topic, moved on by somebody else. */
/** An entry of a register that nobody leads and of which nothing is said. */
const entry = {
  ...{ leadId: null, leadName: null, firstDue: null, dueOn: null, due: null },
  ...{ ended: null, names: {}, written: [], allowed: [] },
};

const records: Record<string, object> = {
  sittings: sitting,
  'agenda-items': {
    id,
    version: 9,
    state: 'open',
    name: 'Robin Synthetic',
    asked: 'What now?',
    sittingId: id,
    decision: null,
  },
  'plan-actions': {
    id,
    version: 9,
    state: 'accepted',
    what: 'Walk with Robin',
    ownerName: 'Wren Worker',
    due: null,
    ended: null,
  },
  'plan-copies': { id, version: 9, state: 'opened', part: 'safety', plan: 2, receipts: [], allowed: [] },
  'referral-proposals': { id, version: 9, state: 'declined' },
  children: {
    id,
    version: 9,
    state: 'onBooks',
    name: 'Robin Synthetic',
    identified: true,
    joined: [],
    joining: null,
    cases: [],
    withheld: [],
    written: [],
    allowed: [],
  },
  'information-requests': { id, version: 9, state: 'asked', names: {}, written: [], allowed: [] },
  challenges: { id, version: 9, state: 'raised', names: {}, written: [], allowed: [] },
  notices: { id, version: 9, state: 'needed', names: {}, written: [], allowed: [] },
  'case-audits': {
    ...{ id, version: 9, state: 'withdrawn', names: {}, written: [], allowed: [], dueOn: '2026-12-01' },
    ...{ firstDue: '2026-12-01', commissioned: null, returned: null, moderated: null, withdrawnAt: null },
  },
  ...Object.fromEntries(
    Object.entries({
      'quality-standards': {
        state: 'retired',
        number: '4',
        title: 'Made up',
        agencyName: 'Health',
        rating: null,
        on: null,
      },
      'quality-activities': { state: 'finished', title: 'Made up', activity: 'other', on: null },
      'practice-themes': { state: 'closed', title: 'Made up', theme: 'recording', sources: [], on: null },
      'training-sessions': {
        state: 'withdrawn',
        title: 'Made up',
        on: '2026-10-01',
        audience: 'health',
        trade: null,
        place: 'Made up',
        attended: [],
      },
      'service-feedback': {
        state: 'withdrawn',
        giver: 'child',
        theme: 'privacy',
        says: 'good',
        way: 'survey',
        month: '2026-10',
        on: null,
      },
    }).map(([topic, one]) => [topic, { id, version: 9, ...entry, ...one }]),
  ),
  'dip-samples': {
    ...{ id, version: 9, state: 'withdrawn', title: 'Autumn (made up)', names: {}, written: [], allowed: [] },
    ...{ basis: 'received', from: '2026-10-01', to: '2026-10-31', grade: null, teamId: null, concern: null },
    ...{ size: 0, seed: 1, sealed: null, population: { size: 0, digest: '' }, drawn: null, ended: null },
  },
  'audit-actions': {
    ...{ id, version: 9, state: 'proven', names: {}, written: [], allowed: [], dueOn: '2026-12-01' },
    ...{ firstDue: '2026-12-01', part: null, given: null, ended: null, from: null },
  },
  intelligence: { id, version: 9, reference: 'I-0000' },
  'intelligence-requirements': { id, version: 9, state: 'answered' },
  'identifier-matches': { id, version: 9, state: 'decided' },
  'partner-figures': { id, version: 9, state: 'withdrawn' },
  'population-tables': { id, version: 9, state: 'withdrawn' },
  'missing-episodes': { id, version: 9, state: 'returned' },
  'return-interviews': { id, version: 9, state: 'held' },
  incidents: { id, version: 9, state: 'recorded' },
  'incident-victims': { id, version: 9, state: 'linkWithdrawn' },
  'incident-parts': { id, version: 9, state: 'linkWithdrawn' },
  'person-cases': strandCase,
  'location-cases': strandCase,
  persons: strandRecord,
  locations: strandRecord,
  'service-episodes': { id, version: 9, state: 'referred', names: {}, written: [], allowed: [] },
  disposals: { id, version: 9, state: 'refused' },
  'instrument-changes': { id, version: 9, state: 'decided' },
  'profile-changes': { id, version: 9, state: 'decided' },
  'disruption-measures': { id, version: 9, state: 'inForce', names: {}, written: [], allowed: [] },
  links: { id, version: 9, state: 'current' },
  clusters: { id, version: 9, state: { work: 'proposed', panel: 'notListed' } },
  panels: {
    id,
    version: 9,
    state: 'active',
    name: 'Made-up panel',
    allowed: [],
    sittings: [],
    memberList: [],
    terms: [],
    area: { agenda: [], gate: [], quorum: [], listingBases: [] },
  },
  'legal-holds': { id, version: 9, state: 'lifted' },
  'break-glass': { id, version: 9, state: 'reviewed' },
  'duty-rotas': {
    id,
    version: 9,
    state: 'kept',
    name: 'Duty managers',
    hours: 'always',
    officeFrom: '09:00',
    officeUntil: '17:00',
    shifts: [],
    gaps: [],
    names: {},
  },
  exports: { id, version: 9, state: 'approved', names: {}, written: [], download: {} },
  'access-requests': {
    id,
    version: 9,
    state: 'inProgress',
    receivedOn: '2026-11-01',
    names: {},
    written: [],
  },
  'access-consultations': { id, version: 9, state: 'asked', names: {}, written: [] },
  users: { id, version: 9, state: 'active', name: 'Wren Worker', roles: ['worker'], endedAt: null },
  'child-cases': {
    id,
    version: 9,
    state: { work: 'monitoring', panel: 'listed' },
    written: [],
    standing: {},
    classes: [],
  },
};

/** Pages that give a command on a record; ending a session or releasing an identity is none. */
const changing = pages.filter(
  ({ id: own, post, url }) => post && url.includes('/:id') && own in commandLabels,
);

let api: FakeApi;
let browser: PlainBrowser;
let close: () => Promise<void>;

beforeAll(async () => {
  api = await fakeApi();
  api.answer(({ method, url }) => {
    if (url.includes('/drafts/')) return { status: method === 'GET' ? 404 : 204 };
    if (method === 'POST') return { status: 412, body: { title: 'The record changed', status: 412 } };
    if (url.endsWith('/assessment-form'))
      return { status: 200, body: { instruments: [{ levels: [], domains: [] }] } };
    if (url.includes('/instruments/in-force'))
      return { status: 200, body: { items: [{ levels: [], domains: [] }] } };
    const record = records[/^\/api\/v1\/([a-z-]+)\//.exec(url)?.[1] ?? ''];
    const listed = records[/^\/api\/v1\/([a-z-]+)(\?|$)/.exec(url)?.[1] ?? ''];
    return record
      ? { status: 200, body: record, etag: '"9"' }
      : { status: 200, body: { items: listed ? [listed] : [] } };
  });
  const app = await buildWeb({ apiUrl: api.url, secure: false });
  browser = new PlainBrowser(app);
  browser.cookies.set('mase_session', 'open');
  close = async () => {
    await app.close();
    await api.close();
  };
});
afterAll(() => close());

/** Enough typed for every page to send its command. */
const form = {
  seenOrSaid: typed,
  reason: typed,
  reasons: typed,
  caseId: id,
  childId: id,
  otherId: id,
  words: typed,
  [`asked-${id}`]: typed,
  recipients: id,
  item: id,
  minutes: '8',
  move: `up:${id}`,
  'sections-0-text': typed,
  weekFrom: '2026-11-30',
  dates: '2026-12-03',
  leave: id,
  'startsAt-time': '10:00',
  endsAt: '12:00',
  'attendance-0-name': 'Chris Chair',
  'attendance-0-attendance': 'present',
};

describe('what somebody sends to a record that another person changed first', () => {
  it('there are pages of every topic that change a record', () => {
    expect(changing.length).toBeGreaterThan(35);
    expect([...new Set(changing.map(({ url }) => url.split('/')[1]))].sort()).toEqual(
      Object.keys(records).sort(),
    );
  });

  it.each(changing.map((page) => [page.id, page] as const))(
    'is answered by %s with both versions, and what was typed is kept and can be sent again',
    async (_, page) => {
      const csrf = (await browser.open('/form-token')).json<{ token: string }>().token;
      const to = page.url.replace(':id', id);
      const { statusCode, body } = await browser.send(
        { ...form, _csrf: csrf, _version: '"3"', _shown: '2026-11-26T10:00:00Z' },
        to,
      );
      expect([page.id, statusCode]).toEqual([page.id, 412]);
      expect(body).toContain('What the record is now');
      expect(body).toContain('<dd class="govuk-summary-list__value">9</dd>');
      expect(body).toContain(typed);
      expect(body).toContain('name="_version" value="&quot;9&quot;"');
      expect(body).toContain('Mine still fits: send it now');
      if (page.url.startsWith('/sittings/')) expect(body).toContain('The item of Robin Synthetic was opened');
    },
  );
});
