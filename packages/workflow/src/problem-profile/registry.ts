import { concerns } from '../child-cases/payloads.js';
import { informationAnswers } from '../information-requests/standing.js';
import { labelOf } from '../labels.js';
import { locationKinds } from '../locations/standing.js';
import { interviewOutcomeWords } from '../missing-episodes/outcome-words.js';
import { absenceKinds, interviewOutcomes } from '../missing-episodes/standing.js';
import { grades } from '../profile/grade.js';
import { stateLabels } from '../state-labels.js';

/** A table of the problem profile: what is counted, over which parts, and what it means. */
export interface ProfileCount {
  /** The measure as the database names it. */
  id: string;
  section: ProfileSection;
  name: string;
  definition: string;
  /** The parts in their order, with their labels; those of the books where it is left out. */
  parts?: readonly (readonly [part: string, label: string])[];
  /** Whether the parts add up to a whole. */
  addsUp: boolean;
}

/** A share of the problem profile: how many, of how many. */
export interface ProfileShare {
  id: string;
  section: ProfileSection;
  name: string;
  definition: string;
  numerator: string;
  denominator: string;
}

/** The parts of the document, in their order. */
export const profileSections = {
  children: 'Children',
  persons: 'Persons of concern',
  places: 'Places',
  action: 'Clusters and disruption measures',
  missing: 'Missing episodes',
  incidents: 'Incidents',
  intelligence: 'Intelligence, and what agencies contributed',
  partners: 'What partners counted themselves',
  gaps: 'What is not known',
} as const;
/** One of these. */
export type ProfileSection = keyof typeof profileSections;

const labelled = (codes: readonly string[], words: { [code: string]: string } = {}) =>
  codes.map((code) => [code, words[code] ?? labelOf(code)] as const);
const states = (codes: readonly string[]) => labelled(codes, stateLabels);

/** Ages in whole years on the last day of the year, up to and with each bound. */
export const profileAges: readonly (readonly [label: string, until: number])[] = [
  ['10 and under', 10],
  ['11 to 12', 12],
  ['13 to 15', 15],
  ['16 to 17', 17],
  ['18 and over', Number.POSITIVE_INFINITY],
];

/** Every table of the problem profile. */
export const profileCounts: readonly ProfileCount[] = [
  {
    id: 'grade',
    section: 'children',
    name: 'Children’s cases, by grade',
    definition:
      'Cases that were open at some time in the year, by the grade that rules now, or ruled when they closed.',
    parts: [...labelled(grades.toReversed()), ['not-graded', 'Not graded']],
    addsUp: true,
  },
  {
    id: 'concern',
    section: 'children',
    name: 'Children’s cases, by kind of exploitation',
    definition:
      'Of these cases, those in which harm of the kind is suspected or confirmed. A case may be in several lines.',
    parts: labelled(concerns),
    addsUp: false,
  },
  {
    id: 'age',
    section: 'children',
    name: 'Children, by age',
    definition: 'Children with such a case, in whole years on the last day of the year, each counted once.',
    parts: [...profileAges.map(([label]) => [label, label] as const), ['not-known', 'Not known']],
    addsUp: true,
  },
  {
    id: 'person',
    section: 'persons',
    name: 'Persons of concern, by state of their case',
    definition:
      'Cases that were accepted and open at some time in the year. Nobody is counted before acceptance.',
    parts: states(['active', 'suspended', 'transferring', 'closing', 'closed']),
    addsUp: true,
  },
  {
    id: 'place',
    section: 'places',
    name: 'Places, by kind',
    definition: 'Places with a case that was accepted and open at some time in the year, each counted once.',
    parts: [...labelled(locationKinds), ['not-known', 'Not known']],
    addsUp: true,
  },
  {
    id: 'cluster',
    section: 'action',
    name: 'Clusters of children, by what came of them',
    definition: 'Clusters that were proposed in the year.',
    parts: states(['proposed', 'discussing', 'declined', 'closed']),
    addsUp: true,
  },
  {
    id: 'measure',
    section: 'action',
    name: 'Disruption measures, by state',
    definition: 'Measures first considered in the year, by their state now.',
    parts: states([
      ...['considered', 'applied', 'inForce', 'expired', 'discharged', 'refused', 'notPursued'],
    ]),
    addsUp: true,
  },
  {
    id: 'missing',
    section: 'missing',
    name: 'Absences, by kind',
    definition: 'Absences that began in the year.',
    parts: labelled(absenceKinds, { away: 'Away without authorisation' }),
    addsUp: true,
  },
  {
    id: 'interview',
    section: 'missing',
    name: 'Absences that ended, by return home interview',
    definition: 'One interview may answer several absences; each is measured by its own hours.',
    parts: [
      ...labelled(interviewOutcomes, interviewOutcomeWords),
      ['not-recorded', 'Nothing is recorded'] as const,
    ],
    addsUp: true,
  },
  {
    id: 'report',
    section: 'intelligence',
    name: 'Reports of intelligence, by what came of them',
    definition:
      'Reports of the year that the police have graded, and that are not confined to named readers.',
    parts: states(['evaluated', 'sanitised', 'disseminated', 'rejected', 'withdrawn']),
    addsUp: true,
  },
  {
    id: 'reportOf',
    section: 'intelligence',
    name: 'Reports of intelligence, by agency that submitted them',
    definition: 'The same reports. An agency with none submitted none that was graded.',
    addsUp: true,
  },
  {
    id: 'requirement',
    section: 'intelligence',
    name: 'Intelligence requirements, by what came of them',
    definition: 'Questions that were put to agencies in the year.',
    parts: states(['asked', 'answered', 'withdrawn']),
    addsUp: true,
  },
  {
    id: 'request',
    section: 'intelligence',
    name: 'Requests for information about children, by answer',
    definition: 'Requests made to agencies in the year.',
    parts: [...labelled(informationAnswers), ['not-answered', 'Not answered']],
    addsUp: true,
  },
];

