import { createServer } from 'node:http';

// The product's worker beside an address that says it has begun, so that a test can wait for it.
createServer((_request, response) => response.end('{}'))
  .listen(Number(process.env.MASE_API_PORT), '127.0.0.1')
  .unref();
await import('../../apps/api/dist/worker.js');
