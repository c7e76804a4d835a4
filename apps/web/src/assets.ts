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
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const require = createRequire(import.meta.url);

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
  return dirname(require.resolve(`${name}/package.json`));
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

/** Libraries that few pages ask for, as modules: read when the first browser asks, so that a start does not wait for them. */
const libraries: Record<string, () => Buffer> = {
  'cytoscape.mjs': () => readFileSync(join(dirname(require.resolve('cytoscape')), 'cytoscape.esm.min.mjs')),
  'maplibre-gl.mjs': () => readFileSync(require.resolve('maplibre-gl/dist/maplibre-gl.mjs')),
  'maplibre-gl-worker.mjs': () => readFileSync(require.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs')),
  // What a browser can read without an import map is written for a plain script; this line makes a module of it.
  'pmtiles.mjs': () =>
    Buffer.concat([
      readFileSync(join(packageFolder('pmtiles'), 'dist/pmtiles.js')),
      Buffer.from('\nexport const { PMTiles, Protocol } = pmtiles;\n'),
    ]),
};

const withoutMap = (script: Buffer): Buffer =>
  Buffer.from(script.toString('utf8').replace(/\/\/# sourceMappingURL=.*/g, ''));

/** A file and what it is when packed, each made once, when first asked for. */
class Asset {
  private plain?: Buffer;
  private gzip?: Buffer;

  constructor(private readonly read: () => Buffer) {}

  bytes(packed: boolean): Buffer {
    this.plain ??= this.read();
    if (!packed) return this.plain;
    this.gzip ??= gzipSync(this.plain);
    return this.gzip;
  }
}

/**
 * Serves styles, scripts and icons from memory below one address that changes with any of them, so that browsers keep
 * them for a year. Returns the address of an asset by its name; throws on a name that does not exist.
 */
export function serveAssets(app: FastifyInstance): (name: string) => string {
  const files = read();
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(name).update(bytes);
  // Our own package.json names the exact version of each library, which thereby need not be read.
  hash.update(readFileSync(fileURLToPath(new URL('../package.json', import.meta.url))));
  const base = `/assets/${hash.digest('hex').slice(0, 16)}/`;
  const assets = new Map([
    ...[...files].map(([name, bytes]): [string, Asset] => [name, new Asset(() => bytes)]),
    ...Object.entries(libraries).map(([name, read]): [string, Asset] => [
      name,
      new Asset(() => withoutMap(read())),
    ]),
  ]);
  app.get<{ Params: { '*': string } }>(`${base}*`, (request, reply) => {
    const name = request.params['*'];
    const asset = assets.get(name);
    if (!asset) return reply.callNotFound();
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (gzip) reply.header('content-encoding', 'gzip');
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(types[extname(name)] ?? 'application/octet-stream')
      .send(asset.bytes(gzip));
  });
  return (name) => {
    if (!assets.has(name)) throw new Error(`there is no asset named ${name}`);
    return base + name;
  };
}
