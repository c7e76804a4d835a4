import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import {
  type LocationRow,
  type PersonRow,
  readLocations,
  readPersons,
  writeLocations,
  writePersons,
} from './strand-files.js';

const person: PersonRow = {
  reference: 'OP-1',
  name: 'Jordan Sampleton',
  aliases: ['Jay', '=J'],
  birthDate: '1990-02-28',
  ageFrom: 30,
  sex: 'male',
  description: 'Tall, "grey" coat\nmade up',
  bases: [
    { code: 'disclosure', on: '2026-03-01' },
    { code: 'vehicle', on: '2026-03-01' },
  ],
  why: 'A made-up reason, long enough.',
  identifiers: [
    { kind: 'phone', text: '07700 900123' },
    { kind: 'vehicle', text: 'AB12 CDE' },
  ],
};
const place: LocationRow = {
  reference: 'PL-1',
  name: 'The Made-up Hotel',
  kind: 'hotel-or-guest-house',
  address: '1 Sample Street, Madeupton',
  postcode: 'ZZ1 1ZZ',
  latitude: 51.50735,
  longitude: -0.12776,
  bases: [{ code: 'incident' }],
  why: 'A made-up reason.',
  identifiers: [],
};

test('persons of concern that are written are read again as they were', async () => {
  const text = (await all(writePersons([person]))).join('');
  const [reading] = await all(readPersons(inPieces(text), 'persons.csv'));
  expect(reading && isTaken(reading) && reading.row).toEqual(person);
});

test('places that are written are read again as they were', async () => {
  const text = (await all(writeLocations([place]))).join('');
  const [reading] = await all(readLocations(inPieces(text), 'locations.csv'));
  expect(reading && isTaken(reading) && reading.row).toEqual(place);
});

test('a row without its own number, a basis or a reason is refused for each, and a file of persons is told from one of places', async () => {
  const text = (await all(writePersons([{ ...person, reference: '', bases: [], why: '' }]))).join('');
  const [reading] = await all(readPersons(inPieces(text), 'persons.csv'));
  if (!reading || isTaken(reading)) throw new Error('taken');
  expect(reading.faults.map(({ field }) => field).sort()).toEqual(['BASES', 'REFERENCE', 'WHY']);
  await expect(all(readLocations(inPieces(text), 'persons.csv'))).rejects.toThrow(
    'It looks like the file "persons"',
  );
});
