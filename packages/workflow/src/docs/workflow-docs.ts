import { clockLengthWords } from '../clocks/length-words.js';
import { commandLabels } from '../labels.js';
import { type ClockLength, type ClockRule, clockLength } from '../profile/clock-rule.js';
import type { Profile } from '../profile/profile.js';
import { stateLabels } from '../state-labels.js';
import type { Topic } from '../topic.js';
import { topics } from '../topics.js';
import { type ChartRow, chartRows, regionsIn } from './chart-rows.js';
import { clockEvents } from './clock-events.js';
import { guardWords } from './guard-words.js';
import { stateDiagram } from './state-diagram.js';

const titles: { [topic: string]: string } = {
  'child-cases': 'A child’s case',
  'plan-actions': 'An action of a plan',
  'plan-copies': 'What somebody holds of a plan',
  'information-requests': 'What an agency is asked about a child',
  challenges: 'A professional challenge about a case',
  notices: 'A statutory notice',
  'service-episodes': 'A service to a child',
  'case-audits': 'An audit of one case',
  'audit-actions': 'An action that an audit asked for',
  'dip-samples': 'Cases drawn by chance to be audited',
  'quality-standards': 'A standard that an agency is held to',
  'quality-activities': 'A line of the quality calendar',
  'practice-themes': 'A theme that audits and feedback come back to',
  'training-sessions': 'A session of training',
  'service-feedback': 'What a child or a parent said of the service',
  children: 'A child on the books',
  'disruption-measures': 'A measure against a person or at a place',
  protections: 'What a measure is to a child whom it protects',
  'missing-episodes': 'A missing episode',
  'return-interviews': 'A return home interview',
  'referral-proposals': 'A proposal of a referral',
  incidents: 'An incident that the police recorded',
  'incident-victims': 'A child who is a victim of an incident',
  'incident-parts': 'A person of concern or a location in an incident',
  'person-cases': 'A case about a person of concern',
  persons: 'A person of concern on the books',
  'location-cases': 'A case about a location',
  locations: 'A location on the books',
  sittings: 'A sitting',
  'agenda-items': 'An item of an agenda',
  users: 'An account',
  agencies: 'An agency',
  'access-requests': 'A request for access, and each part of one',
  exports: 'An export in bulk',
  'access-consultations': 'What an agency is asked about a request for access',
};

