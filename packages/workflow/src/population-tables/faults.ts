import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { characteristics, groupFault, isWhole } from './groups.js';
import type { PopulationTableStanding, RecordTablePayload } from './standing.js';

type Ctx = Context<PopulationTableStanding, RecordTablePayload>;

/** Everything that is wrong with a table, each fault with its place. */
export function tableFaults({ payload, at, profile }: Ctx): Fault[] {
  const { groups, total, year } = payload;
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  if (year > Number(localDate(at, profile.timeZone).slice(0, 4)))
    add('/year', 'future', 'The year has not begun.');
  const seen = new Set<string>();
  for (const [place, { characteristic, group }] of groups.entries()) {
    const why = groupFault(characteristic, group);
    if (why) add(`/groups/${place}/group`, 'group', why);
    const key = `${characteristic} ${group}`;
    if (seen.has(key)) add(`/groups/${place}/group`, 'twice', 'The group is counted twice.');
    seen.add(key);
  }
  for (const characteristic of characteristics) faults.push(...wholeFaults(payload, characteristic));
  if (total === 0) add('/total', 'none', 'A table of nobody compares with nothing.');
  return faults;
}

/** What does not fit together within one characteristic, or with all children. */
function wholeFaults(
  { groups, total }: RecordTablePayload,
  characteristic: (typeof characteristics)[number],
): Fault[] {
  const own = groups.filter((one) => one.characteristic === characteristic);
  const [first] = own;
  if (!first) return [];
  const fault = (code: string, detail: string): Fault[] => [
    { pointer: `/groups/${groups.indexOf(first)}/count`, code, detail },
  ];
  const sum = own.reduce((all, { count }) => all + count, 0);
  if (isWhole(characteristic)) {
    if (own.length < 2)
      return fault('alone', 'One group alone has no others to be compared with: give the others too.');
    if (total !== undefined && sum > total)
      return fault('total', `The groups add up to ${sum}, more than all ${total} children.`);
    return sum === 0 ? fault('none', 'The groups add up to nobody.') : [];
  }
  if (total === undefined)
    return fault('total', 'Say how many children there are in all: those in no such group are the others.');
  const most = characteristic === 'legal-status' ? sum : Math.max(...own.map(({ count }) => count));
  return most > total ? fault('total', `That is more than all ${total} children.`) : [];
}
