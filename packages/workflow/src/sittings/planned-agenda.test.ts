import { expect, it } from 'vitest';
import { englandProfile } from '../profile/profile.js';
import { formalParts, plannedAgenda } from './planned-agenda.js';

const startsAt = '2026-11-26T10:00:00.000Z';
const items = [
  { id: 'one', minutes: 8 },
  { id: 'two', minutes: 12 },
];
const clock = ({ from, to }: { from: string; to: string }) => `${from.slice(11, 16)}–${to.slice(11, 16)}`;

it('numbers every line of an agenda from its opening on, and times the items with their breaks', () => {
  const {
    opening,
    items: heard,
    closing,
  } = plannedAgenda({ startsAt, breaks: [{ before: 'two', minutes: 15 }] }, items, englandProfile);
  const before = formalParts(englandProfile).opening;
  const first = before.reduce((sum, { minutesPerItem }) => sum + minutesPerItem, 0);
  const at = (minutes: number) =>
    new Date(Date.parse(startsAt) + minutes * 60_000).toISOString().slice(11, 16);
  expect(opening.map(({ number }) => number)).toEqual(before.map((_, index) => index + 1));
  expect(heard.map(({ number }) => number)).toEqual([before.length + 1, before.length + 2]);
  expect(heard.map(clock)).toEqual([`${at(first)}–${at(first + 8)}`, `${at(first + 23)}–${at(first + 35)}`]);
  expect(closing[0]).toMatchObject({ number: before.length + 3, from: heard[1]?.to, pause: 0 });
});

it('closes right after its opening where nothing is heard', () => {
  const { opening, closing } = plannedAgenda({ startsAt }, [], englandProfile);
  expect(closing[0]?.from).toBe(opening.at(-1)?.to);
});
