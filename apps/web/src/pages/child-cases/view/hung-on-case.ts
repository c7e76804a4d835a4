import { commandLabels } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { dueWords } from '../../../date-words.js';
import { onCaseTag } from '../../../on-case.js';
import { type AuditView, overallWords } from '../../case-audits/audit.js';
import { type ChallengeView, themeWords } from '../../challenges/challenge.js';
import { outcomeWords, type RequestView } from '../../information-requests/information-request.js';
import { type NoticeView, noticeTitle } from '../../notices/notice.js';
import { type ServiceView, serviceOutcome, waitingWords } from '../../service-episodes/service.js';
import type { CaseView } from '../case-view.js';

/** What hangs on a case besides the actions of its plan, as the api lists it. */
export interface HungOnCase {
  requests: RequestView[];
  challenges: ChallengeView[];
  notices: NoticeView[];
  services: ServiceView[];
  audits: AuditView[];
}

const dueOf = (due: string | null): string => (due ? `, due ${dueWords(due)}` : '');

const requestLine = (one: RequestView) => ({
  href: `/information-requests/${one.id}`,
  text: one.question,
  hint: `${one.agencyName}${one.answered ? '' : dueOf(one.due)}`,
  tag: one.answered
    ? { text: outcomeWords[one.answered.outcome] ?? '', classes: 'govuk-tag--grey' }
    : onCaseTag(one.state),
});
const challengeLine = (one: ChallengeView) => ({
  href: `/challenges/${one.id}`,
  text: `${themeWords[one.about] ?? one.about}: ${one.words}`,
  hint: `${one.raised?.name ?? ''}${one.settled ? '' : `, ${one.stageLabel}${dueOf(one.due)}`}`,
  tag: onCaseTag(one.state),
});
const noticeLine = (one: NoticeView) => ({
  href: `/notices/${one.id}`,
  text: noticeTitle(one),
  hint: `${one.sent ? `To ${one.sent.to}` : 'Not sent'}${dueOf(one.due)}`,
  tag: onCaseTag(one.state),
});

const serviceLine = (one: ServiceView) => ({
  href: `/service-episodes/${one.id}`,
  text: one.service,
  hint: [one.agencyName, waitingWords(one), one.ended && serviceOutcome(one.ended.outcome)]
    .filter(Boolean)
    .join(', '),
  tag: onCaseTag(one.state),
});

const auditLine = (one: AuditView) => ({
  href: `/case-audits/${one.id}`,
  text: `Audit by ${one.auditorName}`,
  hint: `${overallWords(one) || 'Not returned'}${dueOf(one.due)}`,
  tag: onCaseTag(one.state),
});

/** The groups of the case page that have lines: notices first, as they wait for a decision. */
export function hungGroups({ onCase }: CaseView) {
  if (!onCase) return [];
  return [
    { title: 'Statutory notices', lines: onCase.notices.map(noticeLine) },
    { title: 'Services', lines: onCase.services.map(serviceLine) },
    { title: 'Asked of agencies', lines: onCase.requests.map(requestLine) },
    { title: 'Challenges', lines: onCase.challenges.map(challengeLine) },
    { title: 'Audits', lines: onCase.audits.map(auditLine) },
  ].filter(({ lines }) => lines.length > 0);
}

const beginnings = [
  'information-requests/request-information',
  'service-episodes/refer-service',
  'notices/record-notice',
  'challenges/raise-challenge',
  'intelligence/submit-intelligence',
  'case-audits/commission-audit',
];

/** What the reader may begin on the case: each leads to its form. */
export function beginOffers({ id, begins = [] }: CaseView) {
  return beginnings
    .filter((command) => canDo(begins as never, command))
    .map((command) => ({ command, text: commandLabels[command], href: `/${command}?case=${id}` }));
}
