import { concerns } from '../child-cases/payloads.js';
import { grades } from '../profile/grade.js';
import {
  choose,
  code,
  date,
  listOf,
  object,
  oneOf,
  optional,
  recordOf,
  type Shape,
  text,
  whole,
  yesNo,
} from '../profile/shape.js';
import { domainAsks, indicatorTypes, purposes, scoreSums, windowIds } from './instrument.js';

const grade = oneOf(grades);
const words = { code, label: text };

const indicator = object({
  ...words,
  type: oneOf(indicatorTypes),
  tier: optional(code),
  weights: optional(recordOf(windowIds, whole(0, 100), true)),
});

const domain = object({
  ...words,
  asks: oneOf(domainAsks),
  guidance: optional(text),
  indicators: listOf(indicator),
  protective: listOf(object({ id: code, label: text })),
});

const window = object({ id: oneOf(windowIds), label: text, months: optional(whole(1, 1200)) });

const level = object({
  ...words,
  description: text,
  value: whole(0, 3),
  needsEvidence: optional(yesNo),
});

const count = object({
  type: optional(oneOf(indicatorTypes)),
  tier: optional(code),
  window: optional(oneOf(windowIds)),
  atLeast: whole(1, 100),
});

const rule = choose('kind', {
  'domains-at-level': { ...words, level: code, atLeast: whole(1, 100), grade },
  'highest-level': { ...words, levels: listOf(object({ level: code, grade }), 1) },
  'highest-tier': {
    ...words,
    tiers: listOf(object({ tier: code, window: optional(oneOf(windowIds)), grade }), 1),
  },
  indicators: { ...words, all: listOf(count, 1), grade },
  score: {
    ...words,
    of: optional(oneOf(scoreSums)),
    bands: listOf(object({ ...words, from: whole(0, 1000), grade }), 1),
  },
});

const endDate: Shape = (value, pointer) => (value === null ? [] : date(value, pointer));

/** What each part of an instrument file must be, taken by itself; `instrument.schema.json` says the same. */
export const instrumentShape = object({
  $schema: optional(text),
  id: code,
  version: whole(1, 1000),
  title: text,
  guidance: text,
  licence: text,
  purpose: oneOf(purposes),
  kinds: listOf(oneOf(concerns), 1),
  effectiveFrom: date,
  effectiveTo: endDate,
  windows: listOf(window),
  levels: listOf(level),
  domains: listOf(domain, 1),
  suggestion: listOf(rule, 1),
});
