import { readFileSync } from 'node:fs';
import { type Connections, endSessionsNotAllowed, openStore } from '@mase/store';
import { buildApp } from './app.js';
import { ownTemplates, TemplateFaultError } from './packs/own-templates.js';
import { serveMetrics } from './plugins/metrics.js';
import { refuseUnsafe } from './safe-start/refuse-unsafe.js';
import { checkPartnerships } from './sign-in/check-partnerships.js';
import { readSettings, SettingsError } from './sign-in/read-settings.js';

const mode = process.env.MASE_MODE === 'demonstration' ? 'demonstration' : 'live';
const settings = await orEnd(() =>
  readSettings({ mode, file: process.env.MASE_API_SETTINGS, dataFolder: process.env.MASE_DATA }),
);
const file = process.env.MASE_CONNECTIONS;
if (!file) throw new Error('MASE_CONNECTIONS must name the file of connection addresses');
const { app: url } = JSON.parse(readFileSync(file, 'utf8')) as Connections;
const store = await openStore(url, {
  size: Number(process.env.MASE_API_CONNECTIONS ?? 12),
  applicationName: 'mase api',
});
await refuseUnsafe({
  program: 'api',
  mode,
  connections: file,
  addresses: [url],
  stores: [store],
  app: store,
});
await orEnd(() => checkPartnerships(store, settings));
const templates = await orEnd(() => ownTemplates(process.env.MASE_TEMPLATES));
const log = { level: process.env.MASE_LOG ?? 'info' };
const app = await buildApp({
  store,
  mode,
  settings,
  templates,
  log,
  sendsMail: Boolean(process.env.MASE_MAIL),
});
// Who came in by a way that was closed since is out, at the latest when the api starts again.
await endSessionsNotAllowed(store, {
  tenants: settings.tenants.map((one) => one.id),
  demonstration: mode === 'demonstration',
});

const metricsPort = process.env.MASE_API_METRICS_PORT;
const counted = metricsPort ? await serveMetrics(app.metrics, Number(metricsPort)) : null;

const stop = async () => {
  counted?.close();
  await app.close();
  await store.close();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)));
await app.listen({ host: '127.0.0.1', port: Number(process.env.MASE_API_PORT ?? 3001) });

/** Without settings that are safe and fit the database the api says what is wrong with them and does not start. */
async function orEnd<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof TemplateFaultError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
