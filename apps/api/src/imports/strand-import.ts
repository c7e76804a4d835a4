import { readLocations, readPersons, type StrandRow } from '@mase/exchange';
import { policeOfIncidents } from '@mase/workflow';
import { ReportBody } from '../location-cases/report.js';
import { NominateBody } from '../person-cases/nominate.js';
import type { ImportKind } from './import-kind.js';
import { openingImport } from './opening-import.js';

const police = { roles: policeOfIncidents, who: 'the police desk or an intelligence officer' };

const payloadAbout =
  (about: 'person' | 'location') =>
  ({ reference: _, bases, why, ...described }: StrandRow): object => ({ bases, why, [about]: described });

const shared = {
  bases: 'BASES',
  why: 'WHY',
  name: 'NAME',
  aliases: 'ALIASES',
  description: 'DESCRIPTION',
  identifiers: 'PHONES',
};

/** A file of persons of concern: each is nominated, and screened like any other. */
export const personsImport: ImportKind = openingImport({
  ...police,
  stage: 'persons',
  words: 'persons of concern',
  command: 'person-cases/nominate',
  body: NominateBody,
  read: readPersons,
  payloadOf: payloadAbout('person'),
  fieldOf: { ...shared, birthDate: 'BORN', ageFrom: 'AGE_FROM', ageTo: 'AGE_TO', sex: 'SEX' },
});

/** A file of places: each is reported, and screened like any other. */
export const locationsImport: ImportKind = openingImport({
  ...police,
  stage: 'locations',
  words: 'places',
  command: 'location-cases/report',
  body: ReportBody,
  read: readLocations,
  payloadOf: payloadAbout('location'),
  fieldOf: {
    ...shared,
    ...{ kind: 'KIND', address: 'ADDRESS', postcode: 'POSTCODE', latitude: 'LATITUDE' },
    ...{ longitude: 'LONGITUDE', handle: 'HANDLE', manager: 'MANAGER', licence: 'LICENCE' },
  },
});
