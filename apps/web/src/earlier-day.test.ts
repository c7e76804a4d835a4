import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { earlierDay } from './earlier-day.js';
import { kinds } from './pages/as-it-was/kinds.js';
import { pages } from './pages.js';

/** Lists of which no earlier day is asked, and why. */
const exceptions: Record<string, string> = {
  'as-it-was/list': 'It is the list as it was',
  'imports/list': 'Files that came in, each with its day',
  'incident-parts/list': 'What is in one incident: the incident is asked as it was',
  'incident-victims/list': 'What is known of one child: the child is asked as it was',
  'instruments/list': 'Every version stands there with the day from which it is used',
  'judgement-lists/list': 'Reckoned anew from the cases, which are asked as they were',
  'language/list': 'Words found in texts, each with its day',
  'letters/list': 'E-mails, each with its day',
  'match-lists/list': 'A list that is compared once and kept nowhere',
  'messages/list': 'Messages to one person, each with its day',
  'profiles/list': 'Every version stands there with the day from which it is in force',
  'session/list': 'Where the reader is signed in now',
  'sharing-ledger/list': 'What was shared, each with its day',
  'silent-cases/list': 'Reckoned anew from the cases, which are asked as they were',
  'unusual-looking/list': 'Reckoned from the audit of looks, each with its day',
  'verifications/list': 'What verifications found, each with its day',
};
const described = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
) as {
  paths: Record<string, { get: { parameters: { name: string; schema: { enum: string[] } }[] } }>;
};

const auditor = { roles: ['auditor'] };
const ids = pages.map(({ id }) => id);

describe('the way to an earlier day', () => {
  it('leads from the clocks to whatever was overdue, on records of every kind', () => {
    const way = { action: '/as-it-was', kind: null, only: 'overdue' };
    expect(earlierDay('clocks/list', {}, auditor)).toEqual(way);
  });

  it('leads from each list of cases to that list, and from a record to that record', () => {
    expect(earlierDay('child-cases/list', {}, auditor)).toEqual({
      action: '/as-it-was',
      kind: 'childCase',
      only: null,
    });
    expect(earlierDay('plan-actions/view', { id: '7' }, auditor)).toEqual({
      action: '/records/7/as-it-was',
      kind: null,
      only: null,
    });
  });

  it('leads from who is missing now to who was missing then, and not to every absence that ever was', () => {
    const way = { action: '/as-it-was', kind: 'missingEpisode', only: 'open' };
    expect(earlierDay('missing-episodes/now', {}, auditor)).toEqual(way);
  });

  it('is offered to those who look over what was done, on pages of which an earlier state is kept, and nowhere else', () => {
    for (const who of [null, { roles: ['worker'] }, {}])
      expect(earlierDay('child-cases/list', {}, who)).toBe(null);
    for (const page of ['child-cases/record-view', 'start/open', 'scorecards/view', 'intelligence/view'])
      expect(earlierDay(page, { id: '7' }, auditor)).toBe(null);
  });

  it('is offered on every list of records, but those that are named here with the reason', () => {
    const lists = ids.filter((id) => /\/(list|now)$/.test(id));
    const without = lists.filter((id) => !earlierDay(id, {}, auditor));
    expect(without.sort()).toEqual(Object.keys(exceptions).sort());
  });

  it('leads to lists that the api knows, and to all of them', () => {
    const known = (described.paths['/api/v1/as-it-was']?.get.parameters ?? []).find(
      ({ name }) => name === 'kind',
    );
    const offered = ids.flatMap((id) => earlierDay(id, { id: '7' }, auditor)?.kind ?? []);
    expect(offered.filter((kind) => !known?.schema.enum.includes(kind))).toEqual([]);
    expect(Object.keys(kinds).sort()).toEqual([...(known?.schema.enum ?? [])].sort());
  });
});
