import { findLooking, findNames, findRefusedLooks, findReviews, listRecords, type Tx } from '@mase/store';
import {
  type Looker,
  type LookingLine,
  lookingRules,
  type Profile,
  periodOf,
  type Role,
  roleNames,
  type UserStanding,
  unusualLooking,
} from '@mase/workflow';

/** Which days the report is about, both included. */
export interface Days {
  from: string;
  to: string;
}

/** A line of the report with names, and what was decided of it. */
export interface UnusualLine extends LookingLine {
  label: string;
  name: string;
  agencyName: string | null;
  roles: string[];
  children: { id: string; name: string }[];
  review: { decision: string; words: string; by: string; at: string } | null;
}

/** The report: its lines, the newest first, and what it could not look for. */
export interface UnusualReport {
  from: string;
  to: string;
  items: UnusualLine[];
  /** The report is whole: no page follows. */
  next: null;
  waiting: number;
  notLookedFor: string[];
}

/** Said with every report: what would be looked for if it were kept. */
const notLookedFor = [
  'Neighbours by postcode: no address of accounts or children is kept as a field of its own.',
  'Names of carers: they stand in words only.',
  'Children whose existence is closed to whoever asks for the report.',
];

const namesShown = 10;

/** Makes the report of unusual looking for some days, as far as the reader sees the children. */
export async function unusualReport(
  tx: Tx,
  days: Days,
  profile: Profile,
): Promise<{ report: UnusualReport; persons: string[] }> {
  const period = periodOf(days.from, days.to, profile.timeZone);
  const looked = await findLooking(tx, period);
  const refused = await findRefusedLooks(tx, period);
  const people = await everybody(tx);
  const found = unusualLooking({ looked, refused, people: [...people.values()] }, profile);
  const reviews = await findReviews(
    tx,
    found.map(({ line }) => line),
  );
  const shownOf = ({ personIds }: LookingLine) => personIds.slice(0, namesShown);
  const children = new Map(looked.map((one) => [one.personId, one.personName]));
  const names = await findNames(tx, [
    ...[...people.values()].map((one) => one.agencyId),
    ...[...reviews.values()].map((one) => one.byId),
  ]);
  const lines = found.map((line): UnusualLine => {
    const person = people.get(line.userId);
    const review = reviews.get(line.line);
    const holds = review && review.seenUntil >= line.last;
    return {
      ...line,
      label: lookingRules[line.rule],
      name: person?.name ?? 'Not on the books',
      agencyName: names[person?.agencyId ?? ''] ?? null,
      roles: (person?.roles ?? []).map((role) => roleNames[role as Role]),
      children: shownOf(line).map((id) => ({ id, name: children.get(id) ?? '' })),
      review: holds
        ? { decision: review.decision, words: review.words, by: names[review.byId] ?? '', at: review.at }
        : null,
    };
  });
  const report = {
    from: days.from,
    to: days.to,
    items: lines,
    next: null,
    waiting: lines.filter(({ review }) => !review).length,
    notLookedFor,
  };
  return { report, persons: [...new Set(found.flatMap(shownOf))] };
}

const pageLength = 500;

/** Everybody with an account, also those whose access has ended. */
async function everybody(tx: Tx): Promise<Map<string, Looker>> {
  const people = new Map<string, Looker>();
  let after: Awaited<ReturnType<typeof listRecords>>['next'] | undefined;
  do {
    const page = await listRecords(tx, {
      kind: 'user',
      sort: 'newest',
      limit: pageLength,
      after: after ?? undefined,
    });
    for (const { record } of page.rows) {
      const { name, agencyId, roles } = record.standing as UserStanding;
      people.set(record.id, { id: record.id, name, agencyId, roles });
    }
    after = page.next;
  } while (after);
  return people;
}
