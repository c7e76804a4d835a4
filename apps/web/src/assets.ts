import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const fontStack = 'Arial, "Helvetica Neue", "Liberation Sans", sans-serif';

/** A council's pages carry neither the crown nor the GDS Transport typeface, and load nothing that is not beside them. */
function neutral(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/font-family:"?GDS Transport"?,arial,sans-serif/g, `font-family:${fontStack}`)
    .replace(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
    .replace(/url\(\/assets\/images\//g, 'url(images/')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '');
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function read(): Map<string, Buffer> {
  const govuk = join(packageFolder('govuk-frontend'), 'dist/govuk');
  const moj = join(packageFolder('@ministryofjustice/frontend'), 'moj');
  const ours = fileURLToPath(new URL('../assets', import.meta.url));
  const files = new Map<string, Buffer>();
  for (const [name, folder] of [
    ['govuk-frontend', govuk],
    ['moj-frontend', moj],
  ] as const) {
    files.set(`${name}.css`, Buffer.from(neutral(readFileSync(join(folder, `${name}.min.css`), 'utf8'))));
    const script = readFileSync(join(folder, `${name}.min.js`), 'utf8');
    files.set(`${name}.js`, Buffer.from(script.replace(/\/\/# sourceMappingURL=.*/, '')));
  }
  for (const icon of readdirSync(join(moj, 'assets/images')).filter((name) => /^icon-.*\.svg$/.test(name))) {
    files.set(`images/${icon}`, readFileSync(join(moj, 'assets/images', icon)));
  }
  for (const name of readdirSync(ours)) files.set(name, readFileSync(join(ours, name)));
  return files;
}

/**
 * Serves styles, scripts and icons from memory below one address that changes with any of them, so that browsers keep
 * them for a year. Returns the address of an asset by its name; throws on a name that does not exist.
 */
export function serveAssets(app: FastifyInstance): (name: string) => string {
  const files = read();
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(name).update(bytes);
  const base = `/assets/${hash.digest('hex').slice(0, 16)}/`;
  const packed = new Map([...files].map(([name, bytes]) => [name, gzipSync(bytes)]));
  app.get<{ Params: { '*': string } }>(`${base}*`, (request, reply) => {
    const name = request.params['*'];
    const bytes = files.get(name);
    if (!bytes) return reply.callNotFound();
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (gzip) reply.header('content-encoding', 'gzip');
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(types[extname(name)] ?? 'application/octet-stream')
      .send(gzip ? packed.get(name) : bytes);
  });
  return (name) => {
    if (!files.has(name)) throw new Error(`there is no asset named ${name}`);
    return base + name;
  };
}
