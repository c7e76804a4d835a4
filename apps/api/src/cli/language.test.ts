import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainEnvironment } from '../testing/plain-environment.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
beforeAll(() => {
  if (!existsSync(program)) throw new Error('The command line is not built: run npm run build');
});

const check = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'language', 'check', '-', ...args],
    {
      input,
      encoding: 'utf8',
      env: { ...plainEnvironment },
    },
  );
  return { status, stdout, stderr };
};

describe('mase language check', () => {
  it('prints line and column, why, and what to say, without anybody signed in, and ends with 1', () => {
    const { status, stdout, stderr } = check('Seen today.\r\nShe has absconded; “a loner”, he said.\n');
    const lines = stdout.trimEnd().split('\n');
    expect([status, stderr]).toEqual([1, '']);
    expect(lines[0]).toBe('2:9  absconded');
    expect(lines[1]).toMatch(/^ {2}It treats a missing child/);
    expect(lines[2]).toMatch(/^ {2}Say: went missing/);
    expect(lines[3]).toBe('2:23  loner (quoted)');
    expect(lines.at(-1)).toBe('1 to say otherwise, 1 quoted or contested.');
  });

  it('ends with 0 where nothing is to be said otherwise', () => {
    expect(check('The child went missing.')).toEqual({
      status: 0,
      stdout: 'Nothing to say otherwise.\n',
      stderr: '',
    });
    expect(check('I was a loner', '--own-words').status).toBe(0);
  });

  it('gives a machine the places, in UTF-16 units, and the lexicon', () => {
    const { status, stdout } = check('😀 absconded', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      lexicon: { id: 'england', version: 1 },
      found: 1,
      findings: [{ term: 'absconded', offset: 3, length: 9 }],
    });
  });
});
