import type { ContentClass, RecordKind, Role } from '@mase/workflow';

/** Who may look at an address, as the rules of practice say it; the policies of the topics say it of commands. */
export type RouteRight =
  /** A view of one record: for whoever reads any class of it; refused in words to whoever does not read the class named. */
  | { views: RecordKind; reads?: ContentClass }
  /** A view of any record. */
  | { viewsAny: true; reads: ContentClass }
  /** For these roles alone, whatever it is asked of. */
  | { roles: readonly Role[]; query?: string }
  /** It needs no policy of its own: why. */
  | { free: string };

const overseers: readonly Role[] = ['auditor', 'information-governance', 'caldicott-guardian'];
const registrars: readonly Role[] = ['coordinator', 'triage-social-worker', 'triage-officer'];
const administrator: readonly Role[] = ['administrator'];

const missingReaders: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'police-desk'] as const),
  ...(['interviewer', 'manager'] as const),
];
const scorecardReaders: readonly Role[] = [
  ...(['coordinator', 'chair', 'deputy-chair', 'senior', 'auditor', 'manager'] as const),
];
const incidentReaders: Role[] = [
  'coordinator',
  'chair',
  'deputy-chair',
  'senior',
  'auditor',
  'police-desk',
  'intelligence-officer',
  'intelligence-supervisor',
];
const lines =
  'A list of what the reader sees: row level security keeps the rest; the canary tests look at its lines.';
const own = 'The reader’s own.';
const beforeSignIn =
  'Asked before anybody is signed in, or by whoever signs in; it shows nothing of a record.';

