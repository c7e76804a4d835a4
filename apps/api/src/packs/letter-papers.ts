import {
  findClasses,
  findRecordsById,
  findRows,
  type Reading,
  reading,
  type SittingPapers,
} from '@mase/store';
import {
  type PlanActionStanding,
  principalsOf,
  type Role,
  type SittingStanding,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { findOwnPapers } from './find-papers.js';
import { givenWith, ofCommand } from './logged-actions.js';
import { leftOut } from './papers.js';

/** What one role reads by itself: nothing that somebody is named for, or has opened in an emergency. */
export function readAs({ glass: _opened, ...who }: Reading, role: Role): Reading {
  const nobody = { userId: null, agencyId: null, teamId: null };
  return { ...who, principals: principalsOf({ ...nobody, roles: [role] }) };
}

/** What an owner, or whoever leads an agency that is to name one, is told of an action. */
const told = ['action', 'ending', 'decline'] as const;

/** Whether somebody reads what is written of a sitting, and not only that it was held. */
export function hasSeat(classes: readonly string[]): boolean {
  return classes.some((one) => one === 'safety' || one === 'sheet');
}

/** Whether papers are of somebody who has a seat. */
export function areSeated({ sitting, classes }: SittingPapers): boolean {
  return hasSeat(classes.get(sitting.id) ?? []);
}

/** The actions that the items of a sitting gave, among what somebody reads of it. */
function givenBySitting({ sitting, records, written }: SittingPapers): string[] {
  const items = new Set(
    records
      .filter(({ kind, parentId }) => kind === 'agendaItem' && parentId === sitting.id)
      .map(({ id }) => id),
  );
  const decisions = new Set(
    written
      .filter(({ kind, record }) => kind === 'decision' && items.has(record.id))
      .map((row) => givenWith(row)),
  );
  return records
    .filter(({ kind, id }) => kind === 'planAction' && decisions.has(ofCommand(id)))
    .map(({ id }) => id);
}

/** A sitting to whoever was not at it: how it is joined is for those who come, and is said to be left out. */
function fromOutside(sitting: StoredRecord): StoredRecord {
  const standing: SittingStanding = { ...(sitting.standing as SittingStanding), order: [], link: leftOut };
  return { ...sitting, standing };
}

/**
 * What one recipient may see towards the letter of a sitting: of whoever has a seat, the papers; of anybody else the
 * actions that it gave and that he or she reads, and nothing of the items on which it did. Which these are is found out
 * as the chairs read the sitting: what is restricted to those named is in no letter that leaves the table.
 */
export async function findLetterPapers(
  app: Pick<FastifyInstance, 'store'>,
  recipient: Reading,
  sittingId: string,
): Promise<SittingPapers | null> {
  const own = await findOwnPapers(app, recipient, sittingId);
  if (own && areSeated(own)) return own;
  const heard = await findOwnPapers(app, readAs(recipient, 'chair'), sittingId);
  return heard && withoutSeat(app, recipient, heard);
}

async function withoutSeat(
  app: Pick<FastifyInstance, 'store'>,
  recipient: Reading,
  heard: SittingPapers,
): Promise<SittingPapers> {
  const ids = givenBySitting(heard);
  const read = await reading(app.store, recipient, async (tx) => {
    const found = await findRecordsById(tx, ids);
    // A worker may read what a colleague is to do as well: that is the colleague's letter.
    const records = found.filter(({ standing }) => {
      const { ownerId } = standing as PlanActionStanding;
      return ownerId === '' || ownerId === recipient.userId;
    });
    return { records, written: await findRows(tx, records, told), classes: await findClasses(tx, ids) };
  });
  return {
    ...{ partnership: heard.partnership, people: heard.people, ends: new Map(), ...read },
    ...{ sitting: fromOutside(heard.sitting), previous: null, next: null },
  };
}
