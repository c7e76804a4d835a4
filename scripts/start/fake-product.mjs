import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../bootstrap/paths.mjs';

const SERVER = (port) => `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
const say = (word) => appendFileSync(process.env.MASE_DATA + '/journal', basename(process.argv[1], '.mjs') + ' ' + word + '\\n');
say('began with ' + process.execArgv.find((flag) => flag.includes('old-space')));
const server = createServer((request, response) => response.end('well'));
if (process.env.${port}) server.listen(Number(process.env.${port}), '127.0.0.1');
else setInterval(() => undefined, 1000);
process.on('SIGTERM', () => { say('ended'); process.exit(0); });
`;

const COMMAND_LINE = `
import { appendFileSync, writeFileSync } from 'node:fs';
const [verb, ...rest] = process.argv.slice(2);
appendFileSync(process.env.MASE_DATA + '/journal', verb + ' ' + process.env.MASE_DATABASE_URL + (rest.join().includes('://') ? ' in the open' : '') + '\\n');
if (verb === 'migrate') writeFileSync(rest[rest.indexOf('--connections') + 1], '{}');
if (verb === 'demo') console.log(JSON.stringify([{ who: 'ann.example', role: 'coordinator' }]));
`;

const PACKAGE_START = (folder, options) => `
import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) => {
  try { return next(name, context); } catch { return next(name.replace(/[.]js$/, '.ts'), context); }
} });
const { runSystem } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'scripts/start/system.mjs')).href)});
const programs = { embedded: ${JSON.stringify(join(ROOT, 'packages/store/src/embedded.ts'))} };
for (const name of ['commandLine', 'api', 'worker', 'web']) programs[name] = ${JSON.stringify(folder)} + '/' + name + '.mjs';
process.exit(await runSystem(${JSON.stringify(options)}, programs, process.env));
`;

/** For tests: writes a package whose \`npm start\` runs the real launcher around tiny stand-ins for the product's four programs, which note in \`<data>/journal\` what happens to them. */
export function writeFakeProduct(folder, options) {
  mkdirSync(options.data, { recursive: true, mode: 0o700 });
  const files = {
    'package.json': JSON.stringify({
      name: 'stand-in',
      type: 'module',
      scripts: { start: 'exec node start.mjs' },
    }),
    'start.mjs': PACKAGE_START(folder, options),
    'commandLine.mjs': COMMAND_LINE,
    'api.mjs': SERVER('MASE_API_PORT'),
    'web.mjs': SERVER('MASE_WEB_PORT'),
    'worker.mjs': SERVER('MASE_WORKER_PORT'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
