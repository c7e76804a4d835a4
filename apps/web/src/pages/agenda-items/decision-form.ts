import { enter, type Fields, select } from '../../error-words.js';
import { quickDate, todayInLondon } from '../../quick-date.js';
import type { Visit } from '../../visit.js';
import {
  contradictionField,
  contradictionPlace,
  gradeAfter,
  typedContradictions,
} from '../child-cases/contradictions.js';

/** How many rows for new actions the page has; the script shows them as they are needed. */
export const rowsShown = 8;

/** Of how many who disagree the page takes the words; the api takes more. */
const dissentsShown = 4;

const dates = ['nextReview', 'nextCheck'] as const;
const texts = [
  'decision',
  'reasons',
  'inquorateReason',
  'referTo',
  'grade',
  'noHarmReason',
  'closureReason',
  'harmAddressed',
  'adultPathway',
  'handover',
  'watcher',
  'removalReason',
  'removalTold',
];

const rowFields = (index: number): Fields => ({
  [`actions-${index}-what`]: enter('what will be done'),
  [`actions-${index}-ownerId`]: select('the owner of the action'),
  [`actions-${index}-due`]: enter('the due date of the action'),
  [`actions-${index}-part`]: select('the part of the plan'),
});

const dissentFields = (index: number): Fields => ({
  [`dissent-${index}-from`]: enter('who disagrees'),
  [`dissent-${index}-words`]: enter('what the dissent is'),
});

/** The fields of those who disagree, as the page shows them. */
export const dissentRows = () =>
  Array.from({ length: dissentsShown }, (_, index) => ({
    ...{ number: index + 1, first: index === 0 },
    ...{ from: `dissent-${index}-from`, words: `dissent-${index}-words` },
  }));

/** How error messages call the fields of the decision. */
export const decisionFields: Fields = {
  note: enter('the note'),
  decision: select('the decision'),
  inquorateReason: enter('why it is decided without a quorum'),
  chairDecided: select('that the chair decided to go on'),
  referTo: select('the panel to which the case is referred'),
  grade: select('the grade that the sitting decided'),
  noHarmReason: enter('why no harm is recorded'),
  closureReason: select('the reason for closing'),
  harmAddressed: enter('how the harm was addressed'),
  adultPathway: enter('the outcome of the adult pathway'),
  handover: enter('to whom open safety actions are handed over'),
  watcher: enter('who watches from now on'),
  removalReason: select('why the listing ends'),
  removalTold: enter('which force or area was told'),
  nextCheck: enter('the date of the next check'),
  reasons: enter('the reasons'),
  ...(Object.assign({}, ...Array.from({ length: rowsShown }, (_, index) => rowFields(index))) as Fields),
  nextReview: enter('the next review date'),
  ...(Object.assign(
    {},
    ...Array.from({ length: dissentsShown }, (_, index) => dissentFields(index)),
  ) as Fields),
  ...contradictionField,
};

/** Indexes of the action rows in which something was typed. */
function typedRows(visit: Visit): number[] {
  return Array.from({ length: rowsShown }, (_, index) => index).filter((index) =>
    ['what', 'ownerId', 'due'].some((part) => visit.typed(`actions-${index}-${part}`)),
  );
}

/** Indexes of those who disagree of whom something was typed. */
function typedDissents(visit: Visit): number[] {
  return Array.from({ length: dissentsShown }, (_, index) => index).filter((index) =>
    ['from', 'words'].some((part) => visit.typed(`dissent-${index}-${part}`)),
  );
}

/** The form's field behind a pointer of the api's: rows left empty are not sent, so their numbers differ. */
export function fieldBehind(pointer: string, visit: Visit, code: string): string | undefined {
  const [, list, index, part] = pointer.split('/');
  if (list === 'actions' && index !== undefined) {
    const row = typedRows(visit)[Number(index)];
    return row === undefined ? undefined : `actions-${row}-${part ?? 'what'}`;
  }
  if (list === 'dissent') {
    const row = typedDissents(visit)[Number(index ?? 0)] ?? 0;
    return `dissent-${row}-${part ?? 'from'}`;
  }
  return contradictionPlace(code);
}

/** Dates that are none, by field. */
export function dateFaults(visit: Visit): Record<string, string> {
  const today = todayInLondon();
  const named: [string, string | undefined][] = [
    ...dates.map((name): [string, string | undefined] => [name, visit.typed(name)]),
    ...typedRows(visit).map((row): [string, string | undefined] => [
      `actions-${row}-due`,
      visit.typed(`actions-${row}-due`),
    ]),
  ];
  return Object.fromEntries(
    named
      .filter(([, typed]) => typed !== undefined && quickDate(typed, today) === null)
      .map(([name]) => [name, 'Enter a date like 26 11 2026, 26/11 or 4w']),
  );
}

/** How the list of owners marks an agency, whose lead names the owner. */
export const agencyMark = 'agency:';

/** Who was chosen for an action: somebody by name, or an agency. */
function givenTo(chosen: string | undefined) {
  return chosen?.startsWith(agencyMark) ? { agencyId: chosen.slice(agencyMark.length) } : { ownerId: chosen };
}

/** The command's body from what was typed. Call it only when `dateFaults` found none. */
export function decisionBody(visit: Visit): Record<string, unknown> {
  const today = todayInLondon();
  const day = (name: string) => quickDate(visit.typed(name) ?? '', today) ?? undefined;
  const dissent = typedDissents(visit).map((row) => ({
    from: visit.typed(`dissent-${row}-from`),
    words: visit.typed(`dissent-${row}-words`),
  }));
  return {
    ...Object.fromEntries(texts.map((name) => [name, visit.typed(name)])),
    chairDecided: visit.typed('chairDecided') === 'yes' ? true : undefined,
    grade: gradeAfter(visit, 'grade'),
    ...typedContradictions(visit),
    nextReview: day('nextReview'),
    nextCheck: day('nextCheck'),
    dissent: dissent.length > 0 ? dissent : undefined,
    actions: typedRows(visit).map((row) => ({
      what: visit.typed(`actions-${row}-what`),
      ...givenTo(visit.typed(`actions-${row}-ownerId`)),
      due: day(`actions-${row}-due`),
      part: visit.typed(`actions-${row}-part`) ?? 'safety',
    })),
  };
}
