import { assert, constantFrom, property, string, stringMatching } from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  eachOnce,
  type IdentifierKind,
  identifierKindCodes,
  maskedIdentifier,
  readIdentifier,
  shownIdentifier,
} from './identifier.js';
import { platformCodes } from './social-handle.js';

const today = '2026-11-02';
const read = (kind: IdentifierKind, text: string, platform?: 'instagram' | 'other') =>
  readIdentifier({ kind, text, ...(platform ? { platform } : {}) }, today);
const value = (kind: IdentifierKind, text: string, platform?: 'instagram') => {
  const reading = read(kind, text, platform);
  return 'identifier' in reading ? reading.identifier.value : reading;
};

test.each<[IdentifierKind, string, string]>([
  ['phone', '07700 900123', '+447700900123'],
  ['phone', '(07700) 900-123', '+447700900123'],
  ['phone', '+44 (0)7700 900123', '+447700900123'],
  ['phone', '0044 7700 900123', '+447700900123'],
  ['phone', '447700900123', '+447700900123'],
  ['phone', '7700900123', '+447700900123'],
  ['phone', '0161 496 0123', '+441614960123'],
  ['phone', '0800 1111', '+448001111'],
  ['phone', '\u202a+44 7700 900123\u202c', '+447700900123'],
  ['phone', '00 33 1 99 00 12 34', '+33199001234'],
  ['phone', '+353 20 915 0123', '+353209150123'],
  ['vehicle', 'ab12 cde', 'AB12CDE'],
  ['vehicle', 'ABI2 CDE', 'AB12CDE'],
  ['vehicle', 'AB12 CD0', 'AB12CDO'],
  ['vehicle', '0X12-ABC', 'OX12ABC'],
  ['vehicle', 'A123 BCD', 'A123BCD'],
  ['vehicle', 'AI23 BCD', 'A123BCD'],
  ['vehicle', 'ABC 123 D', 'ABC123D'],
  ['vehicle', 'ABI 234', 'ABI234'],
  ['vehicle', 'B-OI 123', 'BOI123'],
  ['vehicle', 'WX 12345', 'WX12345'],
  ['handle', 'instagram:@Made_Up.Name', 'instagram:made_up.name'],
  ['handle', 'https://www.snapchat.com/add/Made_Up', 'snapchat:made_up'],
  ['handle', 'https://www.tiktok.com/@made.up?lang=en', 'tiktok:made.up'],
  ['handle', 'https://m.facebook.com/profile.php?ref=x&id=1000123', 'facebook:1000123'],
  ['handle', 'facebook.com/people/Made-Up/1000123/', 'facebook:1000123'],
  ['handle', 'https://en-gb.facebook.com/Made.Up', 'facebook:made.up'],
  ['handle', 'https://www.instagram.com/stories/made_up/123/', 'instagram:made_up'],
  ['handle', 'https://www.snapchat.com/@made_up', 'snapchat:made_up'],
  ['handle', 'https://youtube.com/@Made-Up/videos', 'youtube:made-up'],
  ['handle', 'https://t.me/s/made_up', 'telegram:made_up'],
  ['handle', 'https://x.com/made_up/status/1', 'x:made_up'],
  ['address', '12 Made-Up Rd., Madeupton ZZ1 1ZZ', '12 made up road madeupton ZZ1 1ZZ'],
  ['address', '12 High St', '12 high street'],
  ['address', '12 St Example’s Road', '12 st examples road'],
  ['address', 'Apt 3, 14 Sample Ave, zz11zz', 'flat 3 14 sample avenue ZZ1 1ZZ'],
  ['postcode', 'zz11zz', 'ZZ1 1ZZ'],
  ['postcode', 'OX1 ONE', 'OX1 0NE'],
  ['postcode', '0X1 IAA', 'OX1 1AA'],
  ['nickname', '  “Big  Sam” ', 'big sam'],
  ['nickname', 'Zoë', 'zoe'],
  ['email', ' Made.Up@Example.COM ', 'made.up@example.com'],
  ['email', 'mailto:made.up@example.com', 'made.up@example.com'],
  ['device', '49-015420-323751-8', '490154203237518'],
  ['device', '49015420323751', '490154203237518'],
  ['device', '4901542032375101', '490154203237518'],
  ['pnc', '2002/0073319Z', '2002/0073319Z'],
  ['pnc', '02/73319z', '2002/0073319Z'],
  ['pnc', '1999/0123456X', '1999/0123456X'],
  ['pnc', '20/9N', '2020/0000009N'],
  ['pnc', '79/163001B', '1979/0163001B'],
  ['pnc', '20020073319Z', '2002/0073319Z'],
  ['cro', '12345/01Z', '012345/01Z'],
  ['cro', 'sf01/012345N', 'SF01/12345N'],
  ['nhsNumber', '943 476 5919', '9434765919'],
  ['upn', 'x330123456789', 'X330123456789'],
])('the %s “%s” is %s', (kind, text, normal) => {
  expect(value(kind, text)).toBe(normal);
});

