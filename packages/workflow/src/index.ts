export * from './access-consultations/standing.js';
export * from './access-requests/bundle.js';
export * from './access-requests/exemptions.js';
export * from './access-requests/standing.js';
export * from './agencies/standing.js';
export { agencies } from './agencies/topic.js';
export { chairShown } from './agenda-items/chair-for.js';
export * from './agenda-items/change-item.js';
export { type CorrectItemEntryPayload, firstOfEntry } from './agenda-items/correct-entry.js';
export { type FixedByDecision, fixedWords } from './agenda-items/decision-words.js';
export * from './agenda-items/found-connections.js';
export * from './agenda-items/item-name.js';
export * from './agenda-items/standing.js';
export * from './agenda-items/subject.js';
export { type AgreementLine, agreementOf, type RatedPair, type Rating } from './agreement/agreement-of.js';
export * from './audit-actions/standing.js';
export * from './break-glass/standing.js';
export { breakGlass } from './break-glass/topic.js';
export * from './case-audits/standing.js';
export { type AuditSummary, auditSummary } from './case-audits/summary.js';
export * from './challenges/standing.js';
export * from './child-cases/index.js';
export * from './children/about.js';
export * from './children/carers.js';
export type { IdentifyPayload } from './children/identifying.js';
export { type DecideMergePayload, type JoinPayload, ownTerms } from './children/joining.js';
export type { MoveCasePayload } from './children/moving.js';
export type {
  RecordSocialCareReferralPayload,
  SocialCareAssessment,
} from './children/social-care-referral.js';
export * from './children/standing.js';
export type { UnderChild } from './children/under-child.js';
export { ageOn, birthdayAt } from './clocks/age.js';
export { dateOf, epochDay } from './clocks/calendar.js';
export { distanceWords } from './clocks/distance-words.js';
export { dueAt, ruleDueAt } from './clocks/due.js';
export { type ExtendClockPayload, extendableTo, extensionWords } from './clocks/extending.js';
export { publishedHolidays, refreshHolidays } from './clocks/published-holidays.js';
export { endOfLocalDay, instantAt, instantMs, instantOf, localDate } from './clocks/time-zone.js';
export { type CountedClock, countedBy, isProvisionalDue, whyDue } from './clocks/why-due.js';
export * from './clocks/working-days.js';
export * from './clusters/proposal-rule.js';
export * from './clusters/standing.js';
export * from './decide.js';
export { derivedId } from './derived-id.js';
export { drawSample } from './dip-samples/draw.js';
export * from './dip-samples/standing.js';
export { childGoing, holdsOn, keptOf, keptOfCase, kindsUnderChild } from './disposals/rules.js';
export * from './disposals/standing.js';
export * from './disruption-measures/cawn.js';
export * from './disruption-measures/length-by-law.js';
export * from './disruption-measures/measure-codes.js';
export * from './disruption-measures/measure-table.js';
export * from './disruption-measures/payloads.js';
export { measuresFor } from './disruption-measures/rules.js';
export * from './disruption-measures/standing.js';
export { workflowDocs } from './docs/workflow-docs.js';
export * from './duty-rotas/gaps.js';
export * from './duty-rotas/standing.js';
export * from './exports/standing.js';
export type { Leavers } from './grace.js';
export { newsOfEnds } from './identifier-matches/follow-ends.js';
export { movedOn } from './identifier-matches/moved-on.js';
export { ownerOfRecord } from './identifier-matches/owner-of-record.js';
export * from './identifier-matches/standing.js';
export * from './identifiers.js';
export * from './incident-parts/standing.js';
export * from './incident-report/report.js';
export type { Share } from './incident-report/share.js';
export { suppressReport } from './incident-report/suppress.js';
export * from './incident-victims/topic.js';
export * from './incidents/outcome-codes.js';
export { policeOfIncidents } from './incidents/police.js';
export * from './incidents/standing.js';
export * from './information-requests/powers.js';
export * from './information-requests/standing.js';
export { type AdoptedChange, withInstrumentChanges } from './instrument-changes/adopted.js';
export * from './instrument-changes/standing.js';
export * from './intelligence/grading.js';
export { cleared, principalsOfRecipient } from './intelligence/readers.js';
export * from './intelligence/standing.js';
export * from './intelligence-requirements/standing.js';
export { commandLabels, labelOf } from './labels.js';
export { checkLanguage, type LanguageFinding, type LanguageOptions } from './language/check-language.js';
export { findTerm, type Lexicon, type LexiconTerm, lexiconOn } from './language/lexicon.js';
export { type ContradictionAnswer, contradictionAnswers } from './language/seeming-contradiction.js';
export * from './legal-holds/standing.js';
export { childrenJoined, recordsJoined } from './links/access.js';
export type { DrawLinkPayload } from './links/drawing.js';
export * from './links/ends.js';
export * from './links/kinds.js';
export * from './links/standing.js';
export { clusterNews, type WeighLinkPayload } from './links/weighing.js';
export * from './locations/place-written.js';
export * from './locations/standing.js';
export { actionWords, isOpening } from './looking/action-words.js';
export type { LookedAt, Looker, Looking } from './looking/looked.js';
export { type LookingLine, type LookingRule, lookingRules } from './looking/looking-line.js';
export { daysBetween, periodOf } from './looking/period.js';
export { unusualLooking } from './looking/unusual-looking.js';
export { whyRead } from './looking/why-read.js';
export * from './match-lists/list-profile.js';
export * from './match-lists/standing.js';
export { type MailFault, mailFault } from './messages/mail-fault.js';
export { messageAnswers } from './messages/message-answers.js';
export { messageWords } from './messages/message-words.js';
export type * from './missing-episodes/payloads.js';
export { reportDecisions } from './missing-episodes/payloads.js';
export type { ProposalReason } from './missing-episodes/proposal-rule.js';
export * from './missing-episodes/standing.js';
export { missingEpisodes } from './missing-episodes/topic.js';
export * from './missing-report/report.js';
export { suppressMissing } from './missing-report/suppress.js';
export * from './model.js';
export { monthsBefore } from './months-before.js';
export * from './notices/standing.js';
export { isOpenAt } from './open-at.js';
export { daysTaken } from './panels/planned-dates.js';
export * from './panels/series.js';
export * from './panels/standing.js';
export { figurePeriod } from './partner-figures/period.js';
export * from './partner-figures/standing.js';
export {
  type ComparedFigure,
  comparedFigures,
  type EarlierFigures,
  earlierFigures,
} from './partner-figures/trend.js';
export { permissionMissing } from './permission.js';
export * from './persons/standing.js';
export * from './plan-actions/gaps.js';
export * from './plan-actions/plan-versions.js';
export * from './plan-actions/similar.js';
export * from './plan-actions/standing.js';
export * from './plan-actions/topic.js';
export * from './plan-copies/plain-payloads.js';
export * from './plan-copies/standing.js';
export { planCopies } from './plan-copies/topic.js';
export * from './population-tables/groups.js';
export * from './population-tables/standing.js';
export { populationKeepers } from './population-tables/topic.js';
export { postsAt } from './posts.js';
export * from './practice-themes/topic.js';
export type { PartnersGiven } from './problem-profile/partners.js';
export * from './problem-profile/profile.js';
export * from './problem-profile/readers.js';
export type { FileFault } from './profile/check-document.js';
export { type CheckedProfile, checkProfileFile } from './profile/check-profile-file.js';
export { extendableClockIds, fixedClockIds, gradedClockIds } from './profile/clock-rule.js';
export {
  compareProfiles,
  type ProfileDifference,
  profileValueWords,
} from './profile/compare-profiles.js';
export { type Grade, grades } from './profile/grade.js';
export * from './profile/profile.js';
export { type DecidedProfile, profileOn } from './profile/profile-on.js';
export { findShippedProfile, shippedProfiles } from './profile/shipped-profiles.js';
export { validateProfile } from './profile/validate-profile.js';
export type { ProfileChangeStanding, ProposeProfileChangePayload } from './profile-changes/standing.js';
export { legalOrdersOf } from './protections/legal-orders.js';
export * from './protections/standing.js';
export * from './quality-activities/topic.js';
export * from './quality-standards/topic.js';
export { queueOf } from './queue-lines.js';
export { classesRead, readersJoined, readersOf } from './readers.js';
export { readReference } from './reference.js';
export * from './referral-proposals/topic.js';
export type { EntryStanding, Said } from './registers/shape.js';
export { feedbackTally, type TallyLine, trainingTally } from './registers/tally.js';
export { type ReachedStage, reachedStages, reminderAt } from './reminders/reached-stages.js';
export { remindedOf, reminderKind } from './reminders/reminded.js';
export { invitationMessages, isUrgentMessage } from './reminders/urgent.js';
export { factsOfCase, factsOfChild } from './retention/facts-of.js';
export { isPastKeeping, type Kept, type KeptBy, keptUntil } from './retention/kept-until.js';
export * from './retention/retention-rule.js';
export * from './return-interviews/standing.js';
export { readsInterviews, returnInterviews } from './return-interviews/topic.js';
export * from './risk/answers.js';
export { type AssessmentResult, assess } from './risk/assess.js';
export { type CheckedFile, checkInstrumentFile } from './risk/check-instrument-file.js';
export { type ComparedItem, compareAssessments } from './risk/compare-assessments.js';
export type { ExplanationNode } from './risk/explanation.js';
export * from './risk/instrument.js';
export { instrumentSchema } from './risk/instrument-schema.js';
export * from './risk/instruments-in-force.js';
export { readAnswersFile } from './risk/read-answers-file.js';
export { explanationText, recomputeAssessment, type WrittenAssessment } from './risk/recompute.js';
export * from './risk/screen.js';
export { shippedInstruments } from './risk/shipped-instruments.js';
export * from './risk/suggest.js';
export { validateAnswers } from './risk/validate-answers.js';
export { validateInstrument } from './risk/validate-instrument.js';
export {
  caseRoles,
  clockPrincipal,
  clockPrincipals,
  everyone,
  partnerRoles,
  principalsOf,
  type Role,
  roleNames,
  roles,
} from './roles.js';
export { type CountingRules, countingRules, measuresIn } from './scorecards/area-rules.js';
export { type Population, populationFor } from './scorecards/cohort-risk.js';
export { type ComparedKnown, comparedWords } from './scorecards/compared-known.js';
export {
  type Counted,
  type Measure,
  type ScorecardId,
  scorecardIds,
} from './scorecards/measure.js';
export {
  figuresForPapers,
  figuresInPapers,
  monthsForPapers,
  type PaperFigures,
} from './scorecards/pack-figures.js';
export {
  findMeasure,
  scorecardNames,
  scorecardRegistry,
} from './scorecards/registry.js';
export type { RelativeRisk } from './scorecards/relative-risk.js';
export * from './scorecards/scorecard.js';
export { suppressScorecard } from './scorecards/suppress.js';
export * from './service-episodes/standing.js';
export * from './service-feedback/topic.js';
export { addingCommands, ownCommands, shownOf, shownVersion } from './shown-version.js';
export { phasesBeforeOwner, type SilentLack, silentLacks } from './silence.js';
export {
  type AmendMinutesPayload,
  amendmentKind,
  amendmentsIn,
  amendmentWords,
  type MinutesAmendment,
} from './sittings/amend-minutes.js';
export * from './sittings/candidate-lists.js';
export * from './sittings/candidates.js';
export { isFoundWorking } from './sittings/child-candidates.js';
export { composeItem } from './sittings/compose-item.js';
export type { CorrectAttendancePayload } from './sittings/correct-attendance.js';
export * from './sittings/gate.js';
export { keptSections } from './sittings/kept-sections.js';
export {
  doubtsOfPart,
  type MinutesPart,
  minutesPartKind,
  partsOfMinutes,
} from './sittings/minutes-part.js';
export * from './sittings/planned-agenda.js';
export * from './sittings/propose-order.js';
export { quorumNeeded } from './sittings/quorum-words.js';
export { type Recall, recalledCopies } from './sittings/recall.js';
export * from './sittings/standing.js';
export { stepLabels } from './state-labels.js';
export { initialState, stateWords } from './step.js';
export { storedVersion } from './stored-version.js';
export { seenBy } from './strand-cases/access.js';
export {
  type StrandChairsAction,
  strandChairsActions,
  type TakeStrandActionPayload,
} from './strand-cases/chairs-action.js';
export * from './strand-cases/codes.js';
export * from './strand-cases/payloads.js';
export { type ExplainedPriority, priorityOf } from './strand-cases/priority.js';
export { regionsOfStrand } from './strand-cases/rules.js';
export * from './strand-cases/source.js';
export {
  type Basis,
  isChildOn,
  printedBases,
  type StrandCaseStanding,
  type StrandCounts,
} from './strand-cases/standing.js';
export { locationStrand, personStrand, type Strand, strands } from './strand-cases/strand.js';
export type { MergePayload as StrandMergePayload } from './strand-records/joining.js';
export { adultOnHeld, type StrandRecordStanding, termsOfRecord } from './strand-records/standing.js';
export { accessEvent, type CommandDefinition, type PolicyRow, type Topic } from './topic.js';
export {
  commandNames,
  commandsOfPeople,
  type DueCommand,
  dueCommands,
  topicNamed,
  topicOf,
  topics,
} from './topics.js';
export * from './training-sessions/topic.js';
export * from './users/standing.js';
export * from './users/take-over.js';
export { users } from './users/topic.js';
export { restoration, withdrawal, wrongRows } from './wrong-rows.js';
