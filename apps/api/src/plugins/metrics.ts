import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

declare module 'fastify' {
  interface FastifyInstance {
    /** What is counted of requests: never who asked, nor for whom. */
    metrics: Registry;
  }
}

/** Upper ends of the buckets, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts answers by method, pattern of the address and status: an address itself holds ids, its pattern does not. */
export const metrics = fp(
  async (app: FastifyInstance) => {
    const registry = new Registry();
    const seconds = new Histogram({
      name: 'mase_request_seconds',
      help: 'How long answers took, by method, pattern of the address and status',
      labelNames: ['method', 'route', 'status'] as const,
      buckets,
      registers: [registry],
    });
    app.decorate('metrics', registry);
    app.addHook('onResponse', async (request, reply) => {
      const { method, routeOptions } = request;
      const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) };
      seconds.observe(labels, reply.elapsedTime / 1000);
    });
  },
  { name: 'metrics' },
);

/**
 * Serves what is counted on a port of this machine alone, in the text format of Prometheus; with it what the process
 * itself uses. Nothing else is at that port.
 */
export async function serveMetrics(registry: Registry, port: number): Promise<Server> {
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}
