import { describe, expect, it } from 'vitest';
import { chartRows } from './docs/chart-rows.js';
import { auditCharts } from './testing/audit-payloads.js';
import { registerCharts } from './testing/register-payloads.js';
import { strandCharts } from './testing/strand-expected.js';
import { topicNamed, topics } from './topics.js';

/** The chart of a topic as `state: event>target/target, …`; a dot is the same state. */
function chartOf(topic: string): string[] {
  const states = new Map<string, Map<string, string[]>>();
  for (const { state, event, target } of chartRows(topicNamed(topic))) {
    const events = states.get(state) ?? new Map<string, string[]>();
    events.set(event, [...(events.get(event) ?? []), target === state ? '.' : target]);
    states.set(state, events);
  }
  return [...states].map(
    ([state, events]) =>
      `${state}: ${[...events].map(([event, to]) => `${event}>${to.join('/')}`).join(', ')}`,
  );
}

const hubNews = 'receive-end-access>.';
const linkNews =
  'receive-child>., receive-end>., receive-end-access>., receive-concern>., weigh-link>., receive-days>., acknowledge-link>.';
const linkEnds = 'withdraw-link>withdrawn, receive-withdrawal>withdrawn';
const access =
  'restrict>., lift-restriction>., declare-connection>., withdraw-connection>., set-contact-caution>., release-contact-caution>., receive-child>., receive-cases>., receive-minutes-part>., mark-for-chair>.';
const whileOpen = [
  access,
  ...[
    'raise-immediate-danger>.',
    'acknowledge-danger>.',
    'repeat-danger>.',
    'record-safety-action>.',
    'record-strategy-discussion>.',
    'ask-discussion>.',
  ],
  ...['record-section-47-outcome>.', 'record-conference>.', 'record-contact>.', 'record-feedback>.'],
  ...[
    'record-view>.',
    'record-screening>.',
    'record-finding>.',
    'receive-referral>.',
    'record-placement-area>.',
    'record-area-exchange>.',
    'extend-clock>., correct-record>., withdraw-entry>., record-breach-decision>.',
    'add-action>.',
    'end-action>.',
    'share-plan>.',
    'write-plain-plan>.',
  ],
].join(', ');
const beside =
  'record-adult-pathway>., mark-adult>., continue-as-adult>., record-single-assessment>., record-next-check>., await-next-check>.';
const worked = 'allocate-worker>., assess-risk>., ask-blind-assessment>., assess-blind>.';
const works = `${whileOpen}, ${beside}, transfer-out>transferring, ${worked}`;

const away = 'suspend>suspended';

const ofMeasure = 'receive-end>., receive-end-access>., correct-entry>., withdraw-measure>withdrawn';
const soughtMeasure =
  'receive-end>., receive-end-access>., correct-entry>., withdraw-measure>withdrawn, allocate-measure>., receive-child-status>., grant-measure>inForce, serve-measure>inForce, refuse-measure>refused, drop-measure>notPursued';
const toldOfChild = 'receive-child>., receive-holder>., receive-status>.';

const keptOfChild =
  'record-status>., record-social-care-referral>., record-about-me>., record-carer>., change-carer>., end-carer>., record-status-line>., record-episode>., record-return>., forget-episode>., receive-case>., receive-holder>., withdraw-entry>., record-breach-decision>., move-case>.';

const desk =
  'add-to-report>., name-records>., record-source-risk>., refer-source>., tell-submitter>., withdraw-report>withdrawn';

