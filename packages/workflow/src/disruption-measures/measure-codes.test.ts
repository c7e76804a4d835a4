import { expect, it } from 'vitest';
import {
  findMeasureCode,
  isLawOn,
  type MeasureCode,
  measureCodes,
  measureListFaults,
  measuresOn,
} from './measure-codes.js';
import list from './measure-codes.v1.json' with { type: 'json' };

it('the shipped list is sound, and what is wrong in another is told with its place', () => {
  expect(measureListFaults(list)).toEqual([]);
  const first = list.measures[0] as unknown as MeasureCode;
  const faults = (over: object) => measureListFaults({ ...list, measures: [{ ...first, ...over }] });
  expect(faults({ strands: [] })).toEqual([
    { pointer: '/measures/0/strands', reason: 'must have at least 1 item' },
  ]);
  expect(faults({ until: '1970-01-01' })[0]?.pointer).toBe('/measures/0/until');
  expect(faults({ until: '2020-01-01', replacedBy: 'nothing' })[0]?.reason).toBe('is not listed');
  expect(faults({ licensing: true })[0]?.pointer).toBe('/measures/0/licensing');
  expect(faults({ owner: 'nobody' })).toHaveLength(1);
});

it('a measure can be chosen while it is law: from its first day to its last, and not while it is proposed', () => {
  const codes = (day: string) => measuresOn(day).map(({ code }) => code);
  expect(codes('2015-03-07')).toContain('risk-of-sexual-harm-order');
  expect(codes('2015-03-07')).not.toContain('sexual-risk-order');
  expect(codes('2015-03-08')).toContain('sexual-risk-order');
  expect(codes('2015-03-08')).not.toContain('risk-of-sexual-harm-order');
  const onConviction = codes('2018-06-01').filter((code) => code.includes('on-conviction'));
  expect(onConviction).toEqual(['sexual-harm-prevention-order-on-conviction-2015']);
  expect(codes('2018-06-01')).toContain('restraining-order-1997');
  expect(codes('2026-11-02')).not.toContain('child-criminal-exploitation-prevention-order');
  expect(isLawOn(findMeasureCode('vehicle-marker') as MeasureCode, '1990-01-01')).toBe(true);
});

it('what is replaced names its successor, and licensing acts on licences alone', () => {
  const replaced = measureCodes.filter(({ until }) => until !== undefined);
  expect(replaced.length).toBeGreaterThan(3);
  expect(replaced.every(({ replacedBy }) => replacedBy !== undefined)).toBe(true);
  const licensing = measureCodes.filter((one) => one.licensing).map(({ via }) => via);
  expect(new Set(licensing)).toEqual(new Set(['licence']));
});
