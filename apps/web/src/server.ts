import { join } from 'node:path';
import { pino } from 'pino';
import { buildWeb } from './app.js';
import { keptCookieSecret } from './cookie-secret.js';
import { serveCounts } from './count-requests.js';
import { webDangers } from './web-dangers.js';

const { env } = process;
if (!env.MASE_API_URL) throw new Error('MASE_API_URL must say where the api listens');

const demonstration = env.MASE_MODE === 'demonstration';
const kept = env.MASE_WEB_SECRET === undefined && env.MASE_DATA ? keptCookieSecret(env.MASE_DATA) : undefined;
const dangers = webDangers(env, kept && env.MASE_DATA ? join(env.MASE_DATA, 'web-secret') : undefined);
if (dangers.length > 0) {
  const lines = dangers.map((one) => `  ${one}`).join('\n');
  process.stderr.write(`The web does not start, as this is not safe:\n${lines}\n`);
  process.exit(78);
}
const app = await buildWeb({
  apiUrl: env.MASE_API_URL,
  cookieSecret: env.MASE_WEB_SECRET ?? kept,
  secure: !demonstration,
  partnership: env.MASE_PARTNERSHIP ?? (demonstration ? 'Fernshire Safeguarding Partnership' : undefined),
  phase: demonstration
    ? 'Everybody and everything here is invented. Enter nothing about a real person.'
    : undefined,
  mapTiles: env.MASE_MAP_TILES,
  logger: pino({ name: 'web' }),
  holdsBack: true,
});

const counted = env.MASE_WEB_METRICS_PORT
  ? await serveCounts(app.counts, Number(env.MASE_WEB_METRICS_PORT))
  : null;

const stop = (): void => {
  counted?.close();
  void app.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

await app.listen({ host: env.MASE_WEB_HOST ?? '127.0.0.1', port: Number(env.MASE_WEB_PORT ?? 3000) });
