import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lookAtForm } from '../../testing/look.js';
import { type RealApi, realApi } from '../../testing/real-api.js';
import { type Site, startSite } from '../../testing/site.js';

let api: RealApi;
let site: Site;
let childId: string;

beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await startSite(api.url, { pictures: 'missing' });
  childId = await api.give('coordinator', 'children/record-child', {
    firstName: 'Kestrel',
    lastName: 'Invented',
    birthDate: '2012-03-04',
    from: 'A list',
  });
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

/** A moment some hours ago as the fields of a form. */
function moment(name: string, hoursAgo: number): Record<string, string> {
  const at = new Date(Date.now() - hoursAgo * 3_600_000);
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options }).format(at);
  return {
    [`${name}-day`]: of({ day: 'numeric' }),
    [`${name}-month`]: of({ month: 'numeric' }),
    [`${name}-year`]: of({ year: 'numeric' }),
    [`${name}-time`]: of({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}

describe('a child who is missing, without scripts', () => {
  it('is found, reported, seen by who looks, comes back, and is heard', async () => {
    const duty = await site.plainAs('duty');
    await duty.open('/missing-episodes/report-missing');
    await duty.send({ name: 'kestrel invented' });
    expect(duty.html).toContain(childId);
    const form = `/missing-episodes/report-missing?child=${childId}`;
    expect(await site.shot(duty, form, 'report')).toContain('Kestrel Invented');
    await duty.open(form);
    await duty.send({ ...moment('since', 5), kind: 'missing', reportedBy: 'Her foster carer' });
    expect(duty.html).toContain('Select where the child is missing from');
    const typed = {
      ...moment('since', 5),
      kind: 'missing',
      missingFrom: 'care',
      reportedBy: 'Her foster carer',
      policeLevel: 'high',
      looking: 'Sgt Invented',
      triggerPlan: 'in-use',
    };
    const reported = await duty.send(typed);
    const href = String(reported.headers.location);
    expect(href).toMatch(/^\/missing-episodes\//);
    expect(await site.shot(duty, href, 'absent')).toContain('The child has not returned');
    const now = await site.shot(duty, '/missing-now', 'now');
    expect(now).toContain('1 child is missing');
    expect(now).toMatch(/for 5 hours/);
    expect(now).toContain('Sgt Invented');
    await duty.open('/missing-now');
    const sought = await duty.send({ sought: 'kestrl' });
    expect(sought.statusCode).toBe(200);
    expect(duty.html).toContain('1 child with a name like this is missing');
    await duty.open('/missing-now');
    await duty.send({ sought: 'zqzqzq' });
    expect(duty.html).toContain('Nobody with a name like this is missing');
    expect(duty.html).not.toContain('Kestrel');

    await duty.open(form);
    const second = await duty.send({ ...typed, ...moment('since', 4), reportedBy: 'The school' });
    const held = String(second.headers.location);
    expect(await site.shot(duty, held, 'held')).toContain('This may be a second report');
    expect(await site.shot(duty, `${held}/decide-report`, 'compare')).toContain('On the books');
    await duty.open(`${held}/decide-report`);
    await duty.send({ decision: 'same', words: 'The carer and the school ring about one absence.' });
    await duty.open('/missing-now');
    expect(duty.html).not.toContain('Reports to compare');

    await duty.open(`${href}/record-search`);
    await duty.send({});
    expect(duty.html).toContain('Say what has changed');
    await duty.open(`${href}/record-return`);
    await duty.send({ ...moment('returned', 1), from: 'Police', whereFound: 'At the station' });
    expect(await site.shot(duty, href, 'returned')).toContain('In time until');

    const heard = await site.plainAs('coordinator');
    const offer = `/return-interviews/offer-interview?episode=${href.split('/')[2]}`;
    expect(await site.shot(heard, offer, 'offer')).toContain('72 hours');
    await heard.open(offer);
    const about = { by: 'Indy Interviewer', agency: 'Fern Youth Charity' };
    await heard.send({ ...about, independent: 'no', episodeIds: href.split('/')[2] ?? '' });
    expect(heard.html).toContain('Say why nobody independent could be had');
    const offered = await heard.send({ ...about, independent: 'yes', episodeIds: href.split('/')[2] ?? '' });
    const interview = String(offered.headers.location);
    expect(await site.shot(heard, `${interview}/record-interview`, 'interview')).toContain(
      'Never ask a young person',
    );
    await lookAtForm(site, heard, `${interview}/close-offer`, 'missing-close-offer');
    await heard.open(`${interview}/record-interview`);
    await heard.send({
      where: 'At school',
      seenAlone: 'yes',
      ownWords: 'They would not drive me back.',
      ownRating: '2',
      'findings-exploitation': ['exploitation:driven-or-moved', 'exploitation:given-gifts-or-money'],
      words: 'A grey car, twice this month.',
    });
    const told = await site.shot(heard, interview, 'held-interview');
    expect(told).toContain('They would not drive me back.');
    expect(told).toContain('Held within 72 hours');
    expect(told).toContain('Driven or moved by others');
    const send = `/intelligence/submit-intelligence?interview=${interview.split('/')[2]}`;
    await heard.open(send);
    expect(heard.html).toContain('A grey car, twice this month.');
    expect(heard.html).toMatch(/value="exploitation:driven-or-moved"[^>]*checked/);
    const sent = await heard.send({
      findings: ['exploitation:driven-or-moved'],
      seen: 'A grey car, twice this month.',
      when: 'This month',
      where: 'By the station',
      howKnown: 'told-by-somebody',
      fromChild: 'yes',
      couldShow: 'yes',
      childInDanger: 'no',
    });
    expect(heard.html).not.toContain('There is a problem');
    expect(sent.headers.location).toBe(interview);
    expect(await site.shot(heard, interview, 'sent-interview')).toContain(
      'Sent to the police as intelligence',
    );
    await heard.open(send);
    expect(heard.html).not.toMatch(/value="exploitation:driven-or-moved"[^>]*checked/);
    expect(await site.shot(heard, send, 'intelligence')).toContain(
      'From the return home interview with Kestrel',
    );
    expect(await site.shot(heard, `/children/${childId}`, 'child')).toContain('Held within 72 hours');
    const figures = await site.shot(heard, '/missing-report', 'figures');
    expect(figures).toContain('1 absence of 1 child');
    expect(figures).toMatch(/Held within 72 hours[^%]*100\.00% \(1\sof\s1\)/);
  }, 120_000);

  it('who is not on the books is described, and is put on them', async () => {
    const duty = await site.plainAs('duty');
    await duty.open('/missing-episodes/report-missing?new=yes');
    const typed = { ...moment('since', 2), kind: 'missing', missingFrom: 'home', reportedBy: 'A neighbour' };
    await duty.send(typed);
    expect(duty.html).toContain('say who the child is as far as you know');
    const sent = await duty.send({ ...typed, 'child-firstName': 'Merlin', 'child-lastName': 'Madeup' });
    expect(await site.shot(duty, String(sent.headers.location), 'described')).toContain('Merlin Madeup');
  });
});

describe('an address that names no absence', () => {
  it.each(['now', 'nobody'])(
    'is not found, although the api may know “%s” as something else',
    async (word) => {
      const duty = await site.plainAs('duty');
      const { statusCode, body } = await duty.open(`/missing-episodes/${word}`);
      expect([statusCode, body.includes('Page not found')]).toEqual([404, true]);
    },
  );
});
