import {
  code,
  type DocumentFault,
  date,
  listOf,
  listWithUnique,
  object,
  oneOf,
  optional,
  text,
  whole,
  yesNo,
} from '../profile/shape.js';
import list from './measure-codes.v1.json' with { type: 'json' };

/** Who answers for a measure: who applies for it, gives it or carries it out. */
export const measureOwners = [
  'police',
  'local-authority',
  'licensing',
  'prosecutor',
  'court',
  'fire-and-rescue',
  'first-responder',
  'other-regulator',
] as const;
/** One of these. */
export type MeasureOwner = (typeof measureOwners)[number];

/** How a measure comes about: a court makes an order, an agency serves a notice, acts on a licence or takes a step. */
export const measureWays = ['order', 'notice', 'licence', 'step'] as const;
/** One of these. */
export type MeasureWay = (typeof measureWays)[number];

/** What a measure may bear on. */
export const measureStrands = ['person', 'place', 'child'] as const;
/** One of these. */
export type MeasureStrand = (typeof measureStrands)[number];

const spanUnits = ['hours', 'days', 'weeks', 'months', 'years'] as const;

/** How long a measure lasts by law, at the least or at the most. */
export interface MeasureSpan {
  amount: number;
  unit: (typeof spanUnits)[number];
}

/** One measure by which children are protected from a person or at a place, with its law and the days of it. */
export interface MeasureCode {
  code: string;
  title: string;
  statute: string;
  section: string;
  /** The first and the last day of the law; without a first day it rests on no statute. */
  from?: string;
  until?: string;
  /** The measure that stands in its place since. */
  replacedBy?: string;
  /** Set where it is no law yet: it is listed and cannot be chosen. */
  proposed?: boolean;
  aim: string;
  owner: MeasureOwner;
  via: MeasureWay;
  strands: MeasureStrand[];
  /** Set where the licensing authority acts on it. */
  licensing?: boolean;
  least?: MeasureSpan;
  most?: MeasureSpan;
  /** What a breach is. */
  breach: string;
  note?: string;
}

const span = object({ amount: whole(1, 100), unit: oneOf(spanUnits) });

const document = object({
  version: whole(1, 1000),
  made: date,
  source: text,
  measures: listWithUnique(
    'code',
    object({
      code,
      title: text,
      statute: text,
      section: text,
      from: optional(date),
      until: optional(date),
      replacedBy: optional(code),
      proposed: optional(yesNo),
      aim: text,
      owner: oneOf(measureOwners),
      via: oneOf(measureWays),
      strands: listOf(oneOf(measureStrands), 1),
      licensing: optional(yesNo),
      least: optional(span),
      most: optional(span),
      breach: text,
      note: optional(text),
    }),
    1,
  ),
});

/** Every fault of a list of measures: its shape, days in the wrong order, a successor that is not listed or began before the end. */
export function measureListFaults(value: unknown): DocumentFault[] {
  const faults = document(value, '');
  if (faults.length > 0) return faults;
  const { measures } = value as { measures: MeasureCode[] };
  return measures.flatMap((one, index) => {
    const at = `/measures/${index}`;
    const next = measures.find((other) => other.code === one.replacedBy);
    return [
      ...(one.until && (!one.from || one.until < one.from)
        ? [{ pointer: `${at}/until`, reason: 'must not lie before the first day' }]
        : []),
      ...(one.replacedBy && !next ? [{ pointer: `${at}/replacedBy`, reason: 'is not listed' }] : []),
      ...(next && (!one.until || (next.from ?? '') <= one.until)
        ? [{ pointer: `${at}/replacedBy`, reason: 'must begin after the last day of what it replaces' }]
        : []),
      ...(one.licensing && one.via !== 'licence'
        ? [{ pointer: `${at}/licensing`, reason: 'is for what acts on a licence' }]
        : []),
    ];
  });
}

/** The version of the list that is shipped. */
export const measureListVersion: number = list.version;

/** Every measure, in force or not any more: what was done under one keeps its words. */
export const measureCodes: readonly MeasureCode[] = list.measures as MeasureCode[];

const byCode = new Map(measureCodes.map((one) => [one.code, one]));

/** The measure with this code, or undefined. */
export function findMeasureCode(wanted: string): MeasureCode | undefined {
  return byCode.get(wanted);
}

/** Whether a measure is law on a day (YYYY-MM-DD), its first and last day included. */
export function isLawOn({ from = '', until = '9999-12-31', proposed }: MeasureCode, day: string): boolean {
  return !proposed && from <= day && day <= until;
}

/** The measures that may be chosen on a day. */
export function measuresOn(day: string): MeasureCode[] {
  return measureCodes.filter((one) => isLawOn(one, day));
}
