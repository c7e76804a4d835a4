import { accessConsultations } from './access-consultations/topic.js';
import { accessRequests } from './access-requests/topic.js';
import { agencies } from './agencies/topic.js';
import { agendaItems } from './agenda-items/topic.js';
import { auditActions } from './audit-actions/topic.js';
import { breakGlass } from './break-glass/topic.js';
import { caseAudits } from './case-audits/topic.js';
import { challenges } from './challenges/topic.js';
import { childCases } from './child-cases/topic.js';
import { children } from './children/topic.js';
import { clusters } from './clusters/topic.js';
import { dipSamples } from './dip-samples/topic.js';
import { disposals } from './disposals/topic.js';
import { disruptionMeasures } from './disruption-measures/topic.js';
import { dutyRotas } from './duty-rotas/topic.js';
import { exportsOfBooks } from './exports/topic.js';
import { identifierMatches } from './identifier-matches/topic.js';
import { incidentPartTopic } from './incident-parts/topic.js';
import { incidentVictims } from './incident-victims/topic.js';
import { incidents } from './incidents/topic.js';
import { informationRequests } from './information-requests/topic.js';
import { instrumentChanges } from './instrument-changes/topic.js';
import { intelligence } from './intelligence/topic.js';
import { intelligenceRequirements } from './intelligence-requirements/topic.js';
import { legalHolds } from './legal-holds/topic.js';
import { links } from './links/topic.js';
import { locationCases } from './location-cases/topic.js';
import { locations } from './locations/topic.js';
import { matchLists } from './match-lists/topic.js';
import { missingEpisodes } from './missing-episodes/topic.js';
import type { RecordKind } from './model.js';
import { notices } from './notices/topic.js';
import { panels } from './panels/topic.js';
import { partnerFigures } from './partner-figures/topic.js';
import { personCases } from './person-cases/topic.js';
import { persons } from './persons/topic.js';
import { planActions } from './plan-actions/topic.js';
import { planCopies } from './plan-copies/topic.js';
import { populationTables } from './population-tables/topic.js';
import { practiceThemeRegister } from './practice-themes/topic.js';
import { profileChanges } from './profile-changes/topic.js';
import { protections } from './protections/topic.js';
import { qualityActivities } from './quality-activities/topic.js';
import { qualityStandards } from './quality-standards/topic.js';
import { referralProposals } from './referral-proposals/topic.js';
import { returnInterviews } from './return-interviews/topic.js';
import { serviceEpisodes } from './service-episodes/topic.js';
import { serviceFeedback } from './service-feedback/topic.js';
import { sittings } from './sittings/topic.js';
import type { Topic } from './topic.js';
import { trainingSessions } from './training-sessions/topic.js';
import { users } from './users/topic.js';

/** Every topic, by hand: a table of contents. */
export const topics: readonly Topic[] = [
  childCases,
  planActions,
  planCopies,
  informationRequests,
  challenges,
  notices,
  serviceEpisodes,
  caseAudits,
  auditActions,
  dipSamples,
  qualityStandards,
  qualityActivities,
  practiceThemeRegister,
  trainingSessions,
  serviceFeedback,
  intelligence,
  intelligenceRequirements,
  identifierMatches,
  matchLists,
  partnerFigures,
  populationTables,
  children,
  disruptionMeasures,
  protections,
  missingEpisodes,
  returnInterviews,
  referralProposals,
  incidents,
  incidentVictims,
  incidentPartTopic,
  personCases,
  persons,
  locationCases,
  locations,
  panels,
  sittings,
  agendaItems,
  users,
  agencies,
  dutyRotas,
  breakGlass,
  disposals,
  instrumentChanges,
  profileChanges,
  legalHolds,
  accessRequests,
  accessConsultations,
  exportsOfBooks,
  links,
  clusters,
];

const byName = new Map(topics.map((topic) => [topic.name, topic]));
const byKind = new Map(topics.map((topic) => [topic.kind, topic]));

/** The topic with this name (`child-cases`). Throws when there is none: a programming error. */
export function topicNamed(name: string): Topic {
  const topic = byName.get(name);
  if (!topic) throw new Error(`No topic is named ${name}`);
  return topic;
}

/** The topic that says what may happen to a record of this kind. */
export function topicOf(kind: RecordKind): Topic {
  const topic = byKind.get(kind);
  if (!topic) throw new Error(`No topic has records of kind ${kind}`);
  return topic;
}

/** A command that a due clock gives: of which rule, on which kind of record. */
export interface DueCommand {
  kind: RecordKind;
  rule: string;
  command: string;
}

/** Every command that the policies open to a due clock. */
export const dueCommands: readonly DueCommand[] = topics.flatMap(({ name, kind, policy }) =>
  policy.flatMap(({ command, clock }) =>
    clock === undefined ? [] : [{ kind, rule: clock, command: `${name}/${command}` }],
  ),
);

/** Every command of every topic as `<topic>/<verb>`. */
export const commandNames: readonly string[] = topics.flatMap((topic) =>
  Object.keys(topic.commands).map((verb) => `${topic.name}/${verb}`),
);

/** The commands that people give: all but those that the policies open to due clocks or the system alone. */
export const commandsOfPeople: readonly string[] = topics.flatMap(({ name, commands, policy }) =>
  Object.keys(commands)
    .filter((verb) => policy.some((row) => row.command === verb && row.clock === undefined && !row.system))
    .map((verb) => `${name}/${verb}`),
);
