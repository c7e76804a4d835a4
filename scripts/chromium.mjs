import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder } from './bootstrap/paths.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium for browser tests: the one in our development dependencies, the same on every machine and without the window
 * of a desktop, which halves what a page costs; elsewhere than on linux-x64, or where MASE_BROWSER is `installed`, the
 * machine's own. Give all of it to playwright's `launch`, which makes a fresh profile.
 */
export async function findChromium() {
  const isBundled = process.platform === 'linux' && process.arch === 'x64';
  return isBundled && process.env.MASE_BROWSER !== 'installed' ? bundledChromium() : installedChromium();
}

/** The machine's own Chromium, as `findChromium` gives it; throws where there is none. */
export async function installedChromium() {
  const installed = PLACES.find(canRun);
  if (!installed) throw new Error('No Chromium was found. Install one (Debian: apt install chromium).');
  return { executablePath: installed, args: chosenArgs(), env: process.env };
}

/** Unpacked once into the cache folder. */
async function bundledChromium() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(dirname(dirname(entry)), 'package.json'));
  const folder = join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(folder)) await unpack(entry, folder);
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return { executablePath: join(folder, 'chromium'), args: chosenArgs(), env };
}

function chosenArgs() {
  // Chromium's own sandbox refuses to run as root.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET;
}

async function unpack(entry, folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  const program = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
  // Its libraries come along only where it believes itself in a cloud function; a process of its own keeps that from ours.
  const env = { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env });
  // Its own font list names folders of the cloud function.
  writeFileSync(join(unfinished, 'fonts/fonts.conf'), fontList(folder));
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process was quicker.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function fontList(folder) {
  const places = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places}</fontconfig>\n`;
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
