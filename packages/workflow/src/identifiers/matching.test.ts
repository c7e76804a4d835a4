import { expect, it, test } from 'vitest';
import type { Identifier, IdentifierKind } from './identifier.js';
import { type IdentifierFit, identifierFit, identifierTerms } from './matching.js';

const of = (kind: IdentifierKind, value: string): Identifier => ({ kind, value });

test.each<[IdentifierKind, string, string, IdentifierFit | null]>([
  ['phone', '+447700900123', '+447700900123', 'same'],
  ['phone', '+447700900123', '+447700900124', null],
  ['address', '12 made up road ZZ1 1ZZ', '12 made up rd madeupton ZZ1 1ZZ', 'alike'],
  ['address', '12 made up road ZZ1 1ZZ', '14 made up road ZZ1 1ZZ', null],
  ['address', 'flat 3 12 made up road ZZ1 1ZZ', 'flat 4 12 made up road ZZ1 1ZZ', null],
  ['address', '12 made up road', '12 made up road madeupton', null],
  ['handle', 'instagram:made_up', 'snapchat:made_up', 'alike'],
  ['handle', 'instagram:made_up', 'instagram:made_up2', null],
  ['email', 'made.up+one@example.com', 'made.up@example.com', 'alike'],
  ['vehicle', 'AB12CDE', 'AB12CDE', 'same'],
  ['nickname', 'big sam', 'sam', null],
])('two of the kind %s, %s and %s: %s', (kind, one, other, fit) => {
  expect(identifierFit(of(kind, one), of(kind, other))).toBe(fit);
});

it('the same characters are nothing where they are of two kinds', () => {
  expect(identifierFit(of('nickname', 'made_up'), of('email', 'made_up'))).toBeNull();
});

it('a record is found by the normal form and by the looser one, each once', () => {
  const address = of('address', '12 made up road ZZ1 1ZZ');
  expect(identifierTerms([address, address, of('phone', '+447700900123')])).toEqual([
    { kind: 'address', term: '12 made up road ZZ1 1ZZ' },
    { kind: 'houseAtPostcode', term: '12 ZZ1 1ZZ' },
    { kind: 'phone', term: '+447700900123' },
  ]);
});
