import type { Who } from './who.js';

/** The form that leads from a page to what it showed on an earlier day. */
export interface EarlierDay {
  action: string;
  /** Which list is asked for, where it is one. */
  kind: string | null;
  /** Which lines of that list, where not all of them. */
  only: string | null;
}

/** Lists that can be asked as they were, by the page that shows the list of today. */
const lists: Record<string, string> = {
  'child-cases/list': 'childCase',
  'person-cases/list': 'personCase',
  'location-cases/list': 'locationCase',
  'plan-actions/list': 'planAction',
  'referral-proposals/list': 'referralProposal',
  'missing-episodes/now': 'missingEpisode',
  'disruption-measures/list': 'disruptionMeasure',
  'sittings/list': 'sitting',
  'information-requests/list': 'informationRequest',
  'challenges/list': 'challenge',
  'case-audits/list': 'caseAudit',
  'audit-actions/list': 'auditAction',
  'access-requests/list': 'accessRequest',
  'exports/list': 'export',
  'disposals/list': 'disposal',
  'legal-holds/list': 'legalHold',
  'children/list': 'child',
  'incidents/list': 'incident',
  'intelligence/list': 'intelligence',
  'intelligence-requirements/list': 'intelligenceRequirement',
  'links/list': 'link',
  'clusters/list': 'cluster',
  'identifier-matches/list': 'identifierMatch',
  'break-glass/list': 'breakGlass',
  'dip-samples/list': 'dipSample',
  'partner-figures/list': 'partnerFigures',
  'practice-themes/list': 'practiceTheme',
  'quality-activities/list': 'qualityActivity',
  'quality-standards/list': 'qualityStandard',
  'service-feedback/list': 'serviceFeedback',
  'training-sessions/list': 'trainingSession',
  'panels/list': 'panel',
  'population-tables/list': 'populationTable',
  'users/list': 'user',
  'duty-rotas/list': 'dutyRota',
};

/** Lists of what is open now alone: an earlier day is asked for what was open then. */
const ofOpen = new Set(['missing-episodes/now']);

/** Pages of one record, whose address ends in its id, that can be asked as they were. */
const records = new Set([
  ...['child-cases', 'children', 'person-cases', 'persons', 'location-cases', 'locations', 'plan-actions'],
  ...['referral-proposals', 'missing-episodes', 'return-interviews', 'disruption-measures', 'sittings'],
  ...['information-requests', 'challenges', 'case-audits', 'audit-actions', 'notices', 'service-episodes'],
  ...['access-requests', 'exports', 'disposals', 'legal-holds', 'incidents'],
]);

const askers = ['information-governance', 'caldicott-guardian', 'auditor'];

/**
 * Where somebody who looks over what was done asks a page as it was on an earlier day; null for everybody else, and for
 * pages of which the books keep no earlier state. Only an offer: the api decides, by who reads the history.
 */
export function earlierDay(
  pageId: string,
  params: Readonly<Record<string, string>>,
  who: Pick<Who, 'roles'> | null,
): EarlierDay | null {
  if (!who?.roles?.some((role) => askers.includes(role))) return null;
  // Clocks run on records of every kind.
  if (pageId === 'clocks/list') return { action: '/as-it-was', kind: null, only: 'overdue' };
  const kind = lists[pageId];
  if (kind) return { action: '/as-it-was', kind, only: ofOpen.has(pageId) ? 'open' : null };
  const [topic = '', verb] = pageId.split('/');
  if (verb !== 'view' || !records.has(topic) || !params.id) return null;
  return { action: `/records/${encodeURIComponent(params.id)}/as-it-was`, kind: null, only: null };
}
