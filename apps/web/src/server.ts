import { pino } from 'pino';
import { buildWeb } from './app.js';
import { keptCookieSecret } from './cookie-secret.js';

const { env } = process;
if (!env.MASE_API_URL) throw new Error('MASE_API_URL must say where the api listens');

const demonstration = env.MASE_MODE === 'demonstration';
const app = await buildWeb({
  apiUrl: env.MASE_API_URL,
  cookieSecret: env.MASE_WEB_SECRET ?? (env.MASE_DATA ? keptCookieSecret(env.MASE_DATA) : undefined),
  secure: !demonstration,
  partnership: env.MASE_PARTNERSHIP ?? (demonstration ? 'Fernshire Safeguarding Partnership' : undefined),
  phase: demonstration
    ? 'Everybody and everything here is invented. Enter nothing about a real person.'
    : undefined,
  logger: pino({ name: 'web' }),
});

const stop = (): void => void app.close().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

await app.listen({ host: env.MASE_WEB_HOST ?? '127.0.0.1', port: Number(env.MASE_WEB_PORT ?? 3000) });
