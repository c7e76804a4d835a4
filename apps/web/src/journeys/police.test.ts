import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { button, type Hands, handsAt, link, manners } from '../testing/hands.js';
import { dayAhead } from '../testing/panel-world.js';
import { type RealApi, realApi } from '../testing/real-api.js';
import { type Served, serveSite } from '../testing/site.js';

let api: RealApi;
let site: Served;
beforeAll(async () => {
  api = await realApi(inject('MASE_TEST_SERVER'));
  site = await serveSite(api.url);
});
afterAll(async () => {
  await site?.close();
  await api?.close();
});

/** Whom and what one walk is about: nothing of it is real. */
interface About {
  child: string;
  person: string;
  place: string;
}

const stories: About[] = [
  { child: 'Fern Synthetic', person: 'Person Amber-11', place: 'Made-up Cafe One' },
  { child: 'Ivy Synthetic', person: 'Person Beryl-12', place: 'Imagined Arcade Two' },
  { child: 'Reed Synthetic', person: 'Person Coral-13', place: 'Pretend Hotel Three' },
];

/** Tells the intelligence desk what was seen. */
async function report(hands: Hands, { person, place }: About): Promise<void> {
  const { page } = hands;
  await hands.press(link(hands, 'Intelligence'));
  await hands.press(button(hands, 'Submit intelligence'));
  await hands.write(page.locator('#seen'), `${person} buys meals for a child at ${place} (made up).`);
  await hands.write(page.locator('#when'), 'On Saturday evening');
  await hands.write(page.locator('#where'), place);
  await hands.tick(page.locator('[name="howKnown"]').first());
  for (const question of ['fromChild', 'couldShow', 'childInDanger'])
    await hands.tick(page.locator(`[name="${question}"][value="no"]`));
  await hands.press(button(hands, 'Send to the intelligence desk'));
  await page.getByText('The intelligence desk has it').or(page.getByText('Not graded')).first().waitFor();
}

/** Nominates the person, screens and takes on; gives the address of the case. */
async function nominate(hands: Hands, { person }: About): Promise<string> {
  const { page } = hands;
  await hands.open('/person-cases');
  await hands.press(button(hands, 'Nominate a person of concern'));
  await hands.write(page.locator('#name'), person);
  await hands.write(page.locator('#ageFrom'), '30');
  await hands.write(page.locator('#ageTo'), '40');
  await hands.tick(page.getByRole('checkbox', { name: 'Repeat association' }));
  await hands.write(page.locator('#why'), 'Buys meals for children whom nobody knows (made up)');
  await hands.press(button(hands, 'Send to the police'));
  await hands.press(button(hands, 'Start screening'));
  await hands.press(button(hands, 'Start screening'));
  await hands.press(button(hands, 'Accept the nomination'));
  await hands.write(page.locator('#necessity'), 'Three made-up sightings');
  await hands.tick(page.locator('[name="duplicateCheck"][value="none-found"]'));
  await hands.press(button(hands, 'Accept the nomination'));
  await page.getByText('It is taken on').waitFor();
  return new URL(page.url()).pathname;
}

/** Reports the place where it happens. */
async function reportPlace(hands: Hands, { place }: About): Promise<void> {
  const { page } = hands;
  await hands.open('/location-cases');
  await hands.press(button(hands, 'Report a place'));
  await hands.write(page.locator('#name'), place);
  await hands.pick(page.locator('#kind'), 'Takeaway');
  await hands.write(page.locator('#address'), '1 Sample Street, Madeupton');
  await hands.tick(page.locator('[name="basis"]').first());
  await hands.write(page.locator('#why'), 'Children are bought meals there by adults (made up)');
  await hands.press(button(hands, 'Send to the police'));
  await page.getByRole('heading', { name: place }).waitFor();
}

/** Links the person, from the person's page, with whatever has this name; gives the address of that page. */
async function linkWith(hands: Hands, name: string, how: string): Promise<void> {
  const { page } = hands;
  await hands.press(button(hands, 'Record a link'));
  await hands.write(page.locator('#find'), name);
  await hands.press(button(hands, 'Look'));
  await hands.tick(page.getByRole('radio', { name: new RegExp(`: ${name}`) }));
  await hands.tick(page.getByRole('radio', { name: how, exact: true }));
  await hands.writeDate('firstOn', dayAhead(-2));
  await hands.tick(page.getByRole('radio', { name: 'Seen by whoever recorded it' }));
  await hands.write(page.locator('#words'), 'Seen there together (made up)');
  await hands.press(button(hands, 'Record the link'));
  await page.getByText('The link is recorded').waitFor();
}

/** Considers a warning notice for the child, and records that it was served. */
async function serve(hands: Hands, { child, person, place }: About): Promise<void> {
  const { page } = hands;
  await hands.press(link(hands, 'Consider a measure'));
  await hands.pick(page.locator('#code'), 'Child abduction warning notice (Child Abduction');
  await hands.write(page.locator('#find'), child);
  await hands.press(page.getByRole('button', { name: 'Look', exact: true }));
  await hands.tick(page.getByRole('checkbox', { name: child }));
  await hands.write(page.locator('#why'), 'To keep the child away from the meals (made up)');
  await hands.writeDate('nextOn', dayAhead(14));
  await hands.press(button(hands, 'Consider it'));
  await page.getByText('The measure is considered').waitFor();
  await hands.press(button(hands, 'Record that it was served'));
  await hands.write(page.locator('#how'), 'Handed over by a made-up officer');
  await hands.write(page.locator('#conditions'), `Stays away from the child and from ${place} (made up)`);
  await hands.press(button(hands, 'Record that it was served'));
  const shown = (await page.textContent('main')) ?? '';
  for (const words of ['In force', person, `from ${place} (made up)`]) expect(shown).toContain(words);
}

describe('a police officer from a report to a served notice on a linked person and place', () => {
  it.each(manners.map((manner, at) => [manner, stories[at] as About] as const))(
    '%s',
    async (manner, about) => {
      const [firstName, lastName] = about.child.split(' ');
      await api.give('coordinator', 'children/record-child', {
        ...{ firstName, lastName, birthDate: '2013-03-04', from: 'A return' },
      });
      const hands = await handsAt(site.base, manner);
      await hands.signIn('intelligence');
      await report(hands, about);
      const place = await nominate(hands, about);
      await reportPlace(hands, about);
      await hands.open(place);
      await hands.press(link(hands, 'Who the person is'));
      await linkWith(hands, about.place, 'seen at');
      await linkWith(hands, about.child, 'spends time with');
      await hands.press(link(hands, 'What is linked, step by step'));
      const network = await hands.page.locator('table').textContent();
      expect(network).toContain(about.place);
      expect(network).toContain(about.child);
      await hands.open(place);
      await serve(hands, about);
      expect(hands.faults).toEqual([]);
      await hands.close();
    },
    180_000,
  );
});