/** Every address of the description that is no command, and who may ask it. A missing line fails the build. */
export const routeRights: { [route: string]: RouteRight } = {
  'GET /api/v1/child-cases/{id}': { views: 'childCase' },
  'GET /api/v1/child-cases/{id}/assessment-form': { views: 'childCase', reads: 'case' },
  'GET /api/v1/child-cases/{id}/explanations': { views: 'childCase', reads: 'case' },
  'GET /api/v1/child-cases/{id}/chronology': { views: 'childCase' },
  'GET /api/v1/child-cases/{id}/plan': {
    free: 'For whoever reads a part of the plan: its own tests say who (plan.test.ts).',
  },
  'GET /api/v1/child-cases/{id}/outcomes': { views: 'childCase', reads: 'case' },
  'GET /api/v1/child-cases/{id}/journey': {
    free: 'For whoever reads more of the case than that it was received: its own tests say who (journeys.test.ts).',
  },
  'GET /api/v1/child-cases/{id}/peer-review': {
    free: 'For information governance, the Caldicott guardian and auditors: its own tests say so (journeys.test.ts).',
  },
  'GET /api/v1/child-cases/{id}/possible-matches': { views: 'childCase' },
  'GET /api/v1/children/{id}': { views: 'child' },
  'GET /api/v1/plan-copies/{id}': { views: 'planCopy' },
  'GET /api/v1/plan-copies/{id}/document': {
    free: 'For those who read a copy in plain words: its own tests say who (plain-plan.test.ts).',
  },
  'GET /api/v1/plan-actions/{id}': { views: 'planAction' },
  'GET /api/v1/information-requests/{id}': { views: 'informationRequest' },
  'GET /api/v1/challenges/{id}': { views: 'challenge' },
  'GET /api/v1/notices/{id}': { views: 'notice' },
  'GET /api/v1/service-episodes/{id}': { views: 'serviceEpisode' },
  'GET /api/v1/information-requests': { free: lines },
  'GET /api/v1/challenges': { free: lines },
  'GET /api/v1/notices': { free: lines },
  'GET /api/v1/locations/picture': { free: lines },
  'GET /api/v1/service-episodes': { free: lines },
  'GET /api/v1/intelligence': { free: lines },
  'GET /api/v1/intelligence/{id}': { views: 'intelligence' },
  'GET /api/v1/intelligence-requirements': { free: lines },
  'GET /api/v1/intelligence-requirements/{id}': { views: 'intelligenceRequirement' },
  'GET /api/v1/links': { free: lines },
  'GET /api/v1/links/{id}': { views: 'link' },
  'POST /api/v1/links/neighbours': { free: lines },
  'GET /api/v1/links/shared': { free: lines },
  'GET /api/v1/clusters': { free: lines },
  'GET /api/v1/clusters/{id}': { views: 'cluster' },
  'GET /api/v1/identifier-matches': { free: lines },
  'GET /api/v1/identifier-matches/{id}': { views: 'identifierMatch' },
  'GET /api/v1/sharing-ledger': { free: lines },
  'GET /api/v1/missing-episodes/{id}': { views: 'missingEpisode' },
  'GET /api/v1/incident-report': { roles: incidentReaders, query: '?from=2026-01-01&to=2026-12-31' },
  'GET /api/v1/incident-report.csv': { roles: incidentReaders, query: '?from=2026-01-01&to=2026-12-31' },
  'GET /api/v1/partner-figures': { free: lines },
  'GET /api/v1/partner-figures/{id}': { views: 'partnerFigures' },
  'GET /api/v1/scorecard/measures': { free: 'The registry of measures: it shows nothing of a record.' },
  'GET /api/v1/scorecard': {
    roles: scorecardReaders,
    query: '?scorecard=children&from=2026-01-01&to=2026-12-31',
  },
  'GET /api/v1/scorecard.csv': {
    roles: scorecardReaders,
    query: '?scorecard=children&from=2026-01-01&to=2026-12-31',
  },
  'GET /api/v1/scorecard/records': {
    roles: scorecardReaders,
    query: '?scorecard=children&figure=contacts&from=2026-01-01&to=2026-12-31',
  },
  'GET /api/v1/problem-profile': { roles: incidentReaders, query: '?year=2025' },
  'GET /api/v1/problem-profile/document': { roles: incidentReaders, query: '?year=2025&format=html' },
  'GET /api/v1/missing-report': { roles: missingReaders, query: '?from=2026-01-01&to=2026-12-31' },
  'GET /api/v1/missing-report.csv': { roles: missingReaders, query: '?from=2026-01-01&to=2026-12-31' },
  'GET /api/v1/incidents/{id}': { views: 'incident' },
  'GET /api/v1/incidents': { free: lines },
  'GET /api/v1/incident-parts/{id}': { views: 'incidentPart' },
  'GET /api/v1/incident-parts': { free: lines },
  'GET /api/v1/incident-victims/{id}': { views: 'incidentVictim' },
  'GET /api/v1/incident-victims': { free: lines },
  'GET /api/v1/return-interviews/{id}': { views: 'returnInterview' },
  'GET /api/v1/referral-proposals/{id}': { views: 'referralProposal' },
  'GET /api/v1/agenda-items/{id}': { views: 'agendaItem' },
  'GET /api/v1/panels': { free: lines },
  'GET /api/v1/panels/{id}': { views: 'panel' },
  'GET /api/v1/panels/{id}/series': { views: 'panel' },
  'GET /api/v1/sittings/{id}/invitation.ics': { views: 'sitting' },
  'GET /api/v1/sittings.ics': { free: lines },
  'GET /api/v1/sittings/{id}': { views: 'sitting' },
  'GET /api/v1/sittings/{id}/proposals': { views: 'sitting' },
  'GET /api/v1/sittings/{id}/connections': {
    free: 'For the chairs alone: its own tests say so (connections.test.ts).',
  },
  'GET /api/v1/sittings/{id}/copies': { views: 'sitting' },
  'GET /api/v1/sittings/{id}/action-log': { views: 'sitting' },
  'GET /api/v1/sittings/{id}/action-log.csv': { views: 'sitting' },
  'GET /api/v1/sittings/{id}/pack': { views: 'sitting' },
  'GET /api/v1/users/{id}': { views: 'user' },
  'GET /api/v1/agencies/{id}': { views: 'agency' },
  'GET /api/v1/disposals/{id}': { views: 'disposal' },
  'GET /api/v1/disposals/{id}/certificate': { views: 'disposal' },
  'GET /api/v1/legal-holds/{id}': { views: 'legalHold' },
  'GET /api/v1/disruption-measures/{id}': { views: 'disruptionMeasure' },
  'GET /api/v1/protections/{id}': { views: 'protection' },
  'GET /api/v1/access-requests/{id}': { views: 'accessRequest' },
  'GET /api/v1/access-requests/{id}/bundle': { views: 'accessRequest' },
  'GET /api/v1/access-requests/{id}/response': {
    free: 'Only once it is decided: its own tests say who asks (access-requests.test.ts).',
  },
  'GET /api/v1/access-consultations/{id}': { views: 'accessConsultation' },
  'GET /api/v1/exports/{id}': { views: 'export' },
  'GET /api/v1/exports/{id}/file': {
    free: 'For whoever asked for it, once: its own tests say so (exports.test.ts).',
  },
  'GET /api/v1/person-cases': { free: lines },
  'GET /api/v1/person-cases/{id}': { views: 'personCase' },
  'GET /api/v1/location-cases': { free: lines },
  'GET /api/v1/location-cases/{id}': { views: 'locationCase' },
  'GET /api/v1/persons/{id}': { views: 'person' },
  'GET /api/v1/persons/{id}/possible-matches': { views: 'person' },
  'POST /api/v1/persons/search': { free: lines },
  'GET /api/v1/locations/{id}': { views: 'location' },
  'GET /api/v1/locations/{id}/possible-matches': { views: 'location' },
  'POST /api/v1/locations/search': { free: lines },
  'GET /api/v1/exports': { free: lines },
  'GET /api/v1/access-requests': { free: lines },
  'GET /api/v1/access-consultations': { free: lines },
  'GET /api/v1/disposals/due-for-review': { roles: overseers },
  'GET /api/v1/disposals': { free: lines },
  'GET /api/v1/legal-holds': { free: lines },
  'GET /api/v1/disruption-measures': { free: lines },
  'GET /api/v1/disruption-measures/tried': { free: lines },
  'GET /api/v1/disruption-measures/licensing': { free: lines },
  'GET /api/v1/disruption-measures/form': { free: lines },
  'GET /api/v1/disruption-measures/cawn': {
    free: 'Of a child whom the reader sees: its own test says who (measures.test.ts).',
  },
  'GET /api/v1/history/{id}': { viewsAny: true, reads: 'case' },
  'GET /api/v1/users/{id}/sessions': { roles: administrator },
  'DELETE /api/v1/users/{id}/sessions': { roles: administrator },
  'DELETE /api/v1/users/{id}/identities/{identity}': { roles: administrator },
  'POST /api/v1/imports/ssda903': { roles: registrars },
  'POST /api/v1/imports/cin-census': { roles: registrars },
  ...Object.fromEntries(
    ['incidents', 'persons', 'locations'].map((kind) => [
      `POST /api/v1/imports/${kind}`,
      { roles: ['police-desk', 'intelligence-officer', 'intelligence-supervisor'] as Role[] },
    ]),
  ),
  'GET /api/v1/match-lists': { free: lines },
  'POST /api/v1/match-lists': {
    roles: ['police-desk', 'intelligence-officer', 'intelligence-supervisor', 'coordinator'],
  },
  'POST /api/v1/imports/intelligence': { roles: ['intelligence-officer', 'intelligence-supervisor'] },
  'GET /api/v1/instrument-changes': { free: lines },
  'GET /api/v1/instrument-changes/{id}': { views: 'instrumentChange' },
  'GET /api/v1/profile-changes': { free: lines },
  'GET /api/v1/profile-changes/{id}': { views: 'profileChange' },
  'GET /api/v1/profiles': { free: 'Rules of an area; nobody is shown.' },
  'GET /api/v1/profiles/{name}': { free: 'The rules of an area; nobody is shown.' },
  'GET /api/v1/profile-comparison': { free: 'Rules of an area; nobody is shown.' },
  'GET /api/v1/profile-words': { free: 'What an area calls its grades and clocks; nobody is shown.' },
  'GET /api/v1/instruments': { free: 'Tools and their dates; nobody is shown.' },
  'GET /api/v1/instruments/in-force': { free: 'Tools and their questions; nobody is shown.' },
  'POST /api/v1/child-cases/{id}/suggestion': {
    free: 'For whoever may assess or screen: its own tests say so (suggestion.test.ts).',
  },
  'GET /api/v1/language/by-team': {
    roles: ['coordinator', 'chair', 'deputy-chair', 'auditor'],
    query: '?from=2026-11-01&to=2026-11-30',
  },
  'GET /api/v1/agreement': {
    roles: ['auditor', 'senior', 'coordinator', 'information-governance', 'caldicott-guardian'],
    query: '?from=2026-11-01&to=2026-11-30',
  },
  'GET /api/v1/judgement-lists': {
    roles: ['chair', 'deputy-chair', 'auditor', 'senior'],
    query: '?list=below-floor&from=2026-11-01&to=2026-11-30',
  },
  'GET /api/v1/judgement-lists.csv': {
    roles: ['chair', 'deputy-chair', 'auditor', 'senior'],
    query: '?list=below-floor&from=2026-11-01&to=2026-11-30',
  },
  'GET /api/v1/unusual-looking': { roles: overseers, query: '?from=2026-11-01&to=2026-11-02' },
  'GET /api/v1/unusual-looking.csv': { roles: overseers, query: '?from=2026-11-01&to=2026-11-02' },
  'POST /api/v1/unusual-looking/review': { roles: overseers },
  'GET /api/v1/break-glass/{id}': { views: 'breakGlass' },
  'GET /api/v1/duty-rotas/{id}': { views: 'dutyRota' },
  'GET /api/v1/break-glass': { free: lines },
  'GET /api/v1/duty-rotas': { free: lines },
  'GET /api/v1/child-cases': { free: lines },
  'GET /api/v1/children/{id}/possible-matches': { views: 'child' },
  'GET /api/v1/child-cases/{id}/carriers': { views: 'childCase' },
  'GET /api/v1/children/{id}/carriers': { views: 'child' },
  'GET /api/v1/children': { free: lines },
  'POST /api/v1/children/search': { free: lines },
  'POST /api/v1/search': { free: lines },
  'GET /api/v1/plan-actions': { free: lines },
  'GET /api/v1/child-cases/triage-session': {
    roles: [
      ...(['triage-social-worker', 'triage-officer', 'manager', 'duty-manager', 'senior'] as const),
      ...(['chair', 'deputy-chair', 'auditor'] as const),
    ],
  },
  'GET /api/v1/plan-actions/similar': {
    roles: ['coordinator', 'chair', 'deputy-chair', 'senior', 'manager'],
  },
  'GET /api/v1/missing-episodes': { free: lines },
  'GET /api/v1/missing-episodes/now': { free: lines },
  'GET /api/v1/return-interviews': { free: lines },
  'GET /api/v1/referral-proposals': { free: lines },
  'GET /api/v1/sittings': { free: lines },
  'GET /api/v1/users': { free: lines },
  'GET /api/v1/agencies': { free: lines },
  'GET /api/v1/work-queue': { free: lines },
  'GET /api/v1/messages': { free: lines },
  'GET /api/v1/messages/{id}': { free: own },
  'GET /api/v1/messages/preference': { free: own },
  'PUT /api/v1/messages/preference': { free: own },
  'GET /api/v1/letters': { roles: administrator },
  'POST /api/v1/letters/{id}/send-again': { roles: administrator },
  'POST /api/v1/letters/{id}/give-up': { roles: administrator },
  'GET /api/v1/who-knew/{id}': {
    free: 'For those who answer for a record or look over it: its own tests say who (told.test.ts).',
  },
  'POST /api/v1/language/check': { free: 'A text of the person’s own; nothing of a record is shown.' },
  'GET /api/v1/me': { free: own },
  'GET /api/v1/drafts/{form}/{record}': { free: own },
  'PUT /api/v1/drafts/{form}/{record}': { free: own },
  'DELETE /api/v1/drafts/{form}/{record}': { free: own },
  'GET /api/v1/sessions': { free: own },
  'DELETE /api/v1/sessions': { free: own },
  'DELETE /api/v1/sessions/current': { free: own },
  'DELETE /api/v1/sessions/{id}': { free: own },
  'GET /api/v1/demonstration-users': { free: beforeSignIn },
  'POST /api/v1/sessions': { free: beforeSignIn },
  'GET /api/v1/sign-in': { free: beforeSignIn },
  'POST /api/v1/sign-in/begin': { free: beforeSignIn },
  'POST /api/v1/sign-in/code': { free: beforeSignIn },
  'POST /api/v1/sign-in/complete': { free: beforeSignIn },
  'POST /api/v1/sign-in/enrolment': { free: beforeSignIn },
  'POST /api/v1/sign-in/from-code': { free: beforeSignIn },
  'POST /api/v1/sign-in/hand-over': { free: beforeSignIn },
  'POST /api/v1/sign-in/password': { free: beforeSignIn },
  'POST /api/v1/sign-in/signed-out': { free: beforeSignIn },
  'GET /api/v1/children/{id}/looks': {
    free: 'The looks of a child: its own tests say who asks (looks.test.ts).',
  },
  'GET /api/v1/children/{id}/looks.csv': { free: 'As the looks of a child.' },
};
