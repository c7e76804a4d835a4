import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

// The floor: a bare node:http handler, one prepared statement, no check of anything. The statement's name and text
// come from bench/floor/<name>.sql; parameters are fixed texts of the same size as the product's, but for the ids.
const [name] = process.argv.slice(2);
const text = readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');
const fixed = JSON.parse(process.env.FLOOR_PARAMETERS ?? '[]');
const pool = new pg.Pool({ connectionString: process.env.FLOOR_URL, max: 12 });

const server = createServer((request, response) => {
  if (request.url === '/health') {
    response.end('{}');
    return;
  }
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    try {
      const { ids } =
        parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : { ids: [request.url.slice(1)] };
      const result = await pool.query({ name, text, values: [...ids, ...fixed] });
      const body = JSON.stringify(result.rows[0] ?? {});
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    } catch (error) {
      response.writeHead(500);
      response.end(String(error));
    }
  });
});
server.listen(Number(process.env.MASE_API_PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
