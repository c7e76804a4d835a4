import { clocksFromBirth } from '../child-cases/adulthood.js';
import { clocksOfClosed } from '../child-cases/after-closing.js';
import type { ChildCaseStanding } from '../child-cases/standing.js';
import type { Decision, StoredRecord } from '../model.js';
import { readersOf } from '../readers.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { topicOf } from '../topics.js';
import type { World } from './world.js';

/** The length of a standing as canonical JSON in bytes of UTF-8; the order of keys does not change it. */
export function bytesOf(standing: object): number {
  let bytes = 0;
  for (const letter of JSON.stringify(standing)) {
    const code = letter.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** How long a standing may be in bytes: without its running clocks, and with them, which the database checks. */
const standingLimit = { written: 4096, whole: 8192 };

/** What is wrong with a record on the books, in words; empty when every promise holds. */
export function brokenPromises(world: World, id: string): string[] {
  const record = world.getRecord(id);
  const topic = topicOf(record.kind);
  const found: string[] = [];
  try {
    topic.machine.resolveState({ value: record.state, context: {} });
  } catch {
    found.push(`${JSON.stringify(record.state)} is outside the chart of ${topic.name}`);
  }
  const whole = bytesOf(record.standing);
  const written = bytesOf({ ...record.standing, clocks: [] });
  if (written > standingLimit.written)
    found.push(`the standing has ${written} bytes without its clocks, more than ${standingLimit.written}`);
  if (whole > standingLimit.whole)
    found.push(`the standing has ${whole} bytes, more than ${standingLimit.whole}`);
  found.push(...brokenLists(world, record));
  if (record.kind === 'personCase' || record.kind === 'locationCase')
    found.push(...brokenStrand(world, record as StoredRecord<StrandCaseStanding>));
  if (record.kind === 'childCase')
    found.push(...brokenCase(world, record as StoredRecord<ChildCaseStanding>));
  return found.map((words) => `${record.kind} ${id}: ${words}`);
}

/** Readers and lists kept by differences equal those worked out anew; whoever has a line may read the record. */
function brokenLists(world: World, record: StoredRecord): string[] {
  const { id } = record;
  const readers = world.readers.get(id) ?? [];
  const sorted = (list: object[]) => list.map((one) => JSON.stringify(one)).sort();
  const anew = readersOf(topicOf(record.kind), record, record.at);
  const found: string[] = [];
  if (sorted(readers).join() !== sorted(anew).join()) found.push('the readers kept are not those worked out');
  const keys = readers.map((one) => `${one.principal} ${one.class}`);
  if (new Set(keys).size < keys.length) found.push('a reader stands twice for one class');
  for (const { principal, step } of world.queue.get(id) ?? []) {
    const reads = readers.some(
      (one) => one.principal === principal && (one.until === null || one.until >= record.at),
    );
    if (!reads) found.push(`${principal} has ${step} in the list and may not read the record`);
  }
  return found;
}

const clocksOfEnded = ['copies-recall', 'next-check'];

/** An open case about a person or a place has a clock and a line in a list; an ended one no clock but the recall and the check. */
function brokenStrand(world: World, { id, state, standing }: StoredRecord<StrandCaseStanding>): string[] {
  const { work, panel } = state as { work: string; panel: string };
  const ended = work === 'closed' || work === 'declined';
  const about = world.getRecord(standing.aboutId);
  const held = (about.standing as unknown as { cases: { id: string }[] }).cases;
  const checks: [holds: boolean, words: string][] = [
    [
      ended || (standing.clocks.length > 0 && (world.queue.get(id) ?? []).length > 0),
      'silent: no clock runs, or it stands in nobody’s list',
    ],
    [!ended || standing.clocks.every(({ rule }) => clocksOfEnded.includes(rule)), 'ended while clocks run'],
    [!ended || panel === 'notListed', 'ended and on the list'],
    [(panel !== 'notListed') === (standing.listing !== null), `${panel}, against its listing`],
    [
      (work === 'suspended') === (standing.suspension !== null) || work === 'closing',
      `${work}, against its suspension`,
    ],
    [held.some((one) => one.id === id), 'unknown to whom it is about'],
  ];
  return checks.flatMap(([holds, words]) => (holds ? [] : [words]));
}

function brokenCase(world: World, record: StoredRecord<ChildCaseStanding>): string[] {
  const { standing } = record;
  const { work, panel } = record.state as { work: string; panel: string };
  const actions = world
    .all('planAction')
    .filter((one) => one.parentId === record.id && one.state !== 'ended');
  const safety = actions.filter((one) => (one.standing as { part?: string }).part === 'safety');
  const items = world.all('agendaItem').filter((one) => one.subjectId === record.id && one.state === 'open');
  const change = world.history.findLast((one) => one.id === record.id);
  const checks: [holds: boolean, words: string][] = [
    [
      standing.actions.open === actions.length,
      `${standing.actions.open} actions counted, ${actions.length} open`,
    ],
    [
      standing.actions.openSafety === safety.length,
      `${standing.actions.openSafety} of ${safety.length} safety`,
    ],
    [(panel === 'beforePanel') === (items.length === 1), `${panel} with ${items.length} open item(s)`],
    [items.length <= 1, 'open before two sittings'],
    [
      (panel !== 'notListed') === (standing.listing !== null),
      `${panel} with listing ${standing.listing?.basis}`,
    ],
  ];
  if (work === 'closed')
    checks.push(
      [panel === 'notListed', 'closed and on the list'],
      [safety.length === 0 || standing.closure?.handover === true, 'closed over an open safety action'],
      [standing.closed !== null, 'closed without a reason'],
      [standing.clocks.every(({ rule }) => clocksOfClosed.includes(rule)), 'closed while clocks run'],
    );
  else
    checks.push(
      [standing.closed === null, 'open with a date of closing'],
      [work === 'awaitingTriage' || standing.team !== null, 'open with no team'],
      [(world.queue.get(record.id) ?? []).length > 0, 'silent: in nobody’s list'],
      [standing.clocks.some(({ rule }) => !clocksFromBirth.includes(rule)), 'silent: no clock runs'],
      [Boolean(change?.summary.nextStep && change.summary.nextDue), 'silent: no next step with a date'],
      [
        (work === 'suspended') === Boolean(standing.suspension),
        `${work} with suspension ${standing.suspension?.reason}`,
      ],
      [
        (work === 'suspended') === standing.clocks.some(({ rule }) => rule === 'suspension-check'),
        `${work}, and nobody looks at it again`,
      ],
      [
        (work === 'closing') === (standing.closure !== null),
        `${work} with closure ${standing.closure?.reason}`,
      ],
      [
        (work === 'transferring') === Boolean(standing.transfer),
        `${work} with transfer to ${standing.transfer?.area}`,
      ],
    );
  return checks.flatMap(([holds, words]) => (holds ? [] : [words]));
}

/** What is wrong with a refusal: it says nothing, or not who can supply what is missing. */
export function brokenRefusal(decision: Decision): string[] {
  if ('changes' in decision) return [];
  const { reason, missing, faults } = decision.refusal;
  const found: string[] = [];
  if (missing.length + faults.length === 0) found.push(`a refusal (${reason}) says nothing`);
  for (const one of missing)
    if (!one.code || !one.words || !one.who)
      found.push(`what is missing is not said: ${JSON.stringify(one)}`);
  for (const one of faults)
    if (!one.code || !one.detail || !/^($|\/)/.test(one.pointer))
      found.push(`a fault points nowhere: ${JSON.stringify(one)}`);
  return found;
}
