export { consultationAnswers } from './access-consultations/standing.js';
export { issuedText, redacted } from './access-requests/bundle.js';
export { exemptions, exemptionsOn } from './access-requests/exemptions.js';
export {
  extensionGrounds,
  identityChecks,
  itemDecisions,
  refusalGrounds,
  requesterAnswers,
  requesterKinds,
} from './access-requests/standing.js';
export { agencyKinds } from './agencies/standing.js';
export { attendeesNamed } from './agenda-items/change-item.js';
export { type ConnectionSign, connectionSigns } from './agenda-items/found-connections.js';
export { type PanelDecision, panelDecisions } from './agenda-items/standing.js';
export { auditActionEndings, proofAnswers } from './audit-actions/standing.js';
export { reviewFindings } from './break-glass/standing.js';
export {
  type AuditGrade,
  type AuditPart,
  auditGrades,
  auditParts,
  auditPartWords,
  moderations,
  practiceThemes,
} from './case-audits/standing.js';
export { challengeAnswers, challengeEndings, challengeThemes } from './challenges/standing.js';
export { clocksFromBirth, type PathwayDecision, pathwayDecisions } from './child-cases/adulthood.js';
export {
  conferenceOutcomes,
  contactKinds,
  feedbackSubjects,
  protectionCategories,
  resumeReasons,
  section47Outcomes,
  suspensionReasons,
} from './child-cases/casework-payloads.js';
export { type CautionParty, cautionParties } from './child-cases/cautions.js';
export { chairsActions } from './child-cases/chairs-action.js';
export { type ChronologyGroup, chronologyGroups } from './child-cases/chronology-groups.js';
export { ratingOccasions } from './child-cases/outcomes.js';
export {
  type ClosureReason,
  type Concern,
  closureReasons,
  concerns,
  dissenters,
  questionedTexts,
  strategyOutcomes,
  viewHolders,
} from './child-cases/payloads.js';
export { exchangeDirections, hostingParts } from './child-cases/placement-area.js';
export { singleAssessmentSteps } from './child-cases/record-single-assessment.js';
export { transferAnswers } from './child-cases/transfer.js';
export { type TriageOutcome, triageOutcomes } from './child-cases/triage-payloads.js';
export { aboutMeFields, type StatusLine, statusLineNames, statusLines } from './children/about.js';
export { contactWays, mostContactDetails, safeContacts } from './children/carers.js';
export { distanceWords } from './clocks/distance-words.js';
export { discussionOutcomes, discussionOutcomeWords } from './clusters/standing.js';
export {
  greatestSeed,
  mostSampled,
  type SampleCriteria,
  sampleBases,
  sampledGrades,
} from './dip-samples/standing.js';
export { disposalBases } from './disposals/standing.js';
export { type RotaRole, rotaFits, rotaHours, rotaRoles } from './duty-rotas/standing.js';
export { datedExports, exportKinds, exportLists, mostReviewed } from './exports/standing.js';
export { matchDecisions } from './identifier-matches/standing.js';
export { identifierKindCodes, identifierKinds, identifierWords } from './identifiers/identifier.js';
export { platformCodes, platforms } from './identifiers/social-handle.js';
export { forceKey, outcomeGroups } from './incidents/outcome-codes.js';
export { incidentKinds, partiesKept } from './incidents/standing.js';
export { sharingPowerCodes, sharingPowers } from './information-requests/powers.js';
export { informationAnswers } from './information-requests/standing.js';
export {
  gradeWords,
  handlingCodes,
  handlingConditions,
  type IntelligenceGrade,
  informationGrades,
  isCovert,
  sourceGrades,
} from './intelligence/grading.js';
export {
  exposureRisks,
  perhaps,
  reportParts,
  reviewOutcomes,
  waysOfKnowing,
} from './intelligence/standing.js';
export { answerSources, requirementAnswers } from './intelligence-requirements/standing.js';
export { commandLabels, labelOf } from './labels.js';
export { findTerm, lexicons } from './language/lexicon.js';
export { contradictionAnswers } from './language/seeming-contradiction.js';
export { holdReasons, holdScopes, holdThemes } from './legal-holds/standing.js';
export { type LinkedIdentifier, type LinkedKind, linkedIdentifiers, linkedKinds } from './links/ends.js';
export { type LinkKind, linkKindCodes, linkKinds, recordedLinkKinds } from './links/kinds.js';
export { type LinkAnswer, linkAnswers, linkAnswerWords, linkReviews, linkSources } from './links/standing.js';
export { listWords } from './list-words.js';
export {
  type LocationKind,
  locationKinds,
  locationLevers,
  preventions,
} from './locations/standing.js';
export { type MailFault, mailFault } from './messages/mail-fault.js';
export { messageWords } from './messages/message-words.js';
export { interviewOutcomeWords } from './missing-episodes/outcome-words.js';
export {
  absenceKinds,
  type InterviewOutcome,
  interviewOutcomes,
  missingFrom,
  notOfferedReasons,
  policeLevels,
  triggerPlans,
} from './missing-episodes/standing.js';
export {
  firstResponders,
  guardianServices,
  type NoticeKind,
  noticeAnswers,
  noticeKinds,
  noticeLabels,
} from './notices/standing.js';
export { seriesDays, seriesPlaces, seriesSteps } from './panels/series.js';
export { memberParts, type PanelKind, panelKinds } from './panels/standing.js';
export { periodWords } from './partner-figures/period.js';
export { type TargetWay, targetWays } from './partner-figures/standing.js';
export {
  officerDefinedEthnicities,
  personSexes,
  selfDefinedEthnicities,
  trusts,
} from './persons/standing.js';
export { actionEndings, actionKinds } from './plan-actions/standing.js';
export { themeSources } from './practice-themes/topic.js';
export { type Grade, grades } from './profile/grade.js';
export { englandProfile, type Profile } from './profile/profile.js';
export { activityKinds } from './quality-activities/topic.js';
export { standardRatings, standardRatingWords } from './quality-standards/topic.js';
export {
  type FindingHeading,
  findingCodes,
  findingHeadings,
  offerEndings,
  ownRatings,
} from './return-interviews/standing.js';
export { type ScreeningStep, screeningSteps } from './risk/screen.js';
export { type Role, roleNames, roles } from './roles.js';
export { scorecardNames } from './scorecards/registry.js';
export { type ServiceOutcome, serviceOutcomes } from './service-episodes/standing.js';
export { feedbackGivers, feedbackSays, feedbackThemes, feedbackWays } from './service-feedback/topic.js';
export {
  type CandidateList,
  candidateListLabels,
  candidateLists,
  sectionHears,
} from './sittings/candidate-lists.js';
export { attendanceKinds } from './sittings/standing.js';
export { stateLabels, stepLabels } from './state-labels.js';
export { strandChairsActions } from './strand-cases/chairs-action.js';
export * from './strand-cases/codes.js';
export { strandTitles } from './strand-cases/labels.js';
export { trainedTrades, trainingAudiences } from './training-sessions/topic.js';
export { absenceReasons } from './users/standing.js';
