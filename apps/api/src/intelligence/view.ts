import {
  countSubmitted,
  findNames,
  findRecordsById,
  findReportCopies,
  findUnsanitised,
  type OpenedRecord,
  type Tx,
} from '@mase/store';
import { gradeWords, type IntelligenceStanding, topicOf } from '@mase/workflow';
import type { FastifyInstance } from 'fastify';
import { registerView } from '../record-view.js';
import type { Asking } from '../view.js';
import { writtenView } from '../written-view.js';
import { reportLine } from './report-line.js';

const kind = 'intelligence';

/** Records that the report names, as far as this reader sees them. */
async function namedSeen(tx: Tx, { named }: IntelligenceStanding) {
  const seen = await findRecordsById(
    tx,
    named.map(({ id }) => id),
  );
  return seen.map(({ id, kind: of, state, standing }) => ({
    id,
    kind: of,
    title: topicOf(of).summary(standing as never, state).title,
    reference: topicOf(of).summary(standing as never, state).reference,
  }));
}

/** What is shown of one report: to the desk all of it, to a recipient his or her parts, to the submitter the receipt. */
async function shownOf(tx: Tx, opened: OpenedRecord, asking: Asking) {
  const { record, classes, written } = opened;
  const standing = record.standing as IntelligenceStanding;
  const isCleared = classes.includes('unsanitised');
  const submitted = isCleared ? await findUnsanitised(tx, { kind, id: record.id }) : [];
  const isGiven = classes.includes('sharing');
  const { by = null, agencyId = null } = standing.submitted ?? {};
  return {
    state: isCleared ? record.state : null,
    ...reportLine(record, classes),
    /** The grade stands beside whatever is given: nothing ungraded is shown as fact. */
    grade: isGiven && standing.grade ? { ...standing.grade, words: gradeWords(standing.grade) } : null,
    /** The words that were submitted, for the desk alone. */
    unsanitised: writtenView(submitted),
    named: isCleared ? await namedSeen(tx, standing) : [],
    /** How many reports the same person submitted in the year before, for the desk alone. */
    submittedBefore:
      isCleared && by ? await countSubmitted(tx, { by, before: standing.submitted?.at ?? '' }) : null,
    /** Who holds a part of it on paper, for the desk alone. */
    copies: isCleared ? await findReportCopies(tx, record.id) : [],
    mine: by !== null && by === asking.actor.userId,
    // What was written anew may have shown a source: its earlier words are for the desk alone.
    written: writtenView(written).filter(({ wrong }) => isCleared || !wrong),
    names: {
      ...opened.names,
      ...(isCleared || isGiven
        ? await findNames(tx, [
            ...(isCleared ? [by, agencyId] : []),
            ...standing.recipients.flatMap((one) => [one.agencyId, one.contactId]),
          ])
        : {}),
    },
  };
}

/** `GET /api/v1/intelligence/:id`, audited before it is shown. */
export function intelligenceView(app: FastifyInstance): void {
  registerView(app, {
    kind,
    schema: 'IntelligenceView',
    summary: 'One report of intelligence, as far as its reader may see it',
    show: (opened, asking, tx) => shownOf(tx, opened, asking),
    persons: ({ record, classes }) =>
      classes.includes('unsanitised') ? (record.standing as IntelligenceStanding).subjectIds : [],
  });
}
