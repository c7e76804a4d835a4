import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { englandProfile, type Profile } from '../profile/profile.js';
import { aChildCase } from '../testing/a-child-case.js';
import { anAssessment } from '../testing/assessments.js';
import { aWorld } from '../testing/people.js';
import type { Instrument } from './instrument.js';
import { findInstrument, instrumentInForce, instrumentsInForce } from './instruments-in-force.js';
import { explanationText, recomputeAssessment, type WrittenAssessment } from './recompute.js';
import { shippedInstruments } from './shipped-instruments.js';

const kept = JSON.parse(readFileSync(new URL('kept-explanations.json', import.meta.url), 'utf8')) as {
  written: WrittenAssessment;
  explanation: string;
}[];

/** The newest shipped version of an instrument, made into a version of an area's own that counts differently. */
function newer(version: number, effectiveFrom: string): Instrument {
  const base = findInstrument(englandProfile, 'scored-sections', 1) as Instrument;
  const copy = structuredClone(base);
  for (const domain of copy.domains)
    for (const indicator of domain.indicators)
      if (indicator.weights?.current) indicator.weights.current += version;
  return { ...copy, version, effectiveFrom };
}

const withOwn = (...ownInstruments: Instrument[]): Profile => ({ ...englandProfile, ownInstruments });
const narratives = [{ domain: 'what-stands-behind', text: 'Made up for a test' }];
const scored = (over: object = {}) =>
  anAssessment('medium', {
    instrument: 'scored-sections',
    answers: [
      { code: 'away-overnight', answer: 'yes', evidence: { source: 'Made-up police', date: '2026-10-20' } },
      {
        code: 'injury-unexplained',
        answer: 'yes',
        evidence: { source: 'Made-up school', date: '2026-01-20' },
      },
    ],
    levels: [],
    protective: [],
    narratives,
    ...over,
  });

function writtenOf(one: ReturnType<typeof aChildCase>): WrittenAssessment[] {
  const rows = (one.world.written.get(one.id) ?? []).filter((row) => row.kind === 'assessment');
  return rows.map((row) => JSON.parse(JSON.stringify(row.body)) as WrittenAssessment).reverse();
}

