import { commandLabels, labelOf } from '../labels.js';

const reading: { [action: string]: string } = {
  'children/view': 'Opened the child’s record',
  'children/list': 'Saw the child in a list of children',
  'child-cases/triage-session': 'Saw the child on the screen of a triage session',
  'child-cases/carriers': 'Asked who has a copy of a withdrawn entry',
  'children/possible-matches': 'Looked for records of the same child',
  'children/search': 'Found the child by a search',
  'children/looks': 'Asked who looked at the child',
  'child-cases/view': 'Opened the case',
  'child-cases/list': 'Saw the case in a list',
  'child-cases/assessment-form': 'Opened the form of an assessment',
  'child-cases/suggestion': 'Asked what an unfinished assessment or screening would suggest',
  'child-cases/explanations': 'Read how the suggestions of assessments were reached',
  'child-cases/chronology': 'Read the chronology',
  'child-cases/plan': 'Read the plan',
  'child-cases/outcomes': 'Read how far the child has come',
  'child-cases/possible-matches': 'Looked whether it is the same child as another',
  'person-cases/view': 'Opened the case about the person',
  'person-cases/list': 'Saw the person in a list of cases',
  'persons/view': 'Opened the person’s record',
  'persons/search': 'Found the person by a search',
  'persons/possible-matches': 'Looked for records of the same person',
  'location-cases/view': 'Opened the case about the place',
  'location-cases/list': 'Saw the place in a list of cases',
  'locations/view': 'Opened the place’s record',
  'locations/search': 'Found the place by a search',
  'locations/possible-matches': 'Looked for records of the same place',
  'plan-copies/view': 'Opened a copy of a plan',
  'plan-copies/document': 'Had the plan in plain words made as a document',
  'plan-actions/view': 'Opened an action',
  'plan-actions/similar': 'Saw an action beside one that looks the same',
  'plan-actions/list': 'Saw an action in a list',
  'missing-episodes/view': 'Opened a missing episode',
  'missing-episodes/list': 'Saw a missing episode in a list',
  'incident-report/view': 'Read the figures of incidents',
  'incidents/view': 'Opened an incident of which the child is a victim',
  'incidents/list': 'Saw an incident of the child in a list',
  'incident-victims/view': 'Opened what says that the child is a victim of an incident',
  'incident-victims/list': 'Saw the incidents of which the child is a victim',
  'referral-proposals/view': 'Opened a referral proposal',
  'referral-proposals/list': 'Saw a referral proposal in a list',
  'agenda-items/view': 'Opened an item of the panel',
  'sittings/view': 'Opened a sitting that has the child on its agenda',
  'sittings/list': 'Saw a sitting in a list',
  'sittings/pack': 'Had papers made that show the child',
  'information-requests/view': 'Opened a request for information',
  'information-requests/list': 'Saw a request for information in a list',
  'challenges/view': 'Opened a challenge',
  'challenges/list': 'Saw a challenge in a list',
  'notices/view': 'Opened a statutory notice',
  'notices/list': 'Saw a statutory notice in a list',
  'sharing-ledger/list': 'Saw in the sharing ledger what was asked, given or shared',
  'history/view': 'Read what was accepted of the record',
  'work-queue/list': 'Saw the child in the list of work',
  'messages/list': 'Saw a message about the child',
  'break-glass/view': 'Opened what was opened in an emergency',
  'break-glass/list': 'Saw in a list what was opened in an emergency',
  'disposals/view': 'Opened a disposal',
  'disposals/list': 'Saw a disposal in a list',
  'disposals/due-for-review': 'Saw whose time to be kept is over',
  'disposals/certificate': 'Opened the certificate of a disposal',
  'instrument-changes/view': 'Opened a change of the tools',
  'instrument-changes/list': 'Saw a change of the tools in a list',
  'legal-holds/view': 'Opened a legal hold',
  'legal-holds/list': 'Saw a legal hold in a list',
  'access-requests/view': 'Opened a request for access',
  'access-requests/list': 'Saw a request for access in a list',
  'access-requests/bundle': 'Read the bundle of a request for access',
  'access-requests/response': 'Had the answer to a request for access made',
  'access-consultations/view': 'Opened what an agency was asked about a request for access',
  'access-consultations/list': 'Saw in a list what an agency was asked about a request for access',
  'exports/view': 'Opened an export',
  'exports/list': 'Saw an export in a list',
  'exports/file': 'Asked for the file of an export',
  'exports/started': 'Began to download an export',
  'exports/rows': 'Was sent the child in an export',
  'exports/ended': 'Ended the download of an export',
  'imports/ssda903': 'Read in a return that names the child',
  'imports/cin-census': 'Read in a census that names the child',
  'drafts/view': 'Opened an unfinished form',
  'unusual-looking/list': 'Had the report of unusual looking made',
  'unusual-looking/review': 'Reviewed a line of the report of unusual looking',
};

/** An act that the audit keeps, in words: what was looked at, or which command was given. */
export function actionWords(action: string): string {
  const known = reading[action];
  if (known) return known;
  const [topic = '', verb = ''] = action.split('/');
  return `Gave the command “${commandLabels[action] ?? labelOf(verb || topic)}”`;
}

/** Topics of which one record is about one child: who opens one of them chose that child. */
const aboutOneChild = [
  'children',
  'child-cases',
  'plan-actions',
  'plan-copies',
  'information-requests',
  'challenges',
  'notices',
  'missing-episodes',
  'referral-proposals',
  'history',
];
const chosen = [
  'view',
  'assessment-form',
  'explanations',
  'chronology',
  'outcomes',
  'plan',
  'possible-matches',
  'looks',
];

/** Whether an act opened one child’s record by choice, rather than a list, a message or an agenda that happened to show it. */
export function isOpening(action: string): boolean {
  const [topic = '', verb = ''] = action.split('/');
  return aboutOneChild.includes(topic) && chosen.includes(verb);
}
