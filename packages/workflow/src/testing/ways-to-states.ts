import type { StoredRecord } from '../model.js';
import { aChildCase } from './a-child-case.js';
import { anOrder, expiredOrder, measured } from './a-measure.js';
import { aPanel } from './a-panel.js';
import { aSitting, aSittingOfAgencyAction } from './a-sitting.js';
import { auditWays } from './audit-payloads.js';
import { offender, victim, withdrawnIncident } from './incident-payloads.js';
import {
  answered,
  broken,
  challenge,
  changing,
  consulted,
  copied,
  decided,
  disposing,
  exported,
  gathered,
  heard,
  holding,
  joining,
  lastAnswer,
  looked,
  missed,
  notice,
  offered,
  prompted,
  proposed,
  request,
  requested,
  rota,
  service,
} from './led-books.js';
import {
  figuresGiven,
  listMatched,
  matchedTwice,
  populationRecorded,
  reported,
  required,
} from './led-intelligence.js';
import { clustered, clusterHeard, clusterWithdrawn, linked } from './led-links.js';
import { aWorld } from './people.js';
import { registerWays } from './register-payloads.js';
import { strandWays } from './strand-ways.js';
import type { World } from './world.js';

/** A short way to each state of each chart, by real commands. */
export const waysToStates: [string, () => World][] = [
  ['childCase awaitingTriage', () => aChildCase().referred().world],
  ['childCase assessing', () => aChildCase().assessing().world],
  ['childCase planning', () => aChildCase().graded('low').world],
  ['childCase monitoring', () => aChildCase().graded('none').world],
  ['childCase closing', () => aChildCase().withWorker().proposedToClose().world],
  ['childCase suspended', () => aChildCase().planned().suspended().world],
  ['childCase transferring', () => aChildCase().transferring().world],
  ['childCase closed', () => aChildCase().closed().world],
  ['childCase notListed', () => aChildCase().referred().world],
  ['childCase listed', () => heard().one.world],
  ['childCase beforePanel', () => heard().sitting.inSession().hearing(lastCase).world],
  ['planAction awaitingOwner', () => aSittingOfAgencyAction(aChildCase().gradedHigh().listed()).world],
  ['planAction offered', () => aChildCase().withWorker().withAction().world],
  ['planAction accepted', () => answered('accept-action', {})],
  ['planAction declined', () => answered('decline-action', { reason: 'Leave' })],
  ['planAction ended', () => answered('end-action', { how: 'done', evidence: 'x' })],
  ['planCopy issued', () => aChildCase().planned().shared().world],
  ['planCopy opened', () => copied('opened')],
  ['planCopy ended', () => copied('ended')],
  [
    'planCopy outdated',
    () => aChildCase().planned().writtenPlain().give('agree-plan', { kind: 'full' }, 'manager').world,
  ],
  ['informationRequest asked', () => request()],
  ['informationRequest answered', () => request(['answer-information', 'member'])],
  ['informationRequest withdrawn', () => request(['withdraw-request', 'worker'])],
  ['challenge open', () => challenge()],
  ['challenge answered', () => challenge(['answer-challenge', 'worker'])],
  ['challenge resolved', () => challenge(['resolve-challenge', 'referrer'])],
  ['challenge withdrawn', () => challenge(['withdraw-challenge', 'referrer'])],
  ['notice toDecide', prompted],
  ['notice needed', () => notice()],
  ['notice notNeeded', () => notice(['decide-notice', 'worker', 'not-needed'])],
  ['notice sent', () => notice(['send-notice', 'worker'])],
  ['notice answered', () => notice(['send-notice', 'worker'], ['answer-notice', 'worker', lastAnswer])],
  ['serviceEpisode referred', () => service()],
  ['serviceEpisode accepted', () => service(['accept-service', 'worker'])],
  ['serviceEpisode declined', () => service(['decline-service', 'worker'])],
  ['serviceEpisode started', () => service(['start-service', 'worker'])],
  ['serviceEpisode ended', () => service(['end-service', 'worker'])],
  ['intelligence submitted', () => reported()],
  ['intelligence evaluated', () => reported('evaluate')],
  ['intelligence sanitised', () => reported('evaluate', 'sanitise')],
  ['intelligence disseminated', () => reported('evaluate', 'sanitise', 'disseminate')],
  ['intelligence rejected', () => reported('reject')],
  ['intelligence withdrawn', () => reported('withdraw-report')],
  ['intelligenceRequirement asked', () => required()],
  ['intelligenceRequirement answered', () => required('answer-requirement')],
  ['intelligenceRequirement withdrawn', () => required('withdraw-requirement')],
  ['matchList matched', () => listMatched()],
  ['partnerFigures given', () => figuresGiven()],
  ['partnerFigures withdrawn', () => figuresGiven(true)],
  ['populationTable given', () => populationRecorded()],
  ['populationTable withdrawn', () => populationRecorded(true)],
  ['identifierMatch proposed', () => matchedTwice()],
  ['identifierMatch confirmed', () => matchedTwice('same-told')],
  ['identifierMatch keptBack', () => matchedTwice('same-kept')],
  ['identifierMatch notTheSame', () => matchedTwice('not-the-same')],
  ['disruptionMeasure considered', () => anOrder().world],
  ['disruptionMeasure applied', () => measured('apply-for-measure')],
  ['disruptionMeasure inForce', () => measured('grant-measure')],
  ['disruptionMeasure expired', () => expiredOrder().world],
  ['disruptionMeasure discharged', () => measured('grant-measure', 'discharge-measure')],
  ['disruptionMeasure refused', () => measured('apply-for-measure', 'refuse-measure')],
  ['disruptionMeasure notPursued', () => measured('drop-measure')],
  ['disruptionMeasure withdrawn', () => measured('grant-measure', 'withdraw-measure')],
  ['protection planned', () => anOrder().world],
  ['protection inForce', () => measured('grant-measure')],
  ['protection ended', () => measured('grant-measure', 'discharge-measure')],
  ['protection dropped', () => measured('drop-measure')],
  ['link current', () => linked()],
  ['link faded', () => linked('grade-link', 'fades')],
  ['link withdrawn', () => linked('withdraw-link')],
  ['cluster proposed', () => clustered()],
  ['cluster discussing', () => clustered('confirm-cluster')],
  ['cluster declined', () => clustered('decline-cluster')],
  ['cluster closed', () => clustered('confirm-cluster', 'record-cluster-discussion', 'close-cluster')],
  ['cluster withdrawn', clusterWithdrawn],
  ['cluster notListed', () => clustered()],
  ['cluster listed', () => clustered('confirm-cluster')],
  ['cluster beforePanel', clusterHeard],
  ['child onBooks', () => proposed()],
  ['child mergeProposed', () => joining('merge-children')],
  ['child merged', () => joining('merge-children', 'decide-merge')],
  ['child unmergeProposed', () => joining('merge-children', 'decide-merge', 'unmerge-children')],
  ['missingEpisode over', () => proposed()],
  [
    'missingEpisode absent',
    () => {
      const world = proposed();
      const childId = (world.all('child')[0] as StoredRecord).id;
      const still = { childId, kind: 'missing', start: '2026-11-01', from: 'return' };
      world.give('missing-episodes/record-episode', still, world.people.desk);
      return world;
    },
  ],
  ['incident recorded', () => victim()],
  ['incident withdrawn', () => withdrawnIncident()],
  ['incidentVictim linked', () => victim()],
  ['incidentVictim linkWithdrawn', () => victim({ withdrawn: true })],
  ['incidentPart linked', () => offender()],
  ['incidentPart linkWithdrawn', () => offender({ withdrawn: true })],
  ['missingEpisode held', () => missed(['report-missing', 'desk']).world],
  ['missingEpisode withdrawn', () => missed(['withdraw-episode', 'desk']).world],
  [
    'missingEpisode merged',
    () => missed(['report-missing', 'desk'], ['decide-report', 'triage', 'same']).world,
  ],
  ['returnInterview awaited', () => offered()],
  ['returnInterview completed', () => offered(['record-interview'])],
  ['returnInterview declined', () => offered(['close-offer', 'declined'])],
  ['returnInterview notReached', () => offered(['close-offer', 'not-reached'])],
  ['referralProposal proposed', () => proposed()],
  [
    'referralProposal accepted',
    () => decided('accept-proposal', { seenOrSaid: 'x', immediateDanger: false }),
  ],
  ['referralProposal declined', () => decided('decline-proposal', { reason: 'Known' })],
  ...auditWays,
  ...registerWays,
  ...strandWays,
  ['panel active', () => aPanel(aWorld()).world],
  ['panel closed', () => aPanel(aWorld()).give('close-panel', { reason: 'Joined with another' }).world],
  ['sitting scheduled', () => aSitting(aWorld()).world],
  ['sitting agendaOpen', () => aSitting(aWorld()).agendaOpen().world],
  ['sitting papersIssued', () => heard().sitting.papersIssued().world],
  ['sitting inSession', () => heard().sitting.inSession().world],
  ['sitting minutesDrafted', () => heard().sitting.inSession().ended().world],
  [
    'sitting minutesAgreed',
    () => heard().sitting.inSession().ended().give('agree-minutes', {}, 'chair').world,
  ],
  ['sitting cancelled', () => aSitting(aWorld()).give('cancel-sitting', { reason: 'Snow' }).world],
  ['agendaItem waiting', () => heard().sitting.world],
  ['agendaItem open', () => heard().sitting.inSession().hearing(lastCase).world],
  ['agendaItem decided', () => heard().sitting.inSession().deciding(lastCase).world],
  [
    'agendaItem takenOff',
    () => {
      const { sitting } = heard();
      const [item] = sitting.items;
      const { coordinator } = sitting.world.people;
      const asked = { record: item?.id ?? '' };
      sitting.world.give('agenda-items/take-off-agenda', { reason: 'Made up' }, coordinator, asked);
      return sitting.world;
    },
  ],
  ['agendaItem returned', () => heard().sitting.inSession().ended().world],
  ['user active', () => aWorld()],
  [
    'user ended',
    () => {
      const world = aWorld();
      world.give('users/end-access', { reason: 'Left' }, world.people.admin, {
        record: world.people.nurse.userId,
      });
      return world;
    },
  ],
  ['agency onBooks', () => aWorld()],
  ['disposal proposed', () => disposing()],
  ['disposal approved', () => disposing('approve-disposal')],
  ['disposal refused', () => disposing('refuse-disposal')],
  ['disposal withdrawn', () => disposing('withdraw-disposal')],
  ['disposal carriedOut', () => disposing('approve-disposal', 'carry-out')],
  ['instrumentChange proposed', () => changing('instrument-changes')],
  ['profileChange proposed', () => changing('profile-changes')],
  ['instrumentChange decided', () => changing('instrument-changes', 'approve-change')],
  ['profileChange decided', () => changing('profile-changes', 'approve-change')],
  ['instrumentChange refused', () => changing('instrument-changes', 'refuse-change')],
  ['profileChange refused', () => changing('profile-changes', 'refuse-change')],
  ['instrumentChange withdrawn', () => changing('instrument-changes', 'withdraw-change')],
  ['profileChange withdrawn', () => changing('profile-changes', 'withdraw-change')],
  ['legalHold inForce', () => holding()],
  ['legalHold lifted', () => holding(true)],
  ['export requested', () => exported()],
  ['export approved', () => exported('approve-export')],
  ['export refused', () => exported('refuse-export')],
  ['export withdrawn', () => exported('withdraw-export')],
  ['export begun', () => exported('approve-export', 'begin-download')],
  ['accessRequest received', () => requested()],
  ['accessRequest inProgress', () => requested('confirm-identity')],
  ['accessRequest decided', () => requested(...gathered, 'approve-response')],
  ['accessRequest issued', () => requested(...gathered, 'approve-response', 'issue-response')],
  ['accessRequest refused', () => requested('refuse-request')],
  ['accessRequest withdrawn', () => requested('confirm-identity', 'gather-bundle', 'withdraw-request')],
  [
    'accessConsultation asked',
    () => requested('confirm-identity', 'gather-bundle', 'access-consultations/ask-agency'),
  ],
  ['accessConsultation answered', consulted],
  ['dutyRota kept', rota],
  ['breakGlass awaitingReview', () => broken().world],
  ['breakGlass nothingOpened', () => broken('MASE-0').world],
  ['breakGlass reviewed', looked],
];

/** The id of the one case that `heard` leads to the panel: the same in every run. */
export const lastCase = heard().one.id;
