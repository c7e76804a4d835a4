import {
  challengeAnswers,
  challengeEndings,
  challengeThemes,
  informationAnswers,
  noticeAnswers,
  noticeCauses,
  noticeKinds,
  noticeNeeds,
  serviceOutcomes,
  sharingPowerCodes,
} from '@mase/workflow';
import { cautions } from './about-schemas.js';
import { auditOnCase } from './audit-schemas.js';
import {
  id,
  instant,
  list,
  maybe,
  named,
  object,
  oneOf,
  page,
  type Schema,
  shown,
  text,
  truth,
  whole,
} from './schema.js';

const line = {
  ...{ id, version: whole, state: named('State'), caseId: id, childId: id, name: text(), reference: text() },
  due: maybe(instant),
};
const view = {
  ...shown,
  mayOpenCase: { ...truth, description: 'Whether the reader sees the case that it hangs on' },
  cautions,
};

const request = {
  ...line,
  ...{ agencyId: id, agencyName: text(), contactId: maybe(id), contactName: maybe(text()) },
  ...{ question: text(), powers: list(oneOf(...sharingPowerCodes)), purpose: text() },
  asked: maybe(object({ by: maybe(id), name: text(), at: instant })),
  chased: maybe(object({ times: whole, at: instant })),
  answered: maybe(
    object({ outcome: oneOf(...informationAnswers), decider: text(), at: instant, outside: truth }),
  ),
  ...{ fedBackAt: maybe(instant), withdrawnAt: maybe(instant) },
};

const challenge = {
  ...line,
  ...{ about: oneOf(...challengeThemes), words: text() },
  raised: maybe(object({ by: maybe(id), name: text(), agencyId: maybe(id), at: instant })),
  answered: maybe(object({ outcome: oneOf(...challengeAnswers), by: maybe(id), name: text(), at: instant })),
  settled: maybe(object({ how: oneOf(...challengeEndings, 'withdrawn'), at: instant })),
  ...{ stage: whole, stageLabel: text(), lastStage: truth },
};

const notice = {
  ...line,
  kind: maybe(oneOf(...noticeKinds)),
  cause: oneOf(...noticeCauses),
  since: maybe(instant),
  need: maybe(object({ is: oneOf(...noticeNeeds), by: maybe(id), at: instant })),
  sent: maybe(object({ to: text(), reference: maybe(text()), at: instant })),
  answers: list(object({ answer: oneOf(...noticeAnswers), on: instant })),
  waitsFor: maybe(text('The rule of the clock that runs')),
};

const service = {
  ...line,
  ...{ service: text(), agencyId: id, agencyName: text() },
  referred: maybe(object({ by: maybe(id), name: text(), at: instant })),
  ...{ acceptedAt: maybe(instant), startedAt: maybe(instant) },
  ended: maybe(object({ outcome: oneOf(...serviceOutcomes, 'declined'), at: instant })),
  caseClosedAt: { ...maybe(instant), description: 'Since when the case is closed while the service goes on' },
  carried: list(object({ caseId: id, reference: text(), at: instant })),
};

const ledgerLine = object({
  id,
  what: oneOf(
    ...['asked', 'shared', 'forwarded', 'transferred'],
    ...['intelligence-given', 'intelligence-fed-back', 'requirement-raised', 'list-compared'],
  ),
  at: instant,
  reference: text(),
  record: object({ kind: text(), id }),
  agencies: list(object({ id: maybe(id), name: text() })),
  reason: { ...maybe(text()), description: 'Why an agency gave nothing, or not all of it' },
  ...{ state: maybe(text()), outcome: maybe(oneOf(...informationAnswers)) },
  ...{ power: text(), purpose: text(), decider: maybe(text()) },
  hours: { ...maybe(whole), description: 'From the question to the answer' },
  fedBackAt: maybe(instant),
});
const counts = {
  ...{ asked: whole, given: whole, inPart: whole, refused: whole, waiting: whole, fedBack: whole },
  hours: { ...maybe(whole), description: 'The mean from the question to the answer' },
};

/** What hangs on a case besides the actions of its plan, as the view of the case holds it. */
export const onCase: Schema = object({
  requests: list(object(request)),
  challenges: list(object(challenge)),
  notices: list(object(notice)),
  services: list(object(service)),
  audits: list(auditOnCase),
});

/** What requests for information, challenges, notices, services and the sharing ledger show, by name. */
export const onCaseSchemas: { [name: string]: Schema } = {
  InformationRequestView: object({ ...request, ...view }),
  InformationRequestsView: page(object(request)),
  ChallengeView: object({ ...challenge, ...view }),
  ChallengesView: page(object(challenge)),
  NoticeView: object({ ...notice, ...view }),
  NoticesView: page(object(notice)),
  ServiceEpisodeView: object({ ...service, ...view }),
  ServiceEpisodesView: page(object(service)),
  SharingLedgerView: object({
    items: list(ledgerLine),
    agencies: list(object({ agencyId: id, name: text(), ...counts })),
    next: maybe(text('The cursor of the next page; null on the last')),
  }),
};
