import type { AgencyStanding } from '../agencies/standing.js';
import { localDate } from '../clocks/time-zone.js';
import { isSmallNumber, smallBelow } from '../incident-report/keep-back.js';
import type { Context, Fault } from '../model.js';
import { findPerson } from '../person-named.js';
import { figurePeriod } from './period.js';
import { onBehalfOfAnybody } from './readers.js';
import type {
  AskFiguresPayload,
  ChaseFiguresPayload,
  PartnerFigure,
  PartnerFiguresStanding,
  RecordFiguresPayload,
  ReturnFiguresPayload,
} from './standing.js';
import { missedTargets } from './target.js';

type Ctx<P extends object> = Context<PartnerFiguresStanding, P>;

/** The agency whose figures they are, where it is on the books. */
export const agencyOf = ({ facts, payload }: Ctx<{ agencyId: string }>): AgencyStanding | undefined =>
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

type Texts = { measure?: string; source?: string; note?: string; words?: string };

/** Words that name or reach somebody, wherever they stand. */
function namingFaults(said: Texts, labels: { [pointer: string]: readonly { label: string }[] }): Fault[] {
  const { measure = '', source = '', note = '', words = '' } = said;
  const texts: [pointer: string, text: string][] = [
    ...Object.entries({ measure, source, note, words }).map(([name, text]): [string, string] => [
      `/${name}`,
      text,
    ]),
    ...Object.entries(labels).flatMap(([pointer, lines]) =>
      lines.map(({ label }, place): [string, string] => [`${pointer}/${place}/label`, label]),
    ),
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

const sameLabel = (label: string) => label.trim().toLowerCase();

/** Lines that count the same. */
function twiceFaults(pointer: string, lines: readonly { label: string }[]): Fault[] {
  const labels = lines.map(({ label }) => sameLabel(label));
  return labels.flatMap((label, place) =>
    labels.indexOf(label) < place
      ? [
          {
            pointer: `${pointer}/${place}/label`,
            code: 'twice',
            detail: 'The same is counted twice: say what makes them differ.',
          },
        ]
      : [],
  );
}

const noAgency: Fault = { pointer: '/agencyId', code: 'noAgency', detail: 'Choose an agency on the books.' };
const noPeriod: Fault = {
  pointer: '/period',
  code: 'period',
  detail:
    'Give a year as 2026, or as 2025-26 from April to March, or a quarter as 2026-Q4 from October to December.',
};

/** A period that has not begun, in a field: nothing is counted of it yet. */
function futureFaults(
  period: string,
  pointer: string,
  { at, profile }: Pick<Context, 'at' | 'profile'>,
): Fault[] {
  const days = figurePeriod(period);
  if (!days || days.from <= localDate(at, profile.timeZone)) return [];
  return [{ pointer, code: 'future', detail: 'The period has not begun.' }];
}

/** Everything that is wrong with figures as they are given unasked, each with its place. */
export function figureFaults(context: Ctx<RecordFiguresPayload>): Fault[] {
  const { payload, actor } = context;
  const { agencyId, period, figures } = payload;
  const mayGive = agencyId === actor.agencyId || actor.roles.some((role) => onBehalfOfAnybody.includes(role));
  return [
    ...(agencyOf(context) ? [] : [noAgency]),
    ...(agencyOf(context) && !mayGive
      ? [
          {
            pointer: '/agencyId',
            code: 'otherAgency',
            detail: 'You give the figures of your own agency; the coordinator gives any.',
          },
        ]
      : []),
    ...(figurePeriod(period) ? [] : [noPeriod]),
    ...futureFaults(period, '/period', context),
    ...twiceFaults('/figures', figures),
    ...smallFaults(figures),
    ...namingFaults(payload, { '/figures': figures }),
  ];
}

/** Who is asked has an account, and is of the agency or gives the figures of any; the day lies ahead. */
function askedOfFaults(context: Ctx<{ leadId?: string; due?: string }>, agencyId: string): Fault[] {
  const { payload, facts, at, profile } = context;
  const lead = findPerson(facts, payload.leadId);
  const isOfAgency =
    lead?.agencyId === agencyId || lead?.roles.some((role) => onBehalfOfAnybody.includes(role));
  const who = (code: string, detail: string): Fault[] => [{ pointer: '/leadId', code, detail }];
  return [
    ...(payload.leadId && !lead ? who('noPerson', 'Choose somebody with an account.') : []),
    ...(lead && !isOfAgency
      ? who('otherAgency', 'Choose somebody of the agency, or who gives for any.')
      : []),
    ...(payload.due && payload.due < localDate(at, profile.timeZone)
      ? [{ pointer: '/due', code: 'past', detail: 'The day by which they are given is over.' }]
      : []),
  ];
}

/** A target says whether the number should be at least or at most that. */
const targetFaults = ({ lines }: AskFiguresPayload): Fault[] =>
  lines.flatMap(({ way, target }, place) =>
    (way === undefined) === (target === undefined)
      ? []
      : [
          {
            pointer: `/lines/${place}/target`,
            code: 'target',
            detail: 'Give a target with its way, at least or at most; or neither.',
          },
        ],
  );

/** Everything that is wrong with what an agency is asked for. */
export function askFaults(context: Ctx<AskFiguresPayload>): Fault[] {
  const { payload } = context;
  return [
    ...(agencyOf(context) ? [] : [noAgency]),
    ...(figurePeriod(payload.period) ? [] : [noPeriod]),
    ...askedOfFaults(context, payload.agencyId),
    ...targetFaults(payload),
    ...twiceFaults('/lines', payload.lines),
    ...namingFaults(payload, { '/lines': payload.lines }),
  ];
}

/** Everything that is wrong with a reminder to an agency. */
export const chaseFaults = (context: Ctx<ChaseFiguresPayload>): Fault[] => [
  ...askedOfFaults(context, context.record.standing.agencyId),
  ...namingFaults(context.payload, {}),
];

/** Everything that is wrong with the answer: each number that was asked for is given, and no other; a missed target is told of. */
export function returnFaults(context: Ctx<ReturnFiguresPayload>): Fault[] {
  const { payload, record } = context;
  const { asked, period } = record.standing;
  const lines = asked?.lines ?? [];
  const of = (ones: readonly { label: string }[]) =>
    ones
      .map(({ label }) => label)
      .sort()
      .join('\n');
  const missed = missedTargets(lines, payload.figures);
  return [
    ...(of(lines) === of(payload.figures)
      ? []
      : [
          {
            pointer: '/figures',
            code: 'asked',
            detail: `Give one number for each of these, and of nothing else: ${lines.map(({ label }) => label).join('; ')}.`,
          },
        ]),
    ...(missed.length > 0 && !payload.note
      ? [
          {
            pointer: '/note',
            code: 'commentary',
            detail: `Say why the target is not met, and what is done about it: ${missed.join('; ')}.`,
          },
        ]
      : []),
    ...futureFaults(period, '/figures', context),
    ...smallFaults(payload.figures),
    ...namingFaults(payload, {}),
  ];
}
