import type { AgencyStanding } from '../agencies/standing.js';
import { localDate } from '../clocks/time-zone.js';
import { isSmallNumber, smallBelow } from '../incident-report/keep-back.js';
import type { Context, Fault } from '../model.js';
import { problemYear } from '../problem-profile/profile.js';
import { onBehalfOfAnybody } from './readers.js';
import type { PartnerFigure, PartnerFiguresStanding, RecordFiguresPayload } from './standing.js';

type Ctx = Context<PartnerFiguresStanding, RecordFiguresPayload>;

/** The agency whose figures they are, where it is on the books. */
export const agencyOf = ({ facts, payload }: Ctx): AgencyStanding | undefined =>
  facts.related.find(({ kind, id }) => kind === 'agency' && id === payload.agencyId)?.standing as
    | AgencyStanding
    | undefined;

/** What reaches one person: an e-mail address, a full postcode, a UPN, or nine digits and more of a phone or an NHS number. */
export const reachesSomebody =
  /\S@\S+\.\S|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d{11}[A-Z\d]\b|\d(?:[ -]?\d){8}/i;

const called = /^\s*(all|total|altogether|overall)\b/i;

/** Numbers that would tell of somebody: those that are small, and one that is kept back beside its total. */
function smallFaults(figures: readonly PartnerFigure[]): Fault[] {
  const small = figures.flatMap(({ n }, place) =>
    isSmallNumber(n)
      ? [
          {
            pointer: `/figures/${place}/n`,
            code: 'small',
            detail: `A number from 1 to ${smallBelow - 1} can tell of one child: leave it out, and it is printed as kept back.`,
          },
        ]
      : [],
  );
  const keptBack = figures.filter(({ n }) => n === null).length;
  if (keptBack !== 1 || !figures.some(({ label, n }) => n !== null && called.test(label))) return small;
  const detail =
    'The total tells the one number that is kept back: leave the total out, or keep a second number back.';
  return [...small, { pointer: '/figures', code: 'tells', detail }];
}

/** Words that name or reach somebody, wherever they stand. */
function namingFaults({ measure, source, note = '', figures }: RecordFiguresPayload): Fault[] {
  const texts: [pointer: string, text: string][] = [
    ['/measure', measure],
    ['/source', source],
    ['/note', note],
    ...figures.map(({ label }, place): [string, string] => [`/figures/${place}/label`, label]),
  ];
  return texts.flatMap(([pointer, text]) =>
    reachesSomebody.test(text)
      ? [
          {
            pointer,
            code: 'reaches',
            detail: 'Only counts are kept here: leave out what names or reaches a person or a home.',
          },
        ]
      : [],
  );
}

/** Everything that is wrong with figures as they are given, each with its place. */
export function figureFaults(context: Ctx): Fault[] {
  const { payload, actor, at, profile } = context;
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (!agencyOf(context)) add('/agencyId', 'noAgency', 'Choose an agency on the books.');
  else if (
    payload.agencyId !== actor.agencyId &&
    !actor.roles.some((role) => onBehalfOfAnybody.includes(role))
  )
    add('/agencyId', 'otherAgency', 'You give the figures of your own agency; the coordinator gives any.');
  const year = problemYear(payload.year);
  if (!year) add('/year', 'year', 'Give the year as 2026, or as 2025-26 from April to March.');
  else if (year.from > localDate(at, profile.timeZone)) add('/year', 'future', 'The year has not begun.');
  const labels = payload.figures.map(({ label }) => label.trim().toLowerCase());
  for (const [place, label] of labels.entries())
    if (labels.indexOf(label) < place)
      add(`/figures/${place}/label`, 'twice', 'The same is counted twice: say what makes them differ.');
  return [...faults, ...smallFaults(payload.figures), ...namingFaults(payload)];
}
