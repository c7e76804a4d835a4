import { pino } from 'pino';
import { buildWeb } from './app.js';

const { MASE_API_URL, MASE_WEB_PORT, MASE_WEB_SECRET, MASE_WEB_HOST, MASE_DEMONSTRATION, MASE_PARTNERSHIP } =
  process.env;
if (!MASE_API_URL) throw new Error('MASE_API_URL must say where the api listens');

const demonstration = MASE_DEMONSTRATION === '1';
const app = await buildWeb({
  apiUrl: MASE_API_URL,
  cookieSecret: MASE_WEB_SECRET,
  secure: !demonstration,
  partnership: MASE_PARTNERSHIP,
  phase: demonstration
    ? 'Everybody and everything here is invented. Enter nothing about a real person.'
    : undefined,
  logger: pino({ name: 'web' }),
});

const stop = (): void => void app.close().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

await app.listen({ host: MASE_WEB_HOST ?? '127.0.0.1', port: Number(MASE_WEB_PORT ?? 8080) });
process.send?.({ ready: true });
