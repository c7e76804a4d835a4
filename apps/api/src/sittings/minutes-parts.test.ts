import { openOwner } from '@mase/store/testing';
import { aDecision, aQuorum } from '@mase/workflow/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addItem, gradedCase, list, openSitting } from '../packs/testing/little-sitting.js';
import { type TestApi, testApi } from '../testing/test-api.js';

interface Part {
  itemId: string;
  caseId: string;
  pieces: { text: string; was?: string }[];
  doubtful: { word: string; times: number; places: string[] }[];
  shared: string[];
}
interface Parts {
  state: string;
  minutesVersion: number;
  parts: Part[];
}

let api: TestApi;
let sitting: string;
const cases: { [name: string]: string } = {};
const items: { [name: string]: string } = {};
const children = {
  robin: { firstName: 'Robin', lastName: 'Ordinary', chosenName: 'Robbie', birthDate: '2010-06-01' },
  will: { firstName: 'Will', lastName: 'Ordinary', birthDate: '2011-06-01' },
  hidden: { firstName: 'Zenobia', lastName: 'Untold', birthDate: '2009-06-01' },
};
const note = {
  robin: 'Robbie was seen with Will Ordinary and Zenobia Untold. Will the school say when? Ms Ordinary rang.',
  will: 'The flat is where Robbie stays.',
};

const look = async (who: string) => {
  const answer = await api.ask(who, 'GET', `/api/v1/sittings/${sitting}/minutes-parts`);
  return { status: answer.statusCode, view: answer.json() as Parts, text: answer.body };
};
const partOf = ({ view }: { view: Parts }, name: string) =>
  view.parts.find(({ caseId }) => caseId === cases[name]);
const textOf = (part?: Part) => part?.pieces.map(({ text }) => text).join('');
const owner = <R>(text: string, values: unknown[]) =>
  openOwner(api.database.connections.owner, async (client) => (await client.query(text, values)).rows as R[]);
const filedOn = async (id?: string) =>
  (
    await owner<{ body: string }>("select body from written where record_id = $1 and kind = 'minutes-part'", [
      id,
    ])
  ).map(({ body }) => (JSON.parse(body) as { text: string }).text);

/** Three children were heard; the case of the third is closed to everybody but its chair. */
beforeAll(async () => {
  api = await testApi(inject('MASE_TEST_SERVER'));
  const { give, founded } = api;
  sitting = await openSitting(api, '2026-01-22T10:00:00.000Z', '2026-01-22T12:00:00.000Z');
  for (const [name, child] of Object.entries(children)) {
    const id = await gradedCase(api, child);
    await list(api, id);
    cases[name] = id;
    items[name] = await addItem(api, sitting, id);
  }
  const readers = [founded.people.chair];
  await give('manager', 'child-cases/restrict', { reason: 'Made up', readers }, cases.hidden);
  await give(
    'coordinator',
    'sittings/issue-papers',
    { recipients: [founded.people['member-police']] },
    sitting,
  );
  await give('chair', 'sittings/record-attendance', aQuorum(), sitting);
  await give('chair', 'sittings/start-sitting', { otherDayReason: 'Made up' }, sitting);
  for (const name of ['robin', 'will', 'hidden']) {
    await give('chair', 'agenda-items/open-item', {}, items[name]);
    const text = note[name as keyof typeof note] ?? 'What was said of her alone.';
    await give('chair', 'agenda-items/record-note', { text }, items[name]);
    const decision = { ...aDecision(), nextReview: '2026-03-02' };
    await give('chair', 'agenda-items/record-panel-decision', decision, items[name]);
  }
  await give('chair', 'sittings/end-sitting', {}, sitting);
}, 240_000);
afterAll(() => api.close());

describe('what agreeing the minutes files on each case', () => {
  it('is shown to coordinator and chair before, word by word, with what is left out and what is put in', async () => {
    for (const who of ['coordinator', 'chair']) {
      const seen = await look(who);
      expect([who, seen.status, seen.view.state]).toEqual([who, 200, 'minutesDrafted']);
      expect(partOf(seen, 'robin')?.pieces).toContainEqual({ text: '[another child]', was: 'Will Ordinary' });
      expect(partOf(seen, 'will')?.pieces).toContainEqual({ text: '[another child]', was: 'Robbie' });
    }
  });

  it('says of an everyday word that is also a child’s name that it stays, where, and which names are shared', async () => {
    const { doubtful, shared } = partOf(await look('coordinator'), 'robin') as Part;
    expect(doubtful).toMatchObject([{ word: 'Will', times: 1 }]);
    expect(doubtful[0]?.places[0]).toContain('Will the school say when?');
    expect(shared).toEqual(['Ordinary']);
  });

  it('takes out no name of a restricted case that was heard, whoever looks: that would tell that it was on the agenda', async () => {
    const [coordinator, chair] = [await look('coordinator'), await look('chair')];
    expect(chair.view.parts).toEqual(coordinator.view.parts);
    for (const { view, text } of [coordinator, chair]) {
      expect(textOf(partOf({ view }, 'robin'))).toContain('with [another child] and Zenobia Untold.');
      expect(partOf({ view }, 'robin')?.pieces.map(({ was }) => was)).not.toContain('Zenobia Untold');
      for (const hidden of [cases.hidden, items.hidden, 'What was said of her alone.'])
        expect(text).not.toContain(hidden);
    }
  });

  it('is for the coordinator and the chairs alone; whoever does not see the sitting is told of none', async () => {
    for (const who of ['member-police', 'senior', 'auditor', 'governance'])
      expect([who, (await look(who)).status]).toEqual([who, 403]);
    expect((await look('referrer')).status).toBe(404);
  });

  it('is written in the audit of each child whose part or name is shown, and of no other', async () => {
    const whom = await owner<{ id: string }>(
      'select parent_id as id from record where id = any ($1::uuid[])',
      [[cases.robin, cases.will]],
    );
    for (const who of ['coordinator', 'chair']) {
      await look(who);
      const shown = await owner<{ id: string }>(
        `select s.person_id as id from audit_subject s where s.audit_id = (select id from audit
          where action = 'sittings/minutes-parts' order by at desc, id desc limit 1)`,
        [],
      );
      expect([who, shown.map(({ id }) => id).sort()]).toEqual([who, whom.map(({ id }) => id).sort()]);
    }
  });

  it('is, once they are agreed, what the chair was shown; then nothing is left to show', async () => {
    const before = await look('chair');
    await api.give('chair', 'sittings/agree-minutes', {}, sitting);
    for (const name of ['robin', 'will'])
      expect(await filedOn(cases[name])).toEqual([textOf(partOf(before, name))]);
    expect((await filedOn(cases.robin))[0]).not.toContain('Will Ordinary');
    expect((await filedOn(cases.robin))[0]).toContain('Zenobia Untold');
    expect(await filedOn(cases.hidden)).toEqual([]);
    const after = await look('chair');
    expect([after.status, after.view.state, after.view.parts]).toEqual([200, 'minutesAgreed', []]);
  });
});