describe('versions of an instrument side by side', () => {
  it('the newest version in force on a day is offered, the older ones stay readable', () => {
    const area = withOwn(newer(2, '2026-11-10'), newer(3, '2027-01-01'));
    const version = (day: string) => instrumentInForce(area, 'scored-sections', day)?.version ?? null;
    expect(
      ['2025-12-31', '2026-01-01', '2026-11-09', '2026-11-10', '2026-12-31', '2027-01-01'].map(version),
    ).toEqual([null, 1, 1, 2, 2, 3]);
    expect(findInstrument(area, 'scored-sections', 1)?.version).toBe(1);
    expect(instrumentsInForce(area, '2026-09-30').map((one) => `${one.id} ${one.version}`)).toContain(
      'structured-judgement-1 1',
    );
    expect(instrumentsInForce(area, '2026-10-01').map((one) => `${one.id} ${one.version}`)).toContain(
      'structured-judgement-1 2',
    );
  });

  it('an assessment is computed again to the same explanation after a newer version is in force', () => {
    const one = aChildCase().withWorker().give('assess-risk', scored(), 'worker');
    const [before] = writtenOf(one) as [WrittenAssessment];
    expect(before.computedFrom.instrument).toEqual({ id: 'scored-sections', version: 1 });
    const shippedLater = withOwn(newer(2, '2026-11-01'));
    const later = aChildCase(aWorld({ profile: shippedLater }))
      .withWorker()
      .give('assess-risk', scored(), 'worker');
    const [after] = writtenOf(later) as [WrittenAssessment];
    expect(after.computedFrom.instrument.version).toBe(2);
    expect(explanationText(after.result)).not.toBe(explanationText(before.result));
    for (const written of [before, after]) {
      const again = recomputeAssessment(shippedLater, written);
      expect(again && explanationText(again)).toBe(explanationText(written.result));
    }
  });

  it('other floors later change nothing of what was assessed', () => {
    const [written] = writtenOf(aChildCase().withWorker().give('assess-risk', scored(), 'worker')) as [
      WrittenAssessment,
    ];
    const strict = { ...englandProfile, floors: [] };
    expect(recomputeAssessment(strict, written)).toEqual(written.result);
  });

  it('what was assessed before floors rested on every level of concern is computed again as it was then', () => {
    const some = anAssessment('low', { answers: [], learningDisability: 'yes', proposed: 'medium' });
    const levels = some.levels.map(({ domain }) => ({ domain, level: 1 }));
    const one = aChildCase()
      .withWorker()
      .give('assess-risk', { ...some, levels }, 'worker');
    const [written] = writtenOf(one) as [WrittenAssessment];
    expect(written.result.suggested).toBe('medium');
    expect(recomputeAssessment(englandProfile, written)).toEqual(written.result);
    const { floorsRestOn: _now, ...before } = written.computedFrom;
    expect(recomputeAssessment(englandProfile, { ...written, computedFrom: before })?.suggested).toBe('low');
  });

  it('a form opened under a version that is still in force may be finished; one that ended may not', () => {
    const first = findInstrument(englandProfile, 'scored-sections', 1) as Instrument;
    const ended = { ...first, id: 'ended-tool', effectiveTo: '2026-10-31' };
    const profile = {
      ...withOwn(newer(2, '2026-11-01'), ended, { ...newer(2, '2026-11-01'), id: 'ended-tool' }),
      instruments: ['scored-sections', 'ended-tool'],
    };
    const one = aChildCase(aWorld({ profile })).withWorker();
    expect(one.whyNot('assess-risk', scored({ instrumentVersion: 1 }), 'worker')).toEqual([]);
    expect(
      one.whyNot('assess-risk', scored({ instrument: 'ended-tool', instrumentVersion: 1 }), 'worker'),
    ).toEqual(['/instrumentVersion notInForce']);
    expect(one.whyNot('assess-risk', scored({ instrumentVersion: 9 }), 'worker')).toEqual([
      '/instrumentVersion notInForce',
    ]);
  });

  it('a screening is never an assessment', () => {
    const one = aChildCase().withWorker();
    expect(one.whyNot('assess-risk', scored({ instrument: 'short-screening' }), 'worker')).toEqual([
      '/instrument screening',
    ]);
  });

  it('what is not known becomes something for the worker to find out by a day, never through a child', () => {
    const answers = [{ code: 'away-overnight', answer: 'not-known' as const }];
    const one = aChildCase()
      .withWorker()
      .give('assess-risk', scored({ answers, proposed: 'none' }), 'worker');
    const [row] = (one.world.written.get(one.id) ?? []).filter(({ kind }) => kind === 'to-find-out');
    expect(row?.body).toMatchObject({
      code: 'away-overnight',
      what: 'The child has been missing overnight or longer',
      how: expect.stringContaining('No child is asked'),
      who: expect.stringContaining('user:'),
      due: expect.stringMatching(/^2026-11-/),
    });
  });
});

/** The digests of the shipped files; a change of anything in one is a new version, and this line stays. */
const digests = [
  'structured-judgement-1 version 1 7df917a1fdbfefc5',
  'structured-judgement-1 version 2 179ef1c952ee8373',
  'scored-sections version 1 c374df9dc1ccb157',
  'domain-levels version 1 7145920d87b50f32',
  'short-screening version 1 bb411e275bab43c4',
];

describe('what was shipped stays as it was shipped', () => {
  it.each(shippedInstruments.map((one) => [`${one.id} version ${one.version}`, one] as const))(
    '%s',
    (name, one) => {
      const digest = createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 16);
      expect(`${name} ${digest}`).toBe(digests.find((line) => line.startsWith(`${name} `)));
    },
  );

  it.each(kept.map((one) => [JSON.stringify(one.written.computedFrom.instrument), one] as const))(
    'an assessment kept from then, made with %s, gives the same explanation to the byte',
    (_name, { written, explanation }) => {
      const again = recomputeAssessment(englandProfile, written);
      expect(again && explanationText(again)).toBe(explanation);
    },
  );
});
