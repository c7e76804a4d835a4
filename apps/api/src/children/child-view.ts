import type { OpenedRecord } from '@mase/store';
import type {
  ChildStanding,
  ContentClass,
  MissingEpisodeStanding,
  ReferralProposalStanding,
  StoredRecord,
} from '@mase/workflow';
import { caseOfChild } from '../child-cases/case-of-child.js';
import type { Asking } from '../view.js';
import { writtenView } from '../written-view.js';

/**
 * What is held of a child apart from any case. Who may know who the child is, and no more, gets no status, number or
 * ethnicity, and is told that they are kept from him or her.
 */
export function childLine(record: StoredRecord, classes: readonly ContentClass[]) {
  const { name, chosenName, birthDate, sex, ethnicity, upn, localId, status, identified } =
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
  return { ...identity, ethnicity, upn, status, withheld: [] };
}

/** A missing episode as lists show it. */
export function episodeLine(record: StoredRecord) {
  const { childId, childName, kind, start, end } = record.standing as MissingEpisodeStanding;
  return { id: record.id, version: record.version, childId, childName, kind, start, end };
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

/** A child with the cases, episodes and proposals that the reader may see. */
export function childView({ record, children, written, names, classes }: OpenedRecord, asking: Asking) {
  const of = (kind: StoredRecord['kind']) => children.filter((one) => one.kind === kind).sort(newestFirst);
  return {
    ...childLine(record, classes),
    ...joiningOf(record),
    cases: of('childCase').map((one) => caseOfChild(one, asking)),
    episodes: of('missingEpisode').map(episodeLine),
    proposals: of('referralProposal').map(proposalLine),
    written: writtenView(written),
    names,
  };
}
