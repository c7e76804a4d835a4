import { readFileSync } from 'node:fs';
import { type Connections, openStore } from '@mase/store';
import { buildApp } from './app.js';

const file = process.env.MASE_CONNECTIONS;
if (!file) throw new Error('MASE_CONNECTIONS must name the file of connection addresses');
const { app: url } = JSON.parse(readFileSync(file, 'utf8')) as Connections;
const store = await openStore(url, {
  size: Number(process.env.MASE_API_CONNECTIONS ?? 12),
  applicationName: 'mase api',
});
const mode = process.env.MASE_MODE === 'demonstration' ? 'demonstration' : 'live';
const app = await buildApp({ store, mode, log: { level: process.env.MASE_LOG ?? 'info' } });

const stop = async () => {
  await app.close();
  await store.close();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)));
await app.listen({ host: '127.0.0.1', port: Number(process.env.MASE_API_PORT ?? 3001) });
