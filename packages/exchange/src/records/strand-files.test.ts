import { expect, test } from 'vitest';
import { isTaken } from '../reading.js';
import { all, inPieces } from '../testing/files.js';
import { identifierColumnAt } from './identifier-columns.js';
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
    { kind: 'handle', text: 'snapchat:made_up' },
    { kind: 'device', text: '490154203237518' },
    { kind: 'pnc', text: '2002/0073319Z' },
    { kind: 'cro', text: '012345/01Z' },
    { kind: 'nhsNumber', text: '943 476 5919' },
    { kind: 'upn', text: 'X330123456789' },
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

test('a file has the columns that are needed, and of the others those that its sender keeps', async () => {
  const text = 'BASES,REFERENCE,WHY,PNC\ndisclosure,OP-1,A made-up reason,2002/0073319Z\n';
  const [reading] = await all(readPersons(inPieces(text), 'persons.csv'));
  expect(reading).toMatchObject({
    warnings: [],
    row: { reference: 'OP-1', identifiers: [{ kind: 'pnc', text: '2002/0073319Z' }] },
  });
  const without = all(readPersons(inPieces('REFERENCE,NAME,WHY\nOP-1,Made Up,Why\n'), 'persons.csv'));
  await expect(without).rejects.toThrow('Missing: BASES.');
});

test('what stands in a column that the file does not have is said and not taken', async () => {
  const text = 'REFERENCE,KIND,BASES,WHY,PNC\nPL-1,shop,incident,A made-up reason,2002/0073319Z\n';
  const [reading] = await all(readLocations(inPieces(text), 'locations.csv'));
  expect(reading).toMatchObject({ warnings: [{ field: 'PNC', code: 'UNKNOWN_COLUMN' }] });
  expect(reading && isTaken(reading) && reading.row.identifiers).toEqual([]);
});

test('a mobile number that lost its zero is taken with a warning', async () => {
  const text = 'REFERENCE,BASES,WHY,PHONES\nOP-1,disclosure,A made-up reason,7700900123\n';
  const [reading] = await all(readPersons(inPieces(text), 'persons.csv'));
  expect(reading).toMatchObject({
    row: { identifiers: [{ kind: 'phone', text: '7700900123' }] },
    warnings: [{ field: 'PHONES', code: 'UNUSUAL_FORM', value: '7700900123' }],
  });
});

test('an identifier is found in its column again by its number', async () => {
  const [reading] = await all(readPersons(inPieces((await all(writePersons([person]))).join('')), 'persons'));
  const columns = person.identifiers.map((_, place) => identifierColumnAt(reading?.raw ?? {}, place));
  expect(columns).toEqual([
    'PHONES',
    'REGISTRATIONS',
    'HANDLES',
    'DEVICES',
    'PNC',
    'CRO',
    'NHS_NUMBER',
    'UPN',
  ]);
});

test('a row without its own number, a basis or a reason is refused for each, and a file of persons is told from one of places', async () => {
  const text = (await all(writePersons([{ ...person, reference: '', bases: [], why: '' }]))).join('');
  const [reading] = await all(readPersons(inPieces(text), 'persons.csv'));
  if (!reading || isTaken(reading)) throw new Error('taken');
  expect(reading.faults.map(({ field }) => field).sort()).toEqual(['BASES', 'REFERENCE', 'WHY']);
  await expect(all(readLocations(inPieces(text), 'persons.csv'))).rejects.toThrow(
    'It looks like the file "persons"',
  );
  const places = (await all(writeLocations([place]))).join('');
  await expect(all(readPersons(inPieces(places), 'persons.csv'))).rejects.toThrow(
    'It looks like the file "locations"',
  );
});
