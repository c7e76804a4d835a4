import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A browser ready to be started: its program and the environment it needs on a machine without its libraries. */
export interface PackedBrowser {
  executablePath: string;
  env: Record<string, string>;
}

const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** Unpacks beside and renames, so that test processes starting at once neither see half a browser nor disturb each other. */
async function unpack(folder: string): Promise<void> {
  const entry = import.meta.resolve('@sparticuz/chromium');
  const { inflate } = await import('@sparticuz/chromium');
  const packed = join(dirname(fileURLToPath(entry)), '..', 'bin');
  const own = `${folder}.${process.pid}`;
  const before = process.env.TMPDIR;
  await mkdir(own, { recursive: true });
  process.env.TMPDIR = own;
  try {
    await Promise.all(archives.map((name) => inflate(join(packed, name))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
}

/** The Chromium that the development packages carry, unpacked once for this user. Throws when it cannot be unpacked. */
export async function packedChromium(): Promise<PackedBrowser> {
  const folder = join(tmpdir(), `mase-chromium-153-${process.getuid?.() ?? 'user'}`);
  if (!existsSync(folder)) await unpack(folder);
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...Object.fromEntries(inherited),
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}
