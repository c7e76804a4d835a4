import type { RecordKind, StoredRecord } from '@mase/workflow';
import { auditLine } from '../case-audits/audit-line.js';
import { challengeLine } from '../challenges/challenge-line.js';
import { requestLine } from '../information-requests/request-line.js';
import { noticeLine } from '../notices/notice-line.js';
import { serviceLine } from '../service-episodes/service-line.js';

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
