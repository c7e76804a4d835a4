import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/**
 * A digest of the built files of the workflow: it differs whenever a rule may have changed, so that nobody has to
 * remember to say so. The same build gives the same digest everywhere.
 */
export function rulesDigest(): string {
  const root = dirname(createRequire(import.meta.url).resolve('@mase/workflow'));
  const hash = createHash('sha256');
  for (const file of programFiles(root))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function programFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name === 'testing' || entry.name === 'docs' ? [] : programFiles(path);
      return /\.(js|json)$/.test(entry.name) && !/\.test\.js$/.test(entry.name) ? [path] : [];
    });
}