test.each<[IdentifierKind, string]>([
  ['phone', '12345'],
  ['phone', '07700 90012'],
  ['phone', '770090012'],
  ['phone', 'ask at the shop'],
  ['phone', '+1234567890123456'],
  ['vehicle', 'AB?? CDE'],
  ['vehicle', 'silver car'],
  ['handle', '@made_up'],
  ['handle', 'instagram:made up'],
  ['handle', 'https://www.instagram.com/p/Abc123/'],
  ['handle', 'https://www.instagram.com/reel/Abc123/?x=1'],
  ['handle', 'https://www.facebook.com/groups/made.up'],
  ['handle', 'https://www.facebook.com/story.php?id=12'],
  ['handle', 'https://www.tiktok.com/t/Abc123/'],
  ['handle', 'https://youtube.com/watch?v=abc'],
  ['handle', 'https://t.me/+AbcDef'],
  ['handle', 'https://x.com/i/status/1'],
  ['address', 'Street'],
  ['postcode', 'ZZ1'],
  ['postcode', 'ZZ1 1CI'],
  ['nickname', '!'],
  ['email', 'made.up@example'],
  ['device', '490154203237517'],
  ['device', '12345'],
  ['pnc', '2002/0073319Y'],
  ['pnc', '2002/0073319'],
  ['cro', '012345/01A'],
  ['nhsNumber', '9434765918'],
  ['upn', 'A330123456789'],
])('the %s “%s” is refused in words that say what to enter', (kind, text) => {
  expect(value(kind, text)).toMatchObject({ fault: expect.stringMatching(/^[A-Z].{20,}\.$/) });
});

it('a name used online needs the place, which may be chosen beside it', () => {
  expect(value('handle', '@Made_Up', 'instagram')).toBe('instagram:made_up');
});

it('a PNC year of two digits that has not come yet is of the last century', () => {
  const of = (year: string) => readIdentifier({ kind: 'pnc', text: '27/9V' }, `${year}-06-01`);
  expect(of('2026')).toEqual({ identifier: { kind: 'pnc', value: '1927/0000009V' } });
  expect(of('2027')).toEqual({ identifier: { kind: 'pnc', value: '2027/0000009V' } });
});

test.each<[IdentifierKind, string, string, string]>([
  ['phone', '+447700900123', '07700 900123', 'Phone number ending 23'],
  ['phone', '+441614960123', '0161 496 0123', 'Phone number ending 23'],
  ['phone', '+442079460123', '020 7946 0123', 'Phone number ending 23'],
  ['phone', '+448081570123', '0808 157 0123', 'Phone number ending 23'],
  ['phone', '+441632960123', '01632 960123', 'Phone number ending 23'],
  ['phone', '+33199001234', '+33199001234', 'Phone number ending 34'],
  ['vehicle', 'AB12CDE', 'AB12 CDE', 'Vehicle registration ending DE'],
  ['vehicle', 'A123BCD', 'A123 BCD', 'Vehicle registration ending CD'],
  ['vehicle', 'ABC123D', 'ABC 123D', 'Vehicle registration ending 3D'],
  ['vehicle', 'ABI234', 'ABI 234', 'Vehicle registration ending 34'],
  ['handle', 'instagram:made_up', '@made_up on Instagram', 'Social media name'],
  ['address', '12 made up road madeupton ZZ1 1ZZ', '12 Made Up Road Madeupton, ZZ1 1ZZ', 'Address'],
  ['nhsNumber', '9434765919', '943 476 5919', 'NHS number ending 19'],
  ['nickname', 'big sam', 'big sam', 'Nickname or street name'],
])('the %s %s is shown as “%s” and masked as “%s”', (kind, normal, shown, masked) => {
  expect(shownIdentifier({ kind, value: normal })).toBe(shown);
  expect(maskedIdentifier({ kind, value: normal })).toBe(masked);
});

it('what is shown reads as the same identifier again, but for a name online, whose place is in words', () => {
  for (const [kind, normal] of [
    ['phone', '+447700900123'],
    ['vehicle', 'ABC123D'],
    ['address', '12 made up road madeupton ZZ1 1ZZ'],
    ['nhsNumber', '9434765919'],
  ] as const)
    expect(value(kind, shownIdentifier({ kind, value: normal }))).toBe(normal);
});

it('one identifier written in two ways is kept once', () => {
  const both = ['07700 900123', '+44 7700 900123'].flatMap((text) => {
    const reading = read('phone', text);
    return 'identifier' in reading ? [reading.identifier] : [];
  });
  expect(eachOnce(both)).toEqual([{ kind: 'phone', value: '+447700900123' }]);
});

/** Texts of every sort, among them many that nearly are an identifier. */
const texts = [
  string({ unit: 'grapheme', maxLength: 40 }),
  stringMatching(/^[0-9OI+() -]{2,18}$/),
  stringMatching(/^[A-Z0-9OI]{2,4} ?[0-9OI]{1,4}[A-Z]{0,3}$/),
  stringMatching(/^[0-9]{1,3} [A-Za-z]{2,8} (st|rd|ave|Street),? ?(ZZ1 1ZZ|zz11zz|OX1 ONE)?$/),
  stringMatching(/^(SF)?[0-9]{2,6}\/[0-9]{2,7}[A-Z]$/),
  stringMatching(/^[a-z.+]{1,8}@[a-z]{2,6}\.(com|test)$/),
];

it('reading a normal form gives the same again, whatever was written', () => {
  let taken = 0;
  for (const text of texts)
    assert(
      property(
        text,
        constantFrom(...identifierKindCodes),
        constantFrom(...platformCodes),
        (some, kind, platform) => {
          const once = readIdentifier({ kind, text: some, platform }, today);
          if ('fault' in once) return;
          taken += 1;
          expect(readIdentifier({ kind, text: once.identifier.value, platform }, today)).toEqual(once);
        },
      ),
      { numRuns: 1500 },
    );
  expect(taken).toBeGreaterThan(1000);
});