/** Every share of the problem profile. */
export const profileShares: readonly ProfileShare[] = [
  {
    id: 'newReferrals',
    section: 'children',
    name: 'Cases opened in the year',
    definition: 'Of the cases open at some time in the year, those that opened in it.',
    numerator: 'referrals',
    denominator: 'grade',
  },
  {
    id: 'missingRepeat',
    section: 'missing',
    name: 'Children missing more than once',
    definition: 'Of the children with an absence in the year, those with more than one.',
    numerator: 'missingRepeat',
    denominator: 'missingChildren',
  },
  {
    id: 'withoutPlan',
    section: 'gaps',
    name: 'Cases without an agreed plan',
    definition: 'Of the cases open at some time in the year, those in which none was agreed.',
    numerator: 'withoutPlan',
    denominator: 'grade',
  },
  {
    id: 'withoutView',
    section: 'gaps',
    name: 'Cases without the child’s own view',
    definition: 'Of these cases, those in which no words or wishes of the child are recorded.',
    numerator: 'withoutView',
    denominator: 'grade',
  },
  {
    id: 'withoutEthnicity',
    section: 'gaps',
    name: 'Children whose ethnicity is not recorded',
    definition: 'Of the children with such a case.',
    numerator: 'withoutEthnicity',
    denominator: 'age',
  },
  {
    id: 'personWithoutEthnicity',
    section: 'gaps',
    name: 'Persons whose self-defined ethnicity is not recorded',
    definition: 'Of the persons with an accepted case, each counted once.',
    numerator: 'personWithoutEthnicity',
    denominator: 'personRecord',
  },
  {
    id: 'personWithoutNationality',
    section: 'gaps',
    name: 'Persons whose nationality is not recorded',
    definition: 'Of the same persons.',
    numerator: 'personWithoutNationality',
    denominator: 'personRecord',
  },
  {
    id: 'placeWithoutPoint',
    section: 'gaps',
    name: 'Places without coordinates',
    definition: 'Of the places counted above: they are missing from any map.',
    numerator: 'placeWithoutPoint',
    denominator: 'place',
  },
];

/** What these records do not hold, so that nobody takes its absence for a finding. */
export const notHeld: readonly string[] = [
  'Attendances at emergency departments and sexual health services, unless health gave its figures: health holds them.',
  'School attendance, exclusions and children missing from education, unless they gave their figures: schools and the authority hold them.',
  'Children at risk who never came to notice: no record can count them, and a low figure is no sign that there are few.',
  'Children placed here by other areas, where the placing area gave no notice.',
  'Intelligence that was not graded in time, or that named readers alone may know of.',
];
