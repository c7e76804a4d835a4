import { localDate } from '../clocks/time-zone.js';
import type { Context, Fault } from '../model.js';
import { reachesSomebody } from '../partner-figures/faults.js';
import { findPerson } from '../person-named.js';
import type { EntryPayload, EntryStanding, RegisterShape } from './shape.js';

type Ctx = Context<EntryStanding, EntryPayload & { on?: string }>;

/** Every text of a payload that must reach nobody, with its place. */
function textsOf(payload: object, fields: readonly string[]): [pointer: string, text: string][] {
  return fields.flatMap((field): [string, string][] => {
    const value = (payload as Record<string, unknown>)[field];
    return typeof value === 'string' ? [[`/${field}`, value]] : [];
  });
}

/** What is wrong with what any register is told: whose it is, its days, and words that reach somebody. */
export function entryFaults({ clock, namesNobody }: RegisterShape, context: Context<never, never>): Fault[] {
  const { payload, facts, profile, at } = context as unknown as Ctx;
  const today = localDate(at, profile.timeZone);
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  const { agencyId, leadId, due, on } = payload;
  const isAgency = facts.related.some((one) => one.kind === 'agency' && one.id === agencyId);
  if (agencyId && !isAgency) add('/agencyId', 'noAgency', 'Choose an agency on the books.');
  if (leadId && !findPerson(facts, leadId)) add('/leadId', 'noPerson', 'Choose somebody with an account.');
  if (clock && due && due < today) add('/due', 'past', 'The day by which it is done is over.');
  if (on && on > today) add('/on', 'future', 'It cannot lie ahead.');
  for (const [pointer, text] of textsOf(payload, namesNobody))
    if (reachesSomebody.test(text))
      add(pointer, 'reaches', 'Nobody is named here: leave out what reaches a person or a home.');
  return faults;
}