const expected: Record<string, string[]> = {
  intelligence: [
    'unrecorded: submit-intelligence>submitted',
    `submitted: evaluate>evaluated, reject>rejected, ${desk}`,
    `evaluated: evaluate>., sanitise>sanitised, reject>rejected, review-report>./withdrawn, ${desk}`,
    `sanitised: evaluate>., sanitise>., disseminate>disseminated, reject>rejected, review-report>./withdrawn, ${desk}`,
    `disseminated: evaluate>., sanitise>., disseminate>., review-report>./withdrawn, ${desk}`,
    'rejected: tell-submitter>.',
    'withdrawn: tell-submitter>.',
  ],
  ...auditCharts,
  ...registerCharts,
  'intelligence-requirements': [
    'unrecorded: raise-requirement>asked',
    'asked: answer-requirement>answered, withdraw-requirement>withdrawn',
  ],
  'match-lists': ['unrecorded: record-match>matched'],
  'partner-figures': [
    'unrecorded: ask-figures>expected, record-figures>given',
    'expected: chase-figures>., return-figures>given, withdraw-figures>withdrawn',
    'given: withdraw-figures>withdrawn',
  ],
  'population-tables': ['unrecorded: record-table>given', 'given: withdraw-table>withdrawn'],
  'identifier-matches': [
    'unrecorded: propose-match>proposed',
    'proposed: weigh-match>., decide-match>confirmed/keptBack/notTheSame, withdraw-match>withdrawn',
    'keptBack: weigh-match>., decide-match>confirmed',
    ...['confirmed', 'notTheSame', 'withdrawn'].map((state) => `${state}: weigh-match>.`),
  ],
  links: [
    'unrecorded: record-link>current, draw-link>current',
    `current: ${linkNews}, receive-ending>faded, ${linkEnds}, grade-link>., review-link>./faded, fade-link>faded`,
    `faded: ${linkNews}, receive-ending>., ${linkEnds}, renew-link>current`,
    `withdrawn: ${linkNews}, receive-ending>., receive-withdrawal>.`,
  ],
  clusters: [
    'unrecorded: propose-cluster>proposed',
    `proposed: receive-children>., ${hubNews}, receive-change>./withdrawn, confirm-cluster>discussing, decline-cluster>declined`,
    `discussing: receive-children>., ${hubNews}, receive-change>., record-cluster-discussion>., record-cluster-meeting>., close-cluster>closed, record-panel-decision>.`,
    ...['declined', 'closed', 'withdrawn'].map(
      (state) => `${state}: receive-children>proposed, receive-change>., ${hubNews}`,
    ),
    'notListed: confirm-cluster>listed, receive-review-date>., leave-agenda>.',
    'listed: join-agenda>., leave-agenda>., sitting-cancelled>., receive-review-date>., open-item>beforePanel, close-cluster>notListed',
    'beforePanel: record-panel-decision>listed, return-to-list>listed',
  ],
  ...strandCharts,
  'child-cases': [
    'unrecorded: record-referral>awaitingTriage',
    `awaitingTriage: record-check>., ${whileOpen}, decide-triage>assessing/closed/closed/closed`,
    `assessing: ${works}, confirm-grade>planning/monitoring, rate-outcomes>., agree-plan>., propose-closure>closing, ${away}, take-chairs-action>planning/monitoring/., record-panel-decision>closed/planning/monitoring/.`,
    `planning: ${works}, confirm-grade>./monitoring, rate-outcomes>., agree-plan>monitoring, propose-closure>closing, ${away}, take-chairs-action>monitoring/./., record-panel-decision>closed/monitoring/./.`,
    `monitoring: ${works}, confirm-grade>planning/., rate-outcomes>., agree-plan>., propose-closure>closing, ${away}, take-chairs-action>planning/./., record-panel-decision>closed/planning/./.`,
    `closing: ${whileOpen}, ${away}, ${beside}, transfer-out>transferring, ${worked}, confirm-grade>., agree-plan>., rate-outcomes>., approve-closure>closed, refuse-closure>assessing/planning/monitoring, take-chairs-action>./., record-panel-decision>closed/./.`,
    `suspended: ${works}, confirm-grade>., rate-outcomes>., agree-plan>., propose-closure>closing, check-suspension>., resume>assessing/planning/monitoring, take-chairs-action>./., record-panel-decision>closed/./.`,
    `transferring: ${whileOpen}, ${away}, ${beside}, ${worked}, confirm-grade>., agree-plan>., rate-outcomes>., propose-closure>closing, escalate-transfer>., accept-transfer>closed, refuse-transfer>assessing/planning/monitoring, take-chairs-action>./., record-panel-decision>closed/./.`,
    `closed: ${access}, acknowledge-other-area>., record-feedback>., record-next-check>., await-next-check>., relist>assessing, correct-record>., withdraw-entry>., record-breach-decision>., end-action>.`,
    'notListed: list-for-panel>listed, leave-agenda>., receive-review-date>., take-chairs-action>listed',
    'listed: withdraw-listing>notListed, defer-listing>., join-agenda>., leave-agenda>., receive-guests>., sitting-cancelled>., receive-review-date>., open-item>beforePanel, approve-closure>notListed, accept-transfer>notListed',
    'beforePanel: receive-guests>., record-panel-decision>notListed/listed, return-to-list>listed',
  ],
  'plan-actions': [
    'unrecorded: add-action>awaitingOwner/offered',
    'awaitingOwner: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., receive-listing-end>., receive-about>., change-action>offered/., end-action>ended, escalate-action>., answer-escalation>.',
    'offered: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., receive-listing-end>., receive-about>., change-action>./., end-action>ended, escalate-action>., answer-escalation>., accept-action>accepted, decline-action>declined',
    'accepted: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., receive-listing-end>., receive-about>., change-action>offered/., end-action>ended, escalate-action>., answer-escalation>.',
    'declined: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., receive-listing-end>., receive-about>., change-action>offered/., end-action>ended, escalate-action>., answer-escalation>.',
    'ended: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., receive-listing-end>., receive-about>.',
  ],
  'information-requests': [
    'unrecorded: request-information>asked',
    'asked: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., answer-information>answered, chase-answer>., withdraw-request>withdrawn, close-request>withdrawn',
    'answered: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., feed-back>.',
    'withdrawn: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>.',
  ],
  challenges: [
    'unrecorded: raise-challenge>open',
    'open: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., answer-challenge>answered, escalate-challenge>., resolve-challenge>resolved, withdraw-challenge>withdrawn',
    'answered: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., escalate-challenge>open, resolve-challenge>resolved, withdraw-challenge>withdrawn',
    'resolved: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>.',
    'withdrawn: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>.',
  ],
  notices: [
    'unrecorded: prompt-notice>needed/toDecide, record-notice>needed/notNeeded',
    'toDecide: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., decide-notice>needed/notNeeded',
    'needed: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., decide-notice>notNeeded, send-notice>sent',
    'notNeeded: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., decide-notice>needed',
    'sent: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>., answer-notice>./answered',
    'answered: receive-holder>., receive-child>., receive-withdrawal>., receive-restoration>.',
  ],
  'service-episodes': [
    'unrecorded: refer-service>referred',
    'referred: receive-holder>., receive-child>., receive-partners>., end-service>ended, carry-service>., close-case>ended/., accept-service>accepted, decline-service>declined, start-service>started',
    'accepted: receive-holder>., receive-child>., receive-partners>., end-service>ended, carry-service>., close-case>ended/., decline-service>declined, start-service>started',
    'started: receive-holder>., receive-child>., receive-partners>., end-service>ended, carry-service>., close-case>ended/.',
    'declined: receive-holder>., receive-child>., receive-partners>.',
    'ended: receive-holder>., receive-child>., receive-partners>.',
  ],
  'plan-copies': [
    'unrecorded: issue-copy>issued, issue-plain>issued',
    'issued: receive-holder>., receive-child>., issue-copy>., issue-plain>., withdraw-copy>ended, open-copy>opened, record-receipt>opened, outdate-copy>outdated',
    'opened: receive-holder>., receive-child>., issue-copy>issued, issue-plain>issued, withdraw-copy>ended, outdate-copy>outdated',
    'outdated: receive-holder>., receive-child>., issue-copy>issued, issue-plain>issued, withdraw-copy>ended',
    'ended: receive-holder>., receive-child>., issue-copy>issued, issue-plain>issued',
  ],
  children: [
    'unrecorded: record-child>onBooks',
    `onBooks: ${keptOfChild}, identify>./merged, withdraw-identification>., merge-children>mergeProposed, unmerge-children>unmergeProposed, receive-joined>., receive-merge-into>merged`,
    `mergeProposed: ${keptOfChild}, decide-merge>onBooks/onBooks`,
    `unmergeProposed: ${keptOfChild}, decide-merge>onBooks/onBooks`,
    'merged: withdraw-entry>., record-breach-decision>., record-return>., forget-episode>., receive-case>., receive-holder>., receive-parting>onBooks',
  ],
  'missing-episodes': [
    'unrecorded: record-episode>absent/over, report-missing>absent/held',
    'held: receive-child>., receive-holder>., withdraw-episode>withdrawn, decide-report>merged/absent',
    'merged: receive-child>., receive-holder>.',
    'withdrawn: receive-child>., receive-holder>.',
    'absent: receive-child>., receive-holder>., receive-report>., tell-area>., withdraw-episode>withdrawn, record-search>., change-kind>., record-return>over',
    'over: receive-child>., receive-holder>., receive-report>., tell-area>., withdraw-episode>withdrawn, receive-not-again>., record-prevention-interview>., record-not-offered>., receive-offer>., receive-interview>., receive-missing-again>.',
  ],
  'return-interviews': [
    'unrecorded: offer-interview>awaited',
    'awaited: receive-child>., receive-holder>., record-interview>completed, close-offer>declined/notReached',
    'completed: receive-child>., receive-holder>., receive-submission>.',
    'declined: receive-child>., receive-holder>., record-interview>completed',
    'notReached: receive-child>., receive-holder>., record-interview>completed',
  ],
  'referral-proposals': [
    'unrecorded: raise-proposal>proposed',
    'proposed: accept-proposal>accepted, decline-proposal>declined, receive-child>.',
    'accepted: receive-child>.',
    'declined: receive-child>.',
  ],
  incidents: [
    'unrecorded: record-incident>recorded',
    'recorded: record-outcome>., change-incident>., withdraw-incident>withdrawn',
  ],
  'incident-victims': [
    'unrecorded: link-victim>linked',
    'linked: withdraw-link>linkWithdrawn, receive-withdrawal>linkWithdrawn, receive-incident>., receive-child>., receive-holder>.',
    'linkWithdrawn: receive-child>., receive-holder>.',
  ],
  'incident-parts': [
    'unrecorded: link-part>linked',
    'linked: withdraw-part>linkWithdrawn, receive-withdrawal>linkWithdrawn, receive-incident>., receive-end>., receive-end-access>., receive-concern>.',
    'linkWithdrawn: receive-end>., receive-end-access>., receive-concern>.',
  ],
  sittings: [
    'unrecorded: schedule-sitting>scheduled',
    'scheduled: open-agenda>agendaOpen, move-sitting>., receive-panel>., cancel-sitting>cancelled',
    'agendaOpen: add-item>., add-subject>., receive-items>., move-sitting>., receive-panel>., receive-guests>., order-items>., issue-papers>papersIssued, cancel-sitting>cancelled',
    'papersIssued: add-item>., add-subject>., receive-items>., move-sitting>., receive-panel>., receive-guests>., order-items>., issue-papers>., record-attendance>., start-sitting>inSession, recall-copy>., cancel-sitting>cancelled',
    'inSession: add-item>., add-subject>., receive-panel>., receive-guests>., order-items>., record-attendance>., correct-attendance>., receive-ratification>., receive-agreed-minutes>., receive-amended-minutes>., undo-start>papersIssued, end-sitting>minutesDrafted, recall-copy>.',
    'minutesDrafted: issue-letters>., recall-copy>., change-minutes>., correct-attendance>., receive-correction>., agree-minutes>minutesAgreed',
    'minutesAgreed: issue-letters>., recall-copy>., amend-minutes>.',
    'cancelled: recall-copy>.',
  ],
  'agenda-items': [
    'unrecorded: add-item>waiting, add-subject>waiting',
    'waiting: receive-child>., receive-about>., record-note>., declare-item-connection>., confirm-connection>., dismiss-connection>., withdraw-item-connection>., change-item>., open-item>open, return-to-list>returned, take-off-agenda>takenOff, leave-with-case>takenOff',
    'open: receive-child>., receive-about>., record-note>., correct-entry>., declare-item-connection>., confirm-connection>., dismiss-connection>., withdraw-item-connection>., record-panel-decision>decided, return-to-list>returned, take-off-agenda>takenOff',
    'decided: receive-child>., receive-about>., receive-minutes>., receive-amendment>., record-note>., correct-entry>., receive-attendance>., ratify-decision>.',
    'returned: receive-child>., receive-about>., receive-minutes>., receive-amendment>., correct-entry>., take-up>.',
    'takenOff: receive-child>., receive-about>., receive-minutes>., receive-amendment>.',
  ],
  users: [
    'unrecorded: add-user>active',
    'active: change-role>., record-absence>., end-absence>., delegate>., end-delegation>., end-access>ended, join-panel>., leave-panel>.',
    'ended: leave-panel>.',
  ],
  panels: [
    'unrecorded: found-panel>active',
    'active: change-panel>., change-members>., publish-terms>., plan-series>., close-panel>closed',
  ],
  'duty-rotas': ['unrecorded: open-rota>kept', 'kept: enter-week>., swap-shift>.'],
  'break-glass': [
    'unrecorded: open-record>awaitingReview/nothingOpened',
    'awaitingReview: close-record>., decide-review>reviewed',
    'reviewed: close-record>.',
  ],
  agencies: ['unrecorded: add-agency>onBooks'],
  disposals: [
    'unrecorded: propose-disposal>proposed',
    'proposed: approve-disposal>approved, refuse-disposal>refused, withdraw-disposal>withdrawn',
    'approved: carry-out>carriedOut, withdraw-disposal>withdrawn',
  ],
  exports: [
    'unrecorded: request-export>requested',
    'requested: approve-export>approved, refuse-export>refused, withdraw-export>withdrawn',
    'approved: begin-download>begun, withdraw-export>withdrawn',
  ],
  'access-requests': [
    'unrecorded: record-request>received, open-part>inProgress',
    'received: receive-child>., confirm-identity>inProgress, ask-requester>., extend-time>., withdraw-request>withdrawn, refuse-request>refused',
    'inProgress: receive-child>., ask-requester>., record-answer>., extend-time>., gather-bundle>., decide-items>., ask-agency>., approve-response>decided, consultation-answered>., withdraw-request>withdrawn, refuse-request>refused, stop-part>withdrawn',
    'decided: receive-child>., return-response>inProgress, issue-response>issued, withdraw-request>withdrawn, stop-part>withdrawn, consultation-answered>.',
    'issued: receive-child>., consultation-answered>.',
    'refused: receive-child>., consultation-answered>.',
    'withdrawn: receive-child>., consultation-answered>.',
  ],
  'access-consultations': ['unrecorded: ask-agency>asked', 'asked: answer-consultation>answered'],
  'instrument-changes': [
    'unrecorded: propose-change>proposed',
    'proposed: approve-change>decided, refuse-change>refused, withdraw-change>withdrawn',
  ],
  'profile-changes': [
    'unrecorded: propose-change>proposed',
    'proposed: approve-change>decided, refuse-change>refused, withdraw-change>withdrawn',
  ],
  'legal-holds': ['unrecorded: place-hold>inForce', 'inForce: review-hold>., lift-hold>lifted'],
  'disruption-measures': [
    'unrecorded: consider-measure>considered',
    `considered: ${soughtMeasure}, apply-for-measure>applied`,
    `applied: ${soughtMeasure}, apply-for-measure>.`,
    `inForce: ${ofMeasure}, record-breach>., allocate-measure>., receive-child-status>., serve-measure>., vary-measure>., review-measure>., discharge-measure>discharged, expire-measure>expired`,
    `expired: ${ofMeasure}, record-breach>.`,
    `discharged: ${ofMeasure}, record-breach>.`,
    `refused: ${ofMeasure}`,
    `notPursued: ${ofMeasure}`,
    'withdrawn: receive-end>., receive-end-access>.',
  ],
  protections: [
    'unrecorded: open-protection>planned',
    `planned: ${toldOfChild}, receive-measure>inForce, receive-ending>dropped`,
    `inForce: ${toldOfChild}, receive-measure>., receive-ending>ended`,
    `ended: ${toldOfChild}, receive-ending>.`,
    `dropped: ${toldOfChild}, receive-ending>.`,
  ],
};

describe('the charts', () => {
  it.each(topics.map((topic) => topic.name))('%s may be asked exactly this, state by state', (name) => {
    expect(chartOf(name)).toEqual(expected[name]);
  });
});
