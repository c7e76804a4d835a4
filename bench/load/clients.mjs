import { Agent, request } from 'node:http';

/** Sends one request on a kept connection; gives status, headers and body text. */
export function send(agent, url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : Buffer.from(body);
    const sent = request(
      url,
      {
        agent,
        method,
        headers: payload
          ? { ...headers, 'content-type': 'application/json', 'content-length': payload.length }
          : headers,
      },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

/**
 * Runs `clients` clients for `ms` milliseconds; each asks again as soon as it is answered. `next(client)` makes the
 * request; an answer that is not expected ends the run. Gives answers a second, and the latencies in milliseconds.
 */
export async function slice({ clients, ms, next, expected }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies = [];
  const end = performance.now() + ms;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const { url, options, done } = next(client);
        const from = performance.now();
        const answer = await send(agent, url, options);
        if (answer.status !== expected)
          throw new Error(`${url} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
        latencies.push(performance.now() - from);
        done?.(answer);
      }
    }),
  );
  agent.destroy();
  return { perSecond: (latencies.length * 1000) / (performance.now() - started), latencies };
}

/** The median of numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
