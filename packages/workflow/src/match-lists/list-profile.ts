import { type Concern, concerns } from '../child-cases/payloads.js';
import { ageOn } from '../clocks/age.js';
import { dayWords } from '../clocks/day-words.js';
import { smallBelow } from '../incident-report/keep-back.js';
import { suppressTable } from '../incident-report/suppress.js';
import { labelOf } from '../labels.js';
import { type Grade, grades } from '../profile/grade.js';
import type { Profile } from '../profile/profile.js';

/** By what a row of an outside list was found on the books; a name alone finds nobody. */
export const listTerms = {
  upn: 'Unique pupil number',
  localId: 'The local authority’s own number',
  nameAndBirthDate: 'Name and date of birth together',
  phone: 'Phone number',
  vehicle: 'Vehicle registration',
  email: 'E-mail address',
  nhsNumber: 'NHS number',
  pnc: 'PNC number',
} as const;
/** One of these. */
export type ListTerm = keyof typeof listTerms;

/** Somebody on the books whom a list names, as far as whoever compares may read it. */
export interface ListedSubject {
  kind: 'child' | 'person';
  by: ReadonlySet<ListTerm>;
  birthDate: string | null;
  /** The highest grade of an open case; null where none is open or none is graded. */
  grade: Grade | null;
  concerns: ReadonlySet<Concern>;
  /** Missing episodes that began in the last twelve months. */
  missing: number;
  /** Of a child, persons of concern that it is linked with; of a person, children. */
  linked: number;
}

/** A line of a table; null where the number is kept back since it is small, or would tell one that is. */
export interface ProfileLine {
  label: string;
  n: number | null;
}

/** One table of the overlap, with what its figures mean. */
export interface ProfileTable {
  caption: string;
  definition: string;
  lines: ProfileLine[];
  /** The sum, where the lines add up. */
  total: number | null;
  addsUp: boolean;
}

/** What an outside list and the books have in common: counts alone. */
export interface ListProfile {
  children: number | null;
  persons: number | null;
  tables: ProfileTable[];
  definitions: string[];
}

/** The day for which ages are told, the area's time zone, and what it calls its grades. */
interface AsAt {
  day: string;
  timeZone: string;
  grades: Profile['grades'];
}

const keepBack = (n: number): number | null => (n > 0 && n < smallBelow ? null : n);

function adding(caption: string, definition: string, counts: [string, number][]): ProfileTable {
  const total = counts.reduce((sum, [, n]) => sum + n, 0);
  const kept = suppressTable([...counts.map(([, n]) => [n]), [total]]);
  const lines = counts.map(([label], place) => ({ label, n: kept[place]?.[0] ?? null }));
  return { caption, definition, lines, total: kept[counts.length]?.[0] ?? null, addsUp: true };
}

function overlapping(caption: string, definition: string, counts: [string, number][]): ProfileTable {
  const lines = counts.map(([label, n]) => ({ label, n: keepBack(n) }));
  return { caption, definition, lines, total: null, addsUp: false };
}

const ages: [label: string, until: number][] = [
  ['10 and under', 10],
  ['11 to 12', 12],
  ['13 to 15', 15],
  ['16 to 17', 17],
  ['18 and over', Number.POSITIVE_INFINITY],
];
const unknownAge = 'Not known';

function ageBand(birthDate: string | null, { day, timeZone }: AsAt): string {
  if (!birthDate) return unknownAge;
  const years = ageOn(birthDate, day, timeZone);
  return ages.find(([, until]) => years <= until)?.[0] ?? unknownAge;
}

type Subjects = readonly ListedSubject[];
const count = (all: Subjects, fits: (one: ListedSubject) => boolean) => all.filter(fits).length;

const fewOrMore = (all: Subjects, of: 'missing' | 'linked'): [string, number][] => [
  ['None', count(all, (one) => one[of] === 0)],
  ['One', count(all, (one) => one[of] === 1)],
  ['Two or more', count(all, (one) => one[of] > 1)],
];

const byTerm = (all: Subjects, terms: readonly ListTerm[]): [string, number][] =>
  terms.map((term) => [listTerms[term], count(all, ({ by }) => by.has(term))]);

function childTables(children: Subjects, asAt: AsAt): ProfileTable[] {
  return [
    overlapping(
      'Children, by what they were found',
      'One child may be found by several.',
      byTerm(children, ['upn', 'nhsNumber', 'localId', 'nameAndBirthDate']),
    ),
    adding('Children, by grade', 'The highest grade that rules in an open case.', [
      ...grades
        .toReversed()
        .map((grade): [string, number] => [
          asAt.grades[grade].name,
          count(children, (one) => one.grade === grade),
        ]),
      ['No open case, or not graded', count(children, ({ grade }) => grade === null)],
    ]),
    overlapping(
      'Children, by kind of exploitation',
      'Kinds of harm that are suspected or confirmed in an open case; several at once are counted in each.',
      concerns.map((one) => [labelOf(one), count(children, (child) => child.concerns.has(one))]),
    ),
    adding('Children, by age', `In whole years on ${dayWords(asAt.day)}.`, [
      ...ages.map(([label]): [string, number] => [
        label,
        count(children, ({ birthDate }) => ageBand(birthDate, asAt) === label),
      ]),
      [unknownAge, count(children, ({ birthDate }) => !birthDate)],
    ]),
    adding(
      'Children, by missing episodes',
      'Episodes that began in the last twelve months.',
      fewOrMore(children, 'missing'),
    ),
    adding(
      'Children, by persons of concern linked with them',
      'Links that stand now.',
      fewOrMore(children, 'linked'),
    ),
  ];
}

function personTables(persons: Subjects): ProfileTable[] {
  return [
    overlapping(
      'Persons of concern, by what they were found',
      'One person may be found by several.',
      byTerm(persons, ['nameAndBirthDate', 'phone', 'vehicle', 'email', 'nhsNumber', 'pnc']),
    ),
    adding(
      'Persons of concern, by children linked with them',
      'Links that stand now.',
      fewOrMore(persons, 'linked'),
    ),
  ];
}

/** The overlap of an outside list with the books on a day, with numbers under five kept back and those that would tell them. */
export function listProfile(subjects: Subjects, asAt: AsAt): ListProfile {
  const children = subjects.filter(({ kind }) => kind === 'child');
  const persons = subjects.filter(({ kind }) => kind === 'person');
  return {
    children: keepBack(children.length),
    persons: keepBack(persons.length),
    tables: [...childTables(children, asAt), ...personTables(persons)],
    definitions: [
      'Counted are children and persons on the books whom whoever asks may see. A name alone finds nobody.',
      'A child is found by UPN, local id, NHS number, or name and date of birth together; a person of concern by his or her own phone, registration, e-mail, NHS or PNC number, or name and date of birth together.',
      'Not compared are the numbers that links join with a child: none found here does not say that nobody was contacted from a number. Search for the number itself.',
      `Numbers from 1 to ${smallBelow - 1} are kept back, and others that would tell them.`,
    ],
  };
}
