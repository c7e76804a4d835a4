import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkInstrumentFile,
  instrumentSchema,
  lexiconOn,
  shippedInstruments,
  validateInstrument,
} from '@mase/workflow';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../testing/plain-environment.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const faulty = fileURLToPath(
  new URL('../../../../packages/workflow/src/risk/faulty-instrument.txt', import.meta.url),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mase-instrument-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line as a process of its own, where there is no database, no account and no setting but these. */
function mase(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...plainEnvironment, HOME: folder, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

function written(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value, null, 2));
  return file;
}

const evidence = (date: string) => ({ source: 'Made-up police', date });
const answers = {
  instrument: 'scored-sections',
  on: '2026-11-22',
  about: { ageYears: 12, learningDisability: 'not-known' },
  answers: [
    {
      code: 'away-overnight',
      answer: 'yes',
      evidence: evidence('2026-05-22'),
      moreEvidence: [evidence('2026-05-21')],
    },
    { code: 'hurt-by-carer', answer: 'yes', evidence: evidence('2014-01-01') },
    { code: 'out-late', answer: 'not-known' },
  ],
  narratives: [{ domain: 'what-stands-behind', text: 'Made up: “zoë”, ünïcödé' }],
};

describe('mase instrument check', () => {
  it('tells ten faults of a stranger’s file with line and column, for people and for machines, and ends with 1', async () => {
    const people = await mase(['instrument', 'check', faulty]);
    const lines = people.out.trimEnd().split('\n');
    expect([people.code, lines.length, lines.at(-1)]).toEqual([1, 11, '10 faults.']);
    for (const line of lines.slice(0, 10)) expect(line).toMatch(/^.+:\d+:\d+ \S/);
    const machines = await mase(['instrument', 'check', faulty, '--json']);
    const told = JSON.parse(machines.out) as { sound: boolean; faults: object[] };
    expect([machines.code, told.sound]).toEqual([1, false]);
    expect(told.faults).toEqual(
      checkInstrumentFile(readFileSync(faulty, 'utf8'), lexiconOn('2026-11-22')).faults,
    );
  });

  it('ends with 0 for a sound file and with 2 where there is none', async () => {
    const sound = await mase(['instrument', 'check', written('sound.json', shippedInstruments[2])]);
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('is sound')]);
    const none = await mase(['instrument', 'check', join(folder, 'nowhere.json')]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('cannot be read')]);
  });

  it('lists every version that comes with the product', async () => {
    const { out } = await mase(['instrument', 'list', '--json']);
    const listed = (JSON.parse(out) as { instruments: { id: string; version: number }[] }).instruments;
    expect(listed.map(({ id, version }) => [id, version])).toEqual(
      shippedInstruments.map(({ id, version }) => [id, version]),
    );
  });
});

describe('mase instrument explain', () => {
  it('gives the same bytes in other processes, time zones and languages', async () => {
    const file = written('answers.json', answers);
    const previous = written('previous.json', {
      ...answers,
      on: '2026-08-22',
      answers: answers.answers.slice(1),
    });
    const args = ['instrument', 'explain', file, '--previous', previous, '--json'];
    const runs = await Promise.all([
      mase(args, { TZ: 'Pacific/Kiritimati' }),
      mase(args, { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
      mase(args, { TZ: 'Europe/London' }),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
    const told = JSON.parse(runs[0]?.out ?? '') as { band: object; suggested: string; difference: object[] };
    expect(told).toMatchObject({
      band: { score: 7, code: 'band-2' },
      beforeFloors: 'low',
      suggested: 'medium',
    });
    expect(told.difference).toContainEqual({
      path: 'significant/away-overnight',
      label: 'The child has been missing overnight or longer',
      before: 'not answered',
      after: 'yes (lifetime and current and earlier, adds 6)',
      change: 'changed',
    });
  });

  it('sets out for people how the suggestion came about, with an instrument of their own', async () => {
    const own = { ...shippedInstruments[2], id: 'our-tool', version: 7 };
    const args = ['explain', written('own-answers.json', { ...answers, instrument: 'our-tool' })];
    const { code, out } = await mase(['instrument', ...args, '--instrument', written('own.json', own)]);
    expect(code).toBe(0);
    expect(out).toContain('Six to twelve months ago: evidence of 2026-05-21, adds 1');
    expect(out).toContain('reached with 7');
    expect(out).toContain('The child is under 13: holds: aged 12 – leads to medium');
  });

  it('refuses answers that the instrument does not know, with what is wrong', async () => {
    const wrong = { ...answers, answers: [{ code: 'weather', answer: 'yes' }] };
    const { code, err } = await mase(['instrument', 'explain', written('wrong.json', wrong)]);
    expect([code, err]).toEqual([1, expect.stringContaining('"weather" is no indicator of this instrument')]);
  });
});

/** Every part of a document, as a way to it. */
function waysIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, one]) => waysIn(one, [...way, key]))];
}

describe('the schema of instrument files', () => {
  const ajv = new Ajv2020({ allErrors: false, strict: true });
  addFormats.default(ajv);
  const agrees = ajv.compile(instrumentSchema);
  /** Faults that no schema can tell: they are about what the parts are to each other. */
  const related =
    /^(repeats|is no \w+ of|has no such|can never|must not be|must be more|must be left|needs|asks for|scores,|is the code|is a name|is a rule|must be empty|must be 0, so)/;
  const shaped = (value: unknown) => validateInstrument(value).every(({ reason }) => related.test(reason));

  it('is what mase prints, and holds for everything that comes with the product', async () => {
    expect(JSON.parse((await mase(['instrument', 'schema'])).out)).toEqual(instrumentSchema);
    for (const one of shippedInstruments) expect(agrees(one)).toBe(true);
  });

  it('says the same as the check of each file with one part taken out or put wrong', () => {
    const wrong = [
      undefined,
      null,
      '',
      '  ',
      'weather',
      'Two Words',
      'none',
      'high',
      0,
      1,
      -1,
      1.5,
      101,
      true,
      [],
      {},
      ['x'],
      '2026-02-30',
      '2026-12-01',
    ];
    let refused = 0;
    let tried = 0;
    for (const [place, instrument] of shippedInstruments.entries()) {
      for (const [index, way] of waysIn(instrument).entries()) {
        if (way.length === 0 || (index + place) % 11 > 0) continue;
        for (const [turn, value] of wrong.entries()) {
          if ((index + turn) % 3 > 0) continue;
          const copy = structuredClone(instrument) as object;
          const parent = way.slice(0, -1).reduce<object>((part, key) => Reflect.get(part, key), copy);
          const key = way.at(-1) as string;
          if (value === undefined && Array.isArray(parent)) parent.splice(Number(key), 1);
          else if (value === undefined) Reflect.deleteProperty(parent, key);
          else Reflect.set(parent, key, value);
          const verdict = agrees(copy);
          if (verdict !== shaped(copy))
            expect.fail(`${way.join('/')} as ${JSON.stringify(value)}: the schema says ${verdict}`);
          tried += 1;
          if (!verdict) refused += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(tried / 2);
    expect(refused).toBeLessThan(tried);
  });

  it('refuses a key that nobody knows wherever one could stand', () => {
    for (const instrument of shippedInstruments)
      for (const way of waysIn(instrument)) {
        const copy = structuredClone(instrument) as object;
        const part = way.reduce<unknown>((found, key) => Reflect.get(found as object, key), copy);
        if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
        Reflect.set(part, 'colour', 'red');
        expect([way.join('/'), agrees(copy), shaped(copy)]).toEqual([way.join('/'), false, false]);
      }
  });
});