/** Which command of another topic sends an event that nobody gives directly. */
const senders: { [event: string]: string } = {
  'child-cases/receive-referral': 'decide-triage of the other case',
  'child-cases/open-item': 'open-item of its agenda item',
  'child-cases/record-panel-decision': 'record-panel-decision of its agenda item',
  'child-cases/join-agenda': 'add-item',
  'child-cases/receive-guests': 'change-item of its agenda item',
  'child-cases/leave-agenda':
    'end-sitting or cancel-sitting; take-off-agenda; what takes it off the list or restricts it',
  'child-cases/return-to-list': 'end-sitting or take-off-agenda',
  'child-cases/sitting-cancelled': 'cancel-sitting',
  'child-cases/add-action': 'add-action',
  'child-cases/end-action': 'end-action of the action',
  'children/record-episode': 'record-episode, report-missing or decide-report',
  'children/record-return': 'record-return',
  'children/receive-case': 'record-referral, or move-case of another record',
  'children/receive-joined': 'identify of the other record',
  'children/receive-merge-into': 'decide-merge of the other record',
  'children/receive-parting': 'decide-merge of the other record',
  'child-cases/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'missing-episodes/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'referral-proposals/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'access-requests/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'plan-actions/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'plan-copies/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'information-requests/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'challenges/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'service-episodes/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'case-audits/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'audit-actions/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'case-audits/receive-holder': 'decide-triage, allocate-worker or relist',
  'audit-actions/receive-holder': 'decide-triage, allocate-worker or relist',
  'notices/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'agenda-items/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'incident-victims/receive-incident': 'record-outcome or change-incident of the incident',
  'incident-parts/receive-incident': 'record-outcome or change-incident of the incident',
  'incident-victims/receive-withdrawal': 'withdraw-incident of the incident',
  'incident-parts/receive-withdrawal': 'withdraw-incident of the incident',
  ...Object.fromEntries(
    ['incident-parts', 'disruption-measures'].flatMap((topic) => [
      [`${topic}/receive-end`, 'merge or unmerge of the person or location'],
      [`${topic}/receive-end-access`, 'set-handling of the case about the person or location'],
    ]),
  ),
  'child-cases/receive-cases': 'move-case of the child',
  'service-episodes/receive-partners': 'add-action or end-action of the plan',
  ...Object.fromEntries(
    ['plan-actions', 'information-requests', 'challenges', 'notices'].flatMap((topic) => [
      [`${topic}/receive-withdrawal`, 'withdraw-entry of the case'],
      [`${topic}/receive-restoration`, 'record-breach-decision of the case, where the entry was right'],
    ]),
  ),
  'incident-parts/receive-concern': 'accept-nomination or accept-report of the person or location',
  'incident-victims/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'incident-victims/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'return-interviews/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'return-interviews/receive-submission': 'submit-intelligence from the interview',
  'return-interviews/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'missing-episodes/receive-report': 'decide-report of a held report',
  'missing-episodes/receive-offer': 'offer-interview',
  'missing-episodes/receive-not-again': 'withdraw-episode of the next absence',
  'children/forget-episode': 'withdraw-episode of the absence',
  'missing-episodes/receive-interview': 'record-interview or close-offer',
  'missing-episodes/receive-missing-again': 'report-missing or decide-report of the next absence',
  'child-cases/ask-discussion':
    'report-missing, decide-report or record-episode, at the profile’s number of absences',
  'disruption-measures/receive-child-status':
    'record-status, identify or decide-merge of the child, where the notice stands on something else since',
  'protections/open-protection': 'consider-measure',
  'protections/receive-measure':
    'grant-measure, serve-measure or vary-measure; record-status, identify or decide-merge of the child',
  'protections/receive-ending': 'expire-measure, discharge-measure, refuse-measure or drop-measure',
  'protections/receive-child': 'identify, withdraw-identification or decide-merge of the child',
  'protections/receive-status': 'record-status, identify or decide-merge of the child',
  'protections/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'missing-episodes/receive-holder': 'decide-triage, allocate-worker, relist or decide-merge',
  'children/receive-holder': 'decide-triage, allocate-worker, relist or move-case',
  'plan-copies/receive-holder': 'decide-triage, allocate-worker or relist',
  'plan-copies/issue-copy': 'share-plan, or agree-plan of a later version',
  'plan-copies/issue-plain': 'write-plain-plan',
  'plan-copies/outdate-copy': 'agree-plan of a later version',
  'plan-copies/withdraw-copy': 'share-plan, agree-plan or approve-closure',
  'plan-actions/receive-holder': 'decide-triage, allocate-worker or relist',
  'information-requests/receive-holder': 'decide-triage, allocate-worker or relist',
  'information-requests/close-request':
    'approve-closure, accept-transfer, or decide-triage where it closes the case',
  'challenges/receive-holder': 'decide-triage, allocate-worker or relist',
  'service-episodes/receive-holder': 'decide-triage, allocate-worker or relist',
  'service-episodes/close-case':
    'approve-closure, accept-transfer, record-panel-decision, or decide-triage where it closes the case',
  'notices/receive-holder': 'decide-triage, allocate-worker or relist',
  'notices/prompt-notice':
    'record-referral or assess-risk, where they call for one; send-notice of a serious incident',
  'referral-proposals/raise-proposal':
    'record-episode, report-missing or decide-report, at the profile’s number of episodes; record-social-care-referral, with one of its factors',
  'agenda-items/add-item': 'add-item of the sitting; cancel-sitting of the sitting before',
  'agenda-items/add-subject': 'add-subject of the sitting',
  'agenda-items/take-up': 'add-subject of a later sitting',
  'agenda-items/return-to-list': 'end-sitting or cancel-sitting',
  'sittings/receive-correction': 'correct-entry of an item',
  ...Object.fromEntries(
    ['child-cases', 'person-cases', 'location-cases', 'clusters'].map((topic) => [
      `${topic}/receive-review-date`,
      'correct-entry of its agenda item',
    ]),
  ),
  'agenda-items/leave-with-case':
    'withdraw-listing, defer-listing, approve-closure, accept-transfer, restrict, set-handling, approve-removal or close-cluster of what it is about',
  'access-requests/open-part': 'gather-bundle of the request',
  'access-requests/stop-part': 'refuse-request or withdraw-request of the request',
  'access-requests/ask-agency': 'ask-agency',
  'access-requests/consultation-answered': 'answer-consultation',
  ...Object.fromEntries(
    ['person-cases', 'location-cases'].flatMap((topic) => [
      [`${topic}/receive-about`, 'record-details, merge or unmerge of whom or what it is about'],
      [`${topic}/receive-handling`, 'set-handling of another case of whom or what it is about'],
      [`${topic}/receive-counts`, 'links, orders and reports that count for it'],
      [`${topic}/join-agenda`, 'add-item'],
      [`${topic}/receive-guests`, 'change-item of its agenda item'],
      [`${topic}/leave-agenda`, 'end-sitting or cancel-sitting; take-off-agenda; what takes it off the list'],
      [`${topic}/return-to-list`, 'end-sitting or take-off-agenda'],
      [`${topic}/sitting-cancelled`, 'cancel-sitting'],
      [`${topic}/open-item`, 'open-item of its agenda item'],
      [`${topic}/record-panel-decision`, 'record-panel-decision of its agenda item'],
    ]),
  ),
  ...Object.fromEntries(
    ['persons', 'locations'].flatMap((topic) => [
      [`${topic}/record-entry`, 'nominate or report'],
      [`${topic}/receive-case`, 'its case, whenever somebody else may read it'],
      [`${topic}/receive-merge-into`, 'merge of the other record'],
      [`${topic}/receive-parting`, 'unmerge of the other record'],
    ]),
  ),
  'links/receive-child':
    'identify, withdraw-identification, withdraw-entry, decide-merge or move-case of the child',
  'links/receive-end': 'merge or unmerge of the person or place at an end',
  'links/receive-days': 'change-incident of the incident from which it was drawn',
  'links/receive-withdrawal':
    'withdraw-link, withdraw-part, withdraw-incident or withdraw-measure of what it was drawn from',
  'links/receive-ending': 'discharge-measure or expire-measure of the measure from which it was drawn',
  'links/receive-end-access': 'restrict, lift-restriction or set-handling of a record at an end',
  'links/receive-concern':
    'accept-nomination or accept-report of a record at an end, or merge with one that is accepted',
  'clusters/receive-end-access':
    'set-handling of the case of the person or place that they share, restrict of a child, grade-link of a link',
  ...Object.fromEntries(
    [
      ['join-agenda', 'add-item'],
      ['leave-agenda', 'end-sitting or cancel-sitting; take-off-agenda; close-cluster'],
      ['return-to-list', 'end-sitting or take-off-agenda'],
      ['sitting-cancelled', 'cancel-sitting'],
      ['open-item', 'open-item of its agenda item'],
      ['record-panel-decision', 'record-panel-decision of its agenda item'],
    ].map(([event, from]) => [`clusters/${event}`, from]),
  ),
  'sittings/receive-panel': 'change-panel of its panel',
  'sittings/receive-guests': 'change-item of an item',
  'sittings/receive-items': 'cancel-sitting of the sitting before',
  'users/join-panel': 'change-members of the panel',
  'users/leave-panel': 'change-members of the panel',
  'agenda-items/receive-about': 'record-details, merge or unmerge of whom or what its case is about',
  'agenda-items/receive-minutes': 'agree-minutes of the sitting',
  'child-cases/receive-minutes-part': 'agree-minutes or amend-minutes of the sitting',
  'person-cases/receive-minutes-part': 'agree-minutes or amend-minutes of the sitting',
  'location-cases/receive-minutes-part': 'agree-minutes or amend-minutes of the sitting',
  'sittings/receive-ratification': 'ratify-decision of an item of an earlier sitting',
  'sittings/receive-agreed-minutes': 'agree-minutes of an earlier sitting',
  'sittings/receive-amended-minutes': 'amend-minutes of an earlier sitting',
  'agenda-items/receive-amendment': 'amend-minutes of the sitting',
};

