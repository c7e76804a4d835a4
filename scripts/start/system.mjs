import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { progress } from '../bootstrap/progress.mjs';
import { runCommandLine } from './command-line.mjs';
import { runningLauncher } from './data-folder.mjs';
import { embeddedDatabase, ownDatabase } from './database.mjs';
import { demonstration, signInLines } from './demonstration.mjs';
import { untilHealthy } from './health.mjs';
import { nextFreePort } from './ports.mjs';
import { Service } from './service.mjs';

const HEAP_MB = { api: 256, worker: 128, web: 128 };

/** Starts database, api, worker and web, says where they are, waits for a signal, stops them in the opposite order; resolves to the exit code. */
export async function runSystem(options, programs, env) {
  const stopping = new AbortController();
  const ask = () => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  const running = [];
  try {
    await bringUp(options, programs, env, running, stopping.signal);
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }));
    return 0;
  } catch (error) {
    // What is interrupted by the wish to stop is no fault.
    if (!stopping.signal.aborted) throw error;
    return 0;
  } finally {
    if (running.length) progress('Stopping');
    for (const part of running.reverse()) await part.stop();
    if (runningLauncher(options.data) === process.pid)
      rmSync(join(options.data, 'run.json'), { force: true });
    if (running.length) progress('Stopped');
  }
}

async function bringUp(options, programs, env, running, signal) {
  const services = {};
  let database;
  let addresses = {};
  const publish = () => writeRunFile(options.data, { database, services, addresses });
  database = options.databaseUrl
    ? ownDatabase(options.databaseUrl)
    : await embeddedDatabase(programs.embedded, options.data, publish);
  running.push(database);
  signal.throwIfAborted();

  const connections = join(options.data, `connections${options.databaseUrl ? `-${database.name}` : ''}.json`);
  const setting = {
    ...env,
    MASE_DATA: options.data,
    MASE_CONNECTIONS: connections,
    MASE_MODE: 'demonstration',
  };
  // The owner's address holds a password: it travels where no list of processes shows it, and only to the command line.
  const commandLine = (...args) =>
    runCommandLine(programs.commandLine, args, { ...setting, MASE_DATABASE_URL: database.url });
  progress('Bringing the database up to date');
  await commandLine('migrate', '--connections', connections);
  signal.throwIfAborted();
  const signIns = await demonstration(options.data, database.name, () => {
    progress('Loading the demonstration partnership (first run only)');
    return commandLine('demo', '--json');
  });
  signal.throwIfAborted();

  const { apiPort, webPort } = await choosePorts(options.port);
  addresses = { api: `http://127.0.0.1:${apiPort}`, web: `http://127.0.0.1:${webPort}` };
  const shared = {
    ...setting,
    MASE_API_PORT: String(apiPort),
    MASE_WEB_PORT: String(webPort),
    MASE_API_URL: addresses.api,
    MASE_WEB_URL: addresses.web,
  };
  progress('Starting api, worker and web');
  for (const name of ['api', 'worker', 'web']) {
    const logFolder = join(options.data, 'logs');
    const service = new Service({
      name,
      script: programs[name],
      env: shared,
      heapMb: HEAP_MB[name],
      logFolder,
    });
    service.on('started', publish);
    service.on('crashed', ({ how, pauseMs, lastLines }) =>
      progress(
        `${name} ended unexpectedly (${how}); starting it again in ${pauseMs / 1000} s. It said last:\n${lastLines}`,
      ),
    );
    services[name] = service;
    running.push(service);
    service.start();
  }
  await Promise.all([
    untilHealthy(`${addresses.api}/health`, { signal }),
    untilHealthy(`${addresses.web}/health`, { signal }),
  ]);
  publish();
  announce(addresses, signIns, options.data);
}

async function choosePorts(wantedWeb) {
  const webPort = await nextFreePort(wantedWeb);
  const wantedApi = Number(process.env.MASE_API_PORT) || wantedWeb + 1;
  const apiPort = await nextFreePort(wantedApi, [webPort]);
  if (webPort !== wantedWeb) progress(`Port ${wantedWeb} is busy; the web uses ${webPort}`);
  if (apiPort !== wantedApi) progress(`Port ${wantedApi} is busy; the api uses ${apiPort}`);
  return { apiPort, webPort };
}

function writeRunFile(data, { database, services, addresses }) {
  const facts = {
    launcher: { pid: process.pid },
    database: { name: database.name, pid: database.pid, port: database.port },
    api: { pid: services.api?.pid, url: addresses.api },
    worker: { pid: services.worker?.pid },
    web: { pid: services.web?.pid, url: addresses.web },
  };
  const file = join(data, 'run.json');
  writeFileSync(`${file}.tmp`, JSON.stringify(facts, null, 2), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

function announce(addresses, signIns, data) {
  const lines = [
    '',
    `  Open   ${addresses.web}`,
    `  API    ${addresses.api}`,
    `  Data   ${data}`,
    '',
    '  Sign in as (demonstration, synthetic people only):',
    ...signInLines(signIns).map((line) => `    ${line}`),
    '',
    '  Ctrl-C stops everything.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  progress('Ready');
}
