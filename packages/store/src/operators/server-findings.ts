import { type Finding, fault, faultsOr, note, well } from './finding.js';
import type { OperatorClient } from './open-operator.js';

/** What the server is to be set to, and why. */
const wanted: readonly { name: string; right: readonly string[]; why: string }[] = [
  { name: 'fsync', right: ['on'], why: 'what is acknowledged can be lost' },
  { name: 'full_page_writes', right: ['on'], why: 'a page can be torn when the power fails' },
  {
    name: 'synchronous_commit',
    right: ['on', 'local', 'remote_write', 'remote_apply'],
    why: 'what is acknowledged can be lost',
  },
  {
    name: 'log_min_error_statement',
    right: ['panic', 'fatal'],
    why: 'statements with names stand in its log',
  },
  { name: 'log_error_verbosity', right: ['terse'], why: 'rows stand in its log' },
  { name: 'log_parameter_max_length_on_error', right: ['0'], why: 'names stand in its log' },
  { name: 'log_statement', right: ['none'], why: 'statements stand in its log' },
  { name: 'log_min_duration_statement', right: ['-1'], why: 'slow statements stand in its log' },
];

/** Whether the server keeps what it acknowledges, and keeps personal data out of its log. */
export async function settingsFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any ($1)',
    [wanted.map(({ name }) => name)],
  );
  const set = new Map(found.rows.map((row) => [row.name, row.setting]));
  const wrong = wanted.flatMap(({ name, right, why }) => {
    const now = set.get(name);
    return now === undefined || right.includes(now) ? [] : [`${name} is ${now}: ${why}`];
  });
  return faultsOr('settings of the server', wrong, {
    well: 'it keeps what it acknowledges, and nobody’s words in its log',
    todo: 'set them in postgresql.conf as docs/operations.md says, and reload',
  });
}

/** Clocks that differ by more than this make instants of different machines run backwards, in seconds. */
const skew = { note: 2, fault: 30 };

/** Whether the clock of this machine and that of the database agree, and whether anything was accepted in the future. */
export async function clockSkewFinding(client: OperatorClient): Promise<Finding> {
  const check = 'time';
  const before = Date.now();
  const found = await client.query<{ now: string; latest: string | null }>(
    'select clock_timestamp() as now, (select max(at) from record) as latest',
  );
  const { now, latest } = found.rows[0] as { now: string; latest: string | null };
  const apart = Math.abs(Date.parse(now) - (before + Date.now()) / 2) / 1000;
  const words = `the database’s clock and this machine’s are ${apart.toFixed(1)} seconds apart`;
  const todo = 'let both follow a time server (chrony): due times and the order of history hang on it';
  if (apart > skew.fault) return fault(check, words, todo);
  if (latest && Date.parse(latest) > Date.now() + skew.fault * 1000)
    return fault(check, `the last command was accepted at ${latest}, which is in the future`, todo);
  return apart > skew.note ? note(check, words, todo) : well(check, words);
}

/** How large the database is. */
export async function sizeFinding(client: OperatorClient): Promise<Finding> {
  const found = await client.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes');
  const megabytes = Math.ceil((found.rows[0]?.bytes ?? 0) / 1_000_000);
  return well('size', `the database takes ${megabytes.toLocaleString('en-GB')} MB`);
}

/** A backup is to be made every night; this leaves one night out, in hours. */
const backupEveryHours = 50;

/** When `mase backup` was last begun, by the audit; other ways of backing up are not known here. */
export async function backupFinding(client: OperatorClient): Promise<Finding> {
  const check = 'backup';
  const found = await client.query<{ at: string | null; late: boolean }>(
    `select max(last.at) as at, coalesce(max(last.at) < now() - make_interval(hours => $1), true) as late
     from partnership p cross join lateral (
       select at from audit a where a.partnership_id = p.id and a.user_id is null and a.action = 'operator/backup'
       order by at desc limit 1) last`,
    [backupEveryHours],
  );
  const { at, late } = found.rows[0] ?? { at: null, late: true };
  const todo = 'let a timer run mase backup every night, and look at how it ended';
  if (!at) return note(check, 'mase backup has never been run on this database', todo);
  return late ? note(check, `the last was begun at ${at}`, todo) : well(check, `the last was begun at ${at}`);
}
