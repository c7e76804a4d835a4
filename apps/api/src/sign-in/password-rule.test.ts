import { describe, expect, it } from 'vitest';
import { isWeak } from './password-rule.js';

const owner = { email: 'wren.worker@fernshire.example', name: 'Wren Worker', partnership: 'Fernshire' };

describe('a password of a local account', () => {
  it.each([
    ['too short', 'h7#kQ2!pLx9'],
    ['longer than anybody types', 'a long walk by the sea '.repeat(10)],
    ['the same again and again', 'ababababababababab'],
    ['one that many others use, made longer', 'password12345678'],
    ['neighbouring keys', 'qwertyuiop123456789'],
    ['two leaked ones in a row', 'iloveyouforever1'],
    ['a season and a year, twice', 'Summer2026!Summer2026!'],
    ['a name of its owner', 'the wren sings at dawn again'],
    ['the place', 'Fernshire is a green county'],
    ['words of this service', 'safeguarding panel police'],
  ])('is refused where it is %s', async (_, password) => {
    expect(await isWeak(password, owner)).toBe(true);
  });

  it.each(['a long walk by the sea', 'x8Kd92lsQzPm4wTq', 'correct horse battery staple'])(
    'is taken where it would take long to guess: %s',
    async (password) => {
      expect(await isWeak(password, owner)).toBe(false);
    },
  );

  it('is estimated within a second, however long it is', async () => {
    const begun = performance.now();
    await isWeak('aB3!cD4?eF5'.repeat(18), owner);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
