import { describe, expect, it } from 'vitest';
import { buildProgram } from './run.js';

const verbsFor = async (...args: string[]) => (await buildProgram(args)).commands.map((one) => one.name());

describe('the command line', () => {
  it('knows of each verb alone what it knows of all', async () => {
    const all = await verbsFor();
    expect(all.length).toBeGreaterThan(25);
    for (const verb of all) expect(await verbsFor('--api', 'http://127.0.0.1:1', verb, 'do')).toEqual([verb]);
  }, 120_000);

  it('knows every verb where help is asked, or what is given is none', async () => {
    const all = await verbsFor();
    for (const args of [['help', 'do'], ['do', '--help'], ['--json'], ['nonsense', 'queue']])
      expect(await verbsFor(...args)).toEqual(all);
  });
});
