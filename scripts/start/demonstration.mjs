import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Loads the demonstration on the first run on this database, and gives its sign-ins on every run, as `mase demo --json` printed them. */
export async function demonstration(data, databaseName, load) {
  const file = join(data, `demonstration-${databaseName}.json`);
  if (!existsSync(file)) {
    const printed = await load();
    writeFileSync(file, printed, { mode: 0o600 });
  }
  return parse(readFileSync(file, 'utf8'));
}

function parse(printed) {
  try {
    return JSON.parse(printed);
  } catch {
    return printed.trim();
  }
}

/** The sign-ins as lines for the terminal: one a person, their fields in columns; anything else as it stands. */
export function signInLines(signIns) {
  const list = Array.isArray(signIns) ? signIns : signIns?.signIns;
  if (!Array.isArray(list))
    return typeof signIns === 'string' ? signIns.split('\n') : [JSON.stringify(signIns)];
  const rows = list.map((one) =>
    typeof one === 'object' && one ? Object.values(one).map(String) : [String(one)],
  );
  const widths = rows.reduce((wide, row) => row.map((cell, i) => Math.max(cell.length, wide[i] ?? 0)), []);
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );
}
