import { panelDecisions } from '../agenda-items/standing.js';
import type { ScorecardEntry } from './measure.js';
import { actionsOfSittings } from './measures-of-actions.js';
import { number } from './number-measure.js';

const priorities = { by: 'code', order: ['high', 'medium', 'low'], owner: 'Police lead' } as const;
const police = { owner: 'Police lead' } as const;

/** Persons of concern, places, and what is done about them. */
export const strandsScorecard: ScorecardEntry = {
  name: 'Persons and places',
  strand: 'person and location',
  source:
    'Every case of a person of concern or a place that was open on a day of the period, and every measure of disruption (strands_facts)',
  measures: [
    number(
      'persons-nominated',
      'personsNominated',
      'Persons nominated',
      'Nominations of the period, whatever became of them.',
      police,
    ),
    number(
      'persons-accepted',
      'personsAccepted',
      'Persons accepted',
      'Nominations that were accepted in the period.',
      police,
    ),
    number(
      'persons-removed',
      'personsRemoved',
      'Persons removed',
      'Accepted persons whose listing ended in the period, by reason.',
      { ...police, by: 'code' },
    ),
    number(
      'persons-at-end',
      'personsAtEnd',
      'Persons listed on the last day',
      'Accepted persons whose listing had not ended when the period ended, by the priority that the books gave them then.',
      priorities,
    ),
    number(
      'places-reported',
      'placesNominated',
      'Places reported',
      'Places that were reported in the period, whatever became of it.',
      police,
    ),
    number(
      'places-accepted',
      'placesAccepted',
      'Places accepted',
      'Reports that were accepted in the period.',
      police,
    ),
    number(
      'places-removed',
      'placesRemoved',
      'Places removed',
      'Accepted places whose listing ended in the period, by reason.',
      { ...police, by: 'code' },
    ),
    number(
      'places-at-end',
      'placesAtEnd',
      'Places listed on the last day',
      'Accepted places whose listing had not ended when the period ended, by the priority that the books gave them then.',
      priorities,
    ),
    number(
      'orders',
      'orders',
      'Orders and notices',
      'Measures of disruption that were granted or served in the period, by kind.',
      { ...police, by: 'order' },
    ),
    number(
      'orders-in-force',
      'inForce',
      'In force on the last day',
      'Measures granted or served by then that had neither ended nor passed their last day.',
      { ...police, by: 'order' },
    ),
    number('breaches', 'breaches', 'Breaches', 'Breaches of a measure on days of the period, by kind.', {
      ...police,
      by: 'order',
    }),
  ],
};

const expected = { count: 'expected', words: 'members and substitutes named for sittings held' };

/** Sittings of the panel. */
export const panelScorecard: ScorecardEntry = {
  name: 'Panel',
  strand: 'panel',
  source:
    'Every sitting that began in the period, its list of attendance and its items; and every action that a sitting gave on a person of concern, a place, a cluster or a theme, on no child’s case, whose day lies in the period, but for those handed over or superseded, by the agency of its owner (panel_facts)',
  measures: [
    number('sittings', 'sittings', 'Sittings', 'Sittings of the period, by whether they were held.', {
      by: 'sitting',
      owner: 'Chair',
    }),
    {
      id: 'inquorate',
      name: 'Sittings without a quorum',
      definition: 'Of the sittings held in the period, those that went on without a quorum.',
      unit: 'percent',
      numerator: { count: 'inquorate', words: 'without a quorum' },
      denominator: { count: 'sittings', parts: ['held'], words: 'sittings held' },
      owner: 'Chair',
    },
    {
      id: 'attendance',
      name: 'Attendance',
      definition:
        'Of the members and substitutes on the lists of sittings held in the period, those who were present, by agency as it was written. Observers and presenters are not counted.',
      unit: 'percent',
      numerator: { count: 'attended', words: 'present' },
      denominator: expected,
      by: 'as-written',
      owner: 'Chair',
    },
    {
      id: 'silent',
      name: 'Away without a written update',
      definition:
        'Of the members and substitutes on these lists, those who were away and sent no written update.',
      unit: 'percent',
      numerator: { count: 'silent', words: 'away without a written update' },
      denominator: expected,
      by: 'as-written',
      owner: 'Chair',
    },
    number(
      'items',
      'items',
      'Items',
      'Items on the agendas of sittings held in the period, by what was decided.',
      {
        by: 'code',
        order: [...panelDecisions, 'not-decided'],
        owner: 'Chair',
      },
    ),
    ...actionsOfSittings,
  ],
};

const byName = { by: 'as-written', owner: 'Head of service' } as const;
const cases = { count: 'cases', words: 'cases open on the last day' };

/** Who holds how much. */
export const caseloadScorecard: ScorecardEntry = {
  name: 'Caseload',
  strand: 'child',
  source:
    'Every child case open on the last day, by team, and every service to a child, by agency (caseload_facts)',
  measures: [
    number(
      'cases',
      'cases',
      'Cases by team',
      'Cases taken on that were open when the period ended, by the team that held them on that day, whoever holds them since.',
      byName,
    ),
    {
      id: 'waiting',
      name: 'Waiting for a worker',
      definition: 'Of these cases, those that nobody was allocated to on that day.',
      unit: 'percent',
      numerator: { count: 'waiting', words: 'without a worker' },
      denominator: cases,
      ...byName,
    },
    {
      id: 'per-worker',
      name: 'Average cases for each worker',
      definition:
        'Cases open on the last day that had a worker then, for each worker who had one. No worker is named.',
      unit: 'average',
      numerator: { count: 'withWorker', words: 'cases with a worker' },
      denominator: { count: 'workers', words: 'workers who hold a case' },
      ...byName,
    },
    number(
      'services-referred',
      'servicesReferred',
      'Services asked for',
      'Services to a child that were asked for in the period, by agency.',
      byName,
    ),
    number(
      'services-started',
      'servicesStarted',
      'Services begun',
      'Services to a child that began in the period, by agency.',
      byName,
    ),
    number(
      'services-ended',
      'servicesEnded',
      'Services ended',
      'Services to a child that had begun and ended in the period, by agency.',
      byName,
    ),
    number(
      'services-at-end',
      'servicesAtEnd',
      'Services under way on the last day',
      'Services to a child that had begun and not ended when the period ended, by agency.',
      byName,
    ),
  ],
};

/** What is recorded of what is open. */
export const completenessScorecard: ScorecardEntry = {
  name: 'Completeness',
  strand: 'all',
  source:
    'Every child case, person of concern and place that was open on the last day, with the record of whom it is about (completeness_facts)',
  measures: [
    {
      id: 'complete',
      name: 'Recorded',
      definition:
        'Of the records that were open and on the books when the period ended, those in which the field said something by then; “not yet known” says nothing, nor does what was recorded since.',
      unit: 'percent',
      numerator: { count: 'known', words: 'recorded' },
      denominator: { count: 'asked', words: 'records open on the last day' },
      by: 'field',
      order: [
        ...['birth-date', 'sex', 'ethnicity', 'source', 'kind', 'grade', 'plan', 'child-view'].map(
          (one) => `child/${one}`,
        ),
        ...['ethnicity-self', 'ethnicity-officer', 'nationality'].map((one) => `person/${one}`),
        ...['kind', 'postcode', 'point'].map((one) => `place/${one}`),
      ],
      owner: 'Coordinator',
    },
  ],
};
