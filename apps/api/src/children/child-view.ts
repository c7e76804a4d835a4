import { findCautioned, findRecord, type ListedRecord, type OpenedRecord, type Tx } from '@mase/store';
import {
  type ChildCaseStanding,
  type ChildStanding,
  type ContentClass,
  childStatusOf,
  type ReferralProposalStanding,
  type StoredRecord,
} from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { aboutOf } from '../child-cases/about-child.js';
import { caseOfChild } from '../child-cases/case-of-child.js';
import { cautionsView } from '../child-cases/cautions-view.js';
import { episodeLine } from '../missing-episodes/episode-view.js';
import { protectionLine } from '../protections/routes.js';
import { registerView } from '../record-view.js';
import { interviewLine } from '../return-interviews/interview-view.js';
import type { Asking } from '../view.js';
import { writtenView } from '../written-view.js';

/**
 * What is held of a child apart from any case. Who may know who the child is, and no more, gets no status, number or
 * ethnicity, and is told that they are kept from him or her.
 */
export function childLine(record: StoredRecord, classes: readonly ContentClass[]) {
  const { name, chosenName, birthDate, sex, ethnicity, upn, localId, nhsNumber, status, identified } =
    record.standing as ChildStanding;
  const identity = {
    id: record.id,
    version: record.version,
    name,
    chosenName,
    birthDate,
    sex,
    localId,
    identified: identified !== false,
  };
  if (!classes.includes('case')) return { ...identity, withheld: ['case'] };
  return {
    ...{ ...identity, ethnicity, upn, nhsNumber: nhsNumber ?? null },
    // Books of before keep in it what a return gave besides.
    status: status && childStatusOf(status),
    withheld: [],
  };
}

/** Children as lists show them, with whom the contact cautions stop that stand beside each name. */
export async function cautionedLines(rows: readonly ListedRecord[], tx: Tx) {
  const cautioned = await findCautioned(
    tx,
    rows.map(({ record }) => record.id),
  );
  return rows.map(({ record, classes }) => ({
    ...childLine(record, classes),
    cautions: cautioned.get(record.id) ?? [],
  }));
}

/** A referral proposal as lists show it. */
export function proposalLine(record: StoredRecord) {
  const { childId, childName, because, from, decided } = record.standing as ReferralProposalStanding;
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    childId,
    childName,
    because,
    from,
    decided,
  };
}

const newestFirst = (one: StoredRecord, other: StoredRecord) => (one.id < other.id ? 1 : -1);

/** What is proposed of a child’s record, and which records stand together for the child: ids, which the names resolve. */
function joiningOf(record: StoredRecord) {
  const { joining, joinedWith, joined = [] } = record.standing as ChildStanding;
  return { joining: joining ?? null, joinedWith: joinedWith ?? null, joined: joined.map(({ id }) => id) };
}

/** Contact cautions that stand on the child's cases, as far as the reader has a part in these; each beside its case. */
async function cautionsOf(tx: Tx, cases: readonly StoredRecord[]) {
  const found: (ReturnType<typeof cautionsView>[number] & { caseId: string })[] = [];
  for (const { id, standing } of cases) {
    if (!(standing as ChildCaseStanding).cautions?.length) continue;
    const opened = await findRecord(tx, 'childCase', id);
    if (opened) found.push(...cautionsView(opened).map((one) => ({ ...one, caseId: id })));
  }
  return found;
}

/** A child with what everybody should know first, and the cases, cautions, episodes, interviews and proposals that the reader may see. */
async function childView(opened: OpenedRecord, asking: Asking, tx: Tx) {
  const { record, children, written, names, classes } = opened;
  const of = (kind: StoredRecord['kind']) => children.filter((one) => one.kind === kind).sort(newestFirst);
  const cases = of('childCase');
  const about = await aboutOf(tx, opened);
  return {
    ...childLine(record, classes),
    ...joiningOf(record),
    ...(about ? { about } : {}),
    ...(classes.includes('case') ? { workers: (record.standing as ChildStanding).workers ?? 0 } : {}),
    cautions: await cautionsOf(tx, cases),
    cases: cases.map((one) => caseOfChild(one, asking)),
    episodes: of('missingEpisode').map(episodeLine),
    interviews: of('returnInterview').map(interviewLine),
    proposals: of('referralProposal').map(proposalLine),
    protections: of('protection').map(protectionLine),
    written: writtenView(written),
    names,
  };
}

/** `GET /api/v1/children/:id`. */
export function viewChild(app: FastifyInstance): void {
  registerView(app, {
    kind: 'child',
    schema: 'ChildView',
    summary: 'One child on the books',
    show: childView,
    persons: ({ record }) => [record.id],
  });
}
