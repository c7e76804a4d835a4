import { readFileSync } from 'node:fs';
import {
  addressMessages,
  awaitChecks,
  type Connections,
  giveDue,
  inviteToSittings,
  markJudgements,
  matchIdentifiers,
  noteSilentCases,
  openStore,
  remind,
  sendOutgoing,
  sweep,
  weighLinks,
} from '@mase/store';
import { pino } from 'pino';
import { isSealedElsewhere, keepSealing, ledgerFolder, sealingDangers } from './keep-sealing.js';
import { keepMailing } from './mail/keep-mailing.js';
import { type MailSettings, MailSettingsError, mailDangers, mailSettings } from './mail/settings.js';
import { serveMetrics } from './plugins/metrics.js';
import { notConfigured, refuseUnsafe } from './safe-start/refuse-unsafe.js';
import { workerMetrics } from './worker-metrics.js';

const idleMs = 500;
const dueEveryMs = 5_000;
const matchEveryMs = 5_000;
const remindEveryMs = 15_000;
const sweepEveryMs = 10 * 60_000;
const silenceEveryMs = 60_000;

const file = process.env.MASE_CONNECTIONS;
if (!file) throw new Error('MASE_CONNECTIONS must name the file of connection addresses');
const { worker: url, app: appUrl, sealer } = JSON.parse(readFileSync(file, 'utf8')) as Connections;
if (!appUrl)
  throw new Error(`${file} must hold the address of app: due clocks give their commands through it`);
const store = await openStore(url, { size: 5, applicationName: 'mase worker' });
const appStore = await openStore(appUrl, { size: 3, applicationName: 'mase worker' });
const mode = process.env.MASE_MODE === 'demonstration' ? 'demonstration' : 'live';
const sealerStore = sealer ? await openStore(sealer, { size: 1, applicationName: 'mase worker' }) : null;
await refuseUnsafe({
  program: 'worker',
  mode,
  connections: file,
  addresses: [url, appUrl, ...(sealer ? [sealer] : [])],
  stores: [store, appStore, ...(sealerStore ? [sealerStore] : [])],
  more: [...sealingDangers(process.env, sealer), ...mailDangers(process.env)],
});
await sealerStore?.close();
const log = pino({ level: process.env.MASE_LOG ?? 'info' });

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());

const counts = workerMetrics();
const metricsPort = process.env.MASE_WORKER_METRICS_PORT;
const counted = metricsPort ? await serveMetrics(counts.registry, Number(metricsPort)) : null;

const folder = ledgerFolder(process.env);
if (isSealedElsewhere(process.env)) log.info('another worker seals: this one was told so by MASE_LEDGER');
else if (!folder || !sealer) log.warn('nothing is sealed: this demonstration has no folder or no sealer');
const sealing =
  folder && sealer
    ? keepSealing({ url: sealer, folder, stopping: ending.signal, log, onLook: counts.looked })
    : Promise.resolve();

const mail = mailOrEnd();
if (!mail)
  log.warn('no e-mail is sent: MASE_MAIL names no file of settings; messages are read in the product');
const mailing = mail
  ? keepMailing({
      worker: store,
      app: appStore,
      settings: mail,
      stopping: ending.signal,
      log,
      onSent: counts.mailed,
    })
  : Promise.resolve();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let swept = 0;
let asked = 0;
let reminded = 0;
let matched = 0;
let weighed = 0;
let listened = 0;
let isMarking = true;
let isAwaiting = true;
while (!ending.signal.aborted) {
  try {
    const sent = await sendOutgoing(store);
    counts.sent(sent);
    if (Date.now() - matched > matchEveryMs) {
      // Where many came at once, as with an import, the next go follows at once.
      if ((await matchIdentifiers(store, appStore)) === 0) matched = Date.now();
    }
    if (Date.now() - weighed > matchEveryMs) {
      if ((await weighLinks(store, appStore)) === 0) weighed = Date.now();
    }
    if (isMarking) {
      // Judgements recorded from now on mark their cases themselves; what cannot be marked holds up nothing else.
      isMarking = false;
      isMarking = (await markJudgements(store, appStore)) > 0;
    }
    if (isAwaiting) {
      // So does a check that is fixed from now on.
      isAwaiting = false;
      isAwaiting = (await awaitChecks(store, appStore)) > 0;
    }
    if (Date.now() - asked > dueEveryMs) {
      const due = await giveDue(store, appStore);
      counts.gave(due);
      if (due.refused + due.failed > 0) log.warn(due, 'due clocks were not given');
      // Where many are due, after days down, the next go follows at once.
      if (due.given === 0) asked = Date.now();
    }
    if (Date.now() - reminded > remindEveryMs) {
      // Where many are due, after days down, the next go follows at once.
      if ((await remind(store, appStore)) === 0) reminded = Date.now();
      if (mail) await inviteToSittings(store, appStore);
    }
    await addressMessages(store, { mails: mail !== null });
    if (Date.now() - listened > silenceEveryMs) {
      counts.silent(await noteSilentCases(store));
      listened = Date.now();
    }
    if (Date.now() - swept > sweepEveryMs) {
      await sweep(store);
      swept = Date.now();
    }
    if (sent === 0) await pause(idleMs);
  } catch (error) {
    // The database may be away for a while; what waits stays in the outbox.
    counts.failed();
    log.error(
      { code: (error as { code?: string }).code, kind: (error as Error).name },
      'outgoing work waits',
    );
    await pause(idleMs * 4);
  }
}
counted?.close();
await sealing;
await mailing;
await appStore.close();
await store.close();

/** The settings for e-mail; a demonstration, too, says what is wrong with them and does not start. */
function mailOrEnd(): MailSettings | null {
  try {
    return mailSettings(process.env);
  } catch (error) {
    if (!(error instanceof MailSettingsError)) throw error;
    process.stderr.write(`The worker does not start:\n  ${error.faults.join('\n  ')}\n`);
    process.exit(notConfigured);
  }
}
