import type { ChildDescription } from '../child-cases/payloads.js';
import type { WithdrawnEntry } from '../child-cases/withdrawn-entry.js';
import type { LegalOrder } from '../disruption-measures/cawn.js';
import { type Leavers, leaversAfter } from '../grace.js';
import type { Standing } from '../model.js';
import type { StatusLine } from './about.js';
import type { KnownParent } from './carers.js';
import type { Carried } from './carrying.js';

/** Placement and legal status of a looked-after child, as a return gives it. */
export interface ChildStatus {
  legalStatus: string;
  placement: string;
  since: string;
  until: string | null;
}

/** What is held of a child, apart from any case. */
export interface ChildStanding extends Standing {
  name: string;
  chosenName: string | null;
  birthDate: string | null;
  sex: string | null;
  ethnicity: string | null;
  upn: { value: string; verified: boolean } | null;
  localId: string | null;
  /** Ten digits; absent where it is not known. */
  nhsNumber?: string | null;
  status: ChildStatus | null;
  /** Orders that put the child in care or under protection, at most six; absent where the status alone tells of them. */
  orders?: LegalOrder[];
  /** What the child is under besides, with the next date of each. */
  lines?: { [status in StatusLine]?: { since: string; until: string | null; next: string | null } };
  /** Those who are parents, or care for the child as such, and whether anything may go to them; at most six. */
  parents?: KnownParent[];
  /** Missing episodes on the books by start day, newest last, at most forty: enough for any window of months; `of` a record that was joined with this one. */
  episodes: { start: string; end: string | null; of?: string }[];
  /** The as-at day of the latest referral proposal that the episodes made; absent where none was. */
  proposedAsAt?: string;
  /** When the latest assessment was authorised whose factors proposed a referral; absent where none did. */
  factorsProposed?: string;
  /** Case ids of this child, newest last, at most sixteen. */
  cases: string[];
  /** Who holds the child's cases, the newest last, at most six: they read the child. */
  holders: Holder[];
  /** How many workers the child has had, in all cases that told of it; absent before the first. */
  workers?: number;
  /** The latest two who held one until lately, by principal: they read on for their days of grace. */
  former?: Leavers;
  /** False where nobody knows who the child is yet: a description alone. Absent where a name or a number is known. */
  identified?: boolean;
  /** The record that this one is proposed to be joined with, or taken apart from. */
  joining?: { childId: string; by: string | null; at: string } | null;
  /** The record that stands for the child, where this one was joined with it. */
  joinedWith?: string | null;
  /** Entries, and cases, that were about another child and wait for the decision of information governance. */
  withdrawn?: WithdrawnEntry[];
  /** Records that were joined with this one, and the cases and facts that came with each; at most six. */
  joined?: { id: string; cases: string[]; carried?: Carried }[];
}

/** How many holders, cases and episodes a child’s standing keeps. */
export const holdersKept = 6;
export const casesKept = 16;
export const episodesKept = 40;

/** The team and the worker that hold a case of the child. */
export interface Holder {
  caseId: string;
  team: string | null;
  workerId: string | null;
}

/** A child before anything is recorded. */
export const blankChild: ChildStanding = {
  clocks: [],
  name: '',
  chosenName: null,
  birthDate: null,
  sex: null,
  ethnicity: null,
  upn: null,
  localId: null,
  status: null,
  episodes: [],
  cases: [],
  holders: [],
};

/** A child put on the books, by a referral or by a return. */
export interface RecordChildPayload extends ChildDescription {
  localId?: string;
  ethnicity?: string;
  upn?: { value: string; verified: boolean };
  from: string;
  /** The case of the referral that put the child on the books. */
  caseId?: string;
}

/** Legal status and placement of a looked-after child, from a day on. */
export interface RecordStatusPayload {
  legalStatus: string;
  placement: string;
  since: string;
  until?: string;
}

/** The status alone of what was recorded: what a return gave besides, such as postcodes, stays in the entry. */
export function childStatusOf(said: RecordStatusPayload | ChildStatus): ChildStatus {
  const { legalStatus, placement, since, until } = said;
  return { legalStatus, placement, since, until: until ?? null };
}

/** Of those who held a case of the child before, its standing keeps the latest. */
const formerKept = 2;

/** Who holds the child's cases, and did until lately, once one of them tells who holds it from now on. */
export function heldAfter(
  { holders, former }: Pick<ChildStanding, 'holders' | 'former'>,
  { former: left = {}, ...holder }: Holder & { former?: Leavers },
  at: string,
): Pick<ChildStanding, 'holders'> & { former: Leavers } {
  const others = holders.filter((one) => one.caseId !== holder.caseId);
  return {
    holders: [...others, holder].slice(-holdersKept),
    former: leaversAfter(former, left, { at, most: formerKept }),
  };
}

/** The principals under which those read who hold a case of the child: the team, and the worker wherever he or she sits. */
export function holdersOf({ holders }: Pick<ChildStanding, 'holders'>): string[] {
  const principals = holders.flatMap(({ team, workerId }) => [
    ...(team ? [`team:${team}:manager`, `team:${team}:worker`] : []),
    ...(workerId ? [`user:${workerId}`] : []),
  ]);
  return [...new Set(principals)];
}