function lengthWords(rule: ClockRule): string {
  const words = (length: ClockLength | null) => (length ? clockLengthWords(length) : '');
  if ('byGrade' in rule)
    return Object.entries(rule.byGrade)
      .map(([grade, length]) => `${grade} ${words(length)}`)
      .join(', ');
  const usual = words(clockLength(rule));
  const raised =
    rule.raised || rule.onlyRaised ? `${words(clockLength(rule, { raised: true }))} at raised risk` : '';
  return [usual, raised].filter(Boolean).join(', ');
}

function clocksOf(profile: Profile, command: string, which: 'starts' | 'ends'): string {
  const rules = Object.entries(clockEvents).filter(([, events]) => events[which].includes(command));
  return rules
    .map(([id]) => {
      const rule = profile.clocks[id as keyof typeof profile.clocks];
      return which === 'starts' ? `${rule.label} (${lengthWords(rule)})` : rule.label;
    })
    .join('; ');
}

function who(topic: Topic, event: string): string {
  const rows = topic.policy.filter((row) => row.command === event);
  if (rows.length > 0) return [...new Set(rows.map((row) => row.words))].join('; ');
  return `*by ${senders[`${topic.name}/${event}`]}*`;
}

function tableRow(topic: Topic, row: ChartRow, profile: Profile): string {
  const command = `${topic.name}/${row.event}`;
  const holds = row.guard ? (guardWords[row.guard] ?? row.guard) : '';
  const follows = row.target === row.state ? '' : (stateLabels[row.target] ?? row.target);
  const cells = [
    stateLabels[row.state] ?? 'Not on the books',
    `\`${row.event}\``,
    who(topic, row.event),
    holds,
    follows,
    clocksOf(profile, command, 'starts'),
    clocksOf(profile, command, 'ends'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function topicPage(topic: Topic, profile: Profile): string {
  const head =
    '| State | Command | Who | What must hold | Becomes | May start | May end |\n|---|---|---|---|---|---|---|';
  const rows = chartRows(topic);
  const parts = regionsIn(topic).map(({ name }) => {
    const own = rows.filter((row) => row.region === name);
    const title = name ? `### Region: ${name}\n\n` : '';
    return `${title}${stateDiagram(topic, name)}\n\n${head}\n${own.map((row) => tableRow(topic, row, profile)).join('\n')}`;
  });
  const labels = Object.keys(topic.commands)
    .map((verb) => `- \`${topic.name}/${verb}\`: ${commandLabels[`${topic.name}/${verb}`] ?? verb}`)
    .join('\n');
  return `## ${titles[topic.name] ?? topic.name}\n\n${labels}\n\n${parts.join('\n\n')}`;
}

/** The page docs/workflow.md as Markdown: every chart as a diagram and as a table, with the numbers of a profile. */
export function workflowDocs(profile: Profile): string {
  const opening = `<!-- Generated by npm run docs from the charts, the policies and the profile. Do not edit. -->

# When who may do what

Each topic has one chart. It says in which state a command may be given and what follows; the policy says who gives it;
the rules say what must hold; the clocks are those of the profile ${profile.name}. A command that is not in a state's rows
is refused there, with what is missing and what would be accepted. Names in code letters are those of the API, the
files and the history.`;
  return `${[opening, ...topics.map((topic) => topicPage(topic, profile))].join('\n\n')}\n`;
}
