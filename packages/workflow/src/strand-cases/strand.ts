import {
  type BasisCode,
  locationBases,
  locationRemovals,
  locationSuspensions,
  personBases,
  personRemovals,
  personSuspensions,
  type RemovalReason,
  type StrandSuspension,
} from './codes.js';

/** What sets the case of a person of concern and that of a location apart; all else of the two is one. */
export interface Strand {
  topic: 'person-cases' | 'location-cases';
  kind: 'personCase' | 'locationCase';
  /** The record that says who or what it is. */
  about: 'person' | 'location';
  /** How a reference begins. */
  letter: 'P' | 'L';
  first: 'nominated' | 'reported';
  open: 'nominate' | 'report';
  accept: 'accept-nomination' | 'accept-report';
  decline: 'decline-nomination' | 'decline-report';
  bases: readonly BasisCode[];
  removals: readonly RemovalReason[];
  suspensions: readonly StrandSuspension[];
  /** What a person reads in a refusal. */
  noun: 'person' | 'place';
}

/** The strand of persons of concern. */
export const personStrand: Strand = {
  topic: 'person-cases',
  kind: 'personCase',
  about: 'person',
  letter: 'P',
  first: 'nominated',
  open: 'nominate',
  accept: 'accept-nomination',
  decline: 'decline-nomination',
  bases: personBases,
  removals: personRemovals,
  suspensions: personSuspensions,
  noun: 'person',
};

/** The strand of locations. */
export const locationStrand: Strand = {
  topic: 'location-cases',
  kind: 'locationCase',
  about: 'location',
  letter: 'L',
  first: 'reported',
  open: 'report',
  accept: 'accept-report',
  decline: 'decline-report',
  bases: locationBases,
  removals: locationRemovals,
  suspensions: locationSuspensions,
  noun: 'place',
};

/** Both. */
export const strands: readonly Strand[] = [personStrand, locationStrand];
