import { expect, it } from 'vitest';
import { englandProfile } from '../index.js';
import { forceFaults, listedForce } from './forces.js';

const forces = ['Fernshire Police', 'Testshire Constabulary', 'North Madeup Police'];
const area = { incidents: { ...englandProfile.incidents, forces } };
const said = (force: string) => forceFaults(area, force).map(({ detail }) => detail);

it('a force is known however it is spaced and cased, and is kept as the list writes it', () => {
  expect(said('fernshire  POLICE')).toEqual([]);
  expect(listedForce(area, 'fernshire  POLICE')).toBe('Fernshire Police');
});

it.each([
  ['Fernshir Police', 'Write: Fernshire Police.'],
  ['Test-shire Police', 'Write: Testshire Constabulary.'],
  ['Madeup Police', 'Write: North Madeup Police.'],
])('“%s” is refused with what would match', (typed, words) => {
  expect(said(typed)).toEqual([`“${typed}” is not on the list of police forces. ${words}`]);
});

it('a force that is like none is told which there are', () => {
  expect(said('Zzz')[0]).toContain(
    'On it are: Fernshire Police, Testshire Constabulary, North Madeup Police.',
  );
});

it('without a list any force is taken', () => {
  const { forces: _forces, ...open } = area.incidents;
  expect(forceFaults({ incidents: open }, 'Anybody Police')).toEqual([]);
});
