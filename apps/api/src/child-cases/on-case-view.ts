import type { OpenedRecord } from '@mase/store';
import {
  type Allowed,
  allowedNow,
  blankRecord,
  type RecordKind,
  type StoredRecord,
  topicOf,
} from '@mase/workflow';
import { auditLine } from '../case-audits/audit-line.js';
import { challengeLine } from '../challenges/challenge-line.js';
import { requestLine } from '../information-requests/request-line.js';
import { noticeLine } from '../notices/notice-line.js';
import { serviceLine } from '../service-episodes/service-line.js';
import type { Asking } from '../view.js';

const linesOf = <T>(children: readonly StoredRecord[], kind: RecordKind, line: (one: StoredRecord) => T) =>
  children.filter((one) => one.kind === kind).map(line);

/** What hangs on the case besides the actions of its plan, as far as the reader sees it. */
export function onCaseView(children: readonly StoredRecord[]) {
  return {
    requests: linesOf(children, 'informationRequest', requestLine),
    challenges: linesOf(children, 'challenge', (one) => challengeLine(one)),
    notices: linesOf(children, 'notice', noticeLine),
    services: linesOf(children, 'serviceEpisode', serviceLine),
    audits: linesOf(children, 'caseAudit', auditLine),
  };
}

const beginnings: readonly RecordKind[] = [
  'informationRequest',
  'challenge',
  'notice',
  'serviceEpisode',
  'intelligence',
  'caseAudit',
];

/** What may be begun on the case now by this reader: commands that make a record which hangs on it. */
export function beginsOf({ record }: Pick<OpenedRecord, 'record'>, asking: Asking): Allowed[] {
  return beginnings.flatMap((kind) => {
    const topic = topicOf(kind);
    const blank = blankRecord(topic, { record: { kind, id: record.id }, parentId: record.id }, asking.now);
    const allowed = allowedNow(topic, blank, {
      locked: [record],
      profile: asking.profile,
      actor: asking.actor,
      at: asking.now,
    });
    return allowed.filter(({ command }) => topic.commands[command.split('/')[1] ?? '']?.creates);
  });
}
