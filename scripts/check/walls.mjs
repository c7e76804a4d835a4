import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../bootstrap/paths.mjs';
import { packageFolders } from '../bootstrap/stamp.mjs';

/** Cruises every package's sources under `root` with the house's rules; resolves to how many modules were read and each broken wall as {wall, from, to, comment}. */
export async function findBrokenWalls(root = ROOT) {
  const folders = packageFolders(root)
    .map((folder) => join(folder, 'src'))
    .filter((folder) => existsSync(folder))
    .map((folder) => relative(root, folder));
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const result = await cruise(root, ['--config', config, '--output-type', 'json', ...folders]);
  const { violations, totalCruised, ruleSetUsed } = result.summary;
  // A parser that does not know the language reads nothing and finds nothing.
  const own = result.modules.filter(({ source }) => /^(packages|apps)\//.test(source)).length;
  if (own === 0)
    throw new Error(
      `dependency-cruiser read no modules (${totalCruised} in all): the walls were not checked.`,
    );
  const comments = new Map(ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  const broken = violations.map(({ rule, from, to }) => ({
    wall: rule.name,
    from,
    to,
    comment: comments.get(rule.name),
  }));
  return { modules: own, broken };
}

async function cruise(cwd, args) {
  const program = join(ROOT, 'node_modules/.bin/depcruise');
  const { stdout } = await promisify(execFile)(program, args, { cwd, maxBuffer: 1 << 28 }).catch((error) => {
    // It ends with the number of broken walls; only an answer that is missing is a fault.
    if (error.stdout?.startsWith('{')) return error;
    throw error;
  });
  return JSON.parse(stdout);
}

/** Prints each broken wall; resolves to whether all stand. */
export async function checkWalls() {
  const { modules, broken } = await findBrokenWalls();
  for (const { wall, from, to, comment } of broken)
    process.stdout.write(`${wall}: ${from} → ${to}\n  ${comment}\n`);
  process.stdout.write(`${modules} modules read, ${broken.length} walls broken\n`);
  return broken.length === 0;
}
