import { expect, it } from 'vitest';
import { aChildCase } from '../testing/a-child-case.js';
import { stillToFindOut } from './still-to-find-out.js';

const notKnown = (...codes: string[]) => codes.map((code) => ({ code, answer: 'not-known' as const }));

it('what nobody knew stays open, each once and as it was first asked, until an assessment answers it', () => {
  const one = aChildCase().assessed('none', {
    answers: notKnown('second-phone', 'drawn-to-meet'),
    learningDisability: 'not-known',
  });
  const open = () => stillToFindOut(one.world.written.get(one.id) ?? []);
  const [first] = open();
  expect(
    open()
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['about/learning-disability', 'drawn-to-meet', 'second-phone']);
  expect(first).toMatchObject({
    how: expect.stringContaining('No child is asked to obtain information'),
    who: `user:${one.world.people.worker.userId}`,
  });
  one.assessed('none', { answers: [...notKnown('second-phone'), { code: 'drawn-to-meet', answer: 'no' }] });
  expect(open().map(({ code }) => code)).toEqual(['second-phone']);
  expect(open()[0]?.due).toBe(first?.due);
  one.assessed('low', {
    answers: [{ code: 'second-phone', answer: 'yes', evidence: { source: 'Aunt', date: '2026-10-20' } }],
  });
  expect(open()).toEqual([]);
});
