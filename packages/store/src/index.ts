export * from './access.js';
export { checkBackup } from './backup/check-backup.js';
export { type BackupManifest, BackupRefusedError } from './backup/manifest.js';
export { type RestoreOptions, restoreBackup } from './backup/restore-backup.js';
export { type MadeBackup, writeBackup } from './backup/write-backup.js';
export { type ChangeOutcome, type ChangeRequest, change, later } from './change.js';
export {
  type BulkAsked,
  type BulkGiver,
  type BulkOptions,
  type BulkRequest,
  type BulkResult,
  changeMany,
  resultsFirst,
} from './change-many.js';
export { normalTerm } from './change-rows.js';
export { rowMark } from './command-id.js';
export { type CertificateText, destroyRecord } from './disposal/destroy-record.js';
export { type DisposalCertificate, findCertificate } from './disposal/find-certificate.js';
export { type ClosedCase, type ClosedCursor, findClosedCases } from './disposal/find-closed-cases.js';
export * from './embedded.js';
export * from './entities/index.js';
export { type DisposalText, disposalAction } from './ledger/disposals.js';
export { exportLedger, verifyExport } from './ledger/export-ledger.js';
export type { HistoryFault } from './ledger/history-entry.js';
export * from './ledger/leaf.js';
export { emptyCount, type LedgerCounted, type LedgerFault } from './ledger/ledger-fault.js';
export {
  acceptSetBack,
  type LedgerPlace,
  LedgerUpkeepError,
  rotateSealingKey,
} from './ledger/ledger-upkeep.js';
export {
  faultsOfProof,
  type GrowthProof,
  type InclusionProof,
  proveEntries,
  proveGrowth,
} from './ledger/prove.js';
export { Sealer, type SealerLook } from './ledger/sealer.js';
export { ledgerFiles, makeSealingKey, publicKeysIn, SealingKeyError } from './ledger/sealing-key.js';
export { type AuditFault, verifyAudit } from './ledger/verify-audit.js';
export { type Verified, verifyHistory } from './ledger/verify-history.js';
export { type LedgerProof, verifyLedger } from './ledger/verify-ledger.js';
export { addressMessages } from './mail/address-messages.js';
export { type DeadLetter, findDeadLetters, settleDeadLetter } from './mail/dead-letters.js';
export { findInvited, inviteToSittings } from './mail/invite.js';
export * from './mail/letters.js';
export { openMessage } from './mail/open-message.js';
export * from './mail/preferences.js';
export { remind } from './mail/remind.js';
export { findOwnSequence, findSittingTimes, type SittingTimes } from './mail/wanted-invitations.js';
export { findWhoKnew, findWhoKnewReach, mostTellings } from './mail/who-knew.js';
export { countIncidents } from './measures/incident-figures.js';
export { countMissing } from './measures/missing-figures.js';
export { findFiguresOf, findPartnerFigures, type PartnerFiguresFound } from './measures/partner-figures.js';
export { countProblems } from './measures/problem-figures.js';
export { findSamplePopulation } from './measures/sample-population.js';
export {
  countScorecard,
  type FigureRecord,
  type FiguresAsked,
  findFigureRecords,
  type Known,
  sealedPosition,
} from './measures/scorecard-figures.js';
export { migrate } from './migrate.js';
export { closeAlike } from './operators/close-alike.js';
export { examine } from './operators/examine.js';
export { type Finding, fault, faultsOr, note, well } from './operators/finding.js';
export { ledgerFilesFinding } from './operators/ledger-files-finding.js';
export { findAccountsNamed, type NamedAccount, resetOneTimeCode } from './operators/local-accounts.js';
export type { Mended } from './operators/mend-members.js';
export {
  asOperatorClient,
  type FaultPlace,
  type FoundPlace,
  NotMigratedError,
  recordVerification,
  type VerificationResult,
} from './operators/open-operator.js';
export * from './operators/partnerships.js';
export { tryLogin } from './operators/try-login.js';
export { type MembersOptions, workOutMembers } from './operators/work-out-members.js';
export * from './queries/audit-reading.js';
export * from './queries/audit-sign-in.js';
export { awaitChecks } from './queries/await-checks.js';
export { countClocks } from './queries/count-clocks.js';
export { countSubmitted } from './queries/count-submitted.js';
export * from './queries/credentials.js';
export * from './queries/find-access-sources.js';
export { findAgencyLeads } from './queries/find-agency-leads.js';
export * from './queries/find-anything.js';
export * from './queries/find-as-it-was.js';
export * from './queries/find-assessment-pairs.js';
export * from './queries/find-candidates.js';
export * from './queries/find-carriers.js';
export * from './queries/find-case.js';
export * from './queries/find-cautioned.js';
export * from './queries/find-children.js';
export {
  type ClockCursor,
  type ClockStand,
  type ClocksAsked,
  clockStands,
  findClocks,
  type ListedClock,
} from './queries/find-clocks.js';
export { findDangers, hasDemonstration } from './queries/find-dangers.js';
export { findEntryIds } from './queries/find-entries.js';
export * from './queries/find-export.js';
export { findForBreakGlass } from './queries/find-for-break-glass.js';
export { findHistory, findReadHistories, type HistoryLine, readsHistory } from './queries/find-history.js';
export * from './queries/find-holders.js';
export { findIncidentLinks, findIncidents, findIncidentsByReference } from './queries/find-incidents.js';
export * from './queries/find-instrument-changes.js';
export * from './queries/find-items.js';
export * from './queries/find-judgements.js';
export * from './queries/find-known.js';
export * from './queries/find-looks.js';
export * from './queries/find-matches.js';
export * from './queries/find-measures.js';
export * from './queries/find-messages.js';
export * from './queries/find-names.js';
export * from './queries/find-names-around.js';
export * from './queries/find-neighbours.js';
export * from './queries/find-opened-before.js';
export * from './queries/find-overlap.js';
export * from './queries/find-place-picture.js';
export * from './queries/find-profile.js';
export * from './queries/find-queue.js';
export * from './queries/find-records-by-id.js';
export * from './queries/find-report-copies.js';
export { findRows } from './queries/find-rows.js';
export * from './queries/find-sharing-ledger.js';
export * from './queries/find-sitting-papers.js';
export * from './queries/find-sittings-beside.js';
export { findStaff, type Staff } from './queries/find-staff.js';
export * from './queries/find-strand-matches.js';
export { findThemeActions } from './queries/find-theme-actions.js';
export { findTitles } from './queries/find-titles.js';
export * from './queries/find-triage-day.js';
export { findUnratified, type Unratified } from './queries/find-unratified.js';
export { findUnsanitised } from './queries/find-unsanitised.js';
export { findVerifications, type Verification } from './queries/find-verifications.js';
export * from './queries/find-written-between.js';
export * from './queries/found-partnership.js';
export * from './queries/give-due.js';
export { hashSecret } from './queries/hash-secret.js';
export { holdImport } from './queries/hold-import.js';
export * from './queries/identities.js';
export * from './queries/issue-copy.js';
export {
  findParts,
  type IssuedPart,
  issuedPart,
  type MadeOf,
  type ReadPart,
} from './queries/issued-parts.js';
export type { ListSort } from './queries/list-orders.js';
export * from './queries/list-records.js';
export { markJudgements } from './queries/mark-judgements.js';
export { matchIdentifiers } from './queries/match-identifiers.js';
export * from './queries/one-time-codes.js';
export * from './queries/own-sessions.js';
export { hashPassword, isPassword } from './queries/password.js';
export * from './queries/saved-views.js';
export * from './queries/send-outgoing.js';
export * from './queries/sessions.js';
export * from './queries/sign-in-steps.js';
export * from './queries/sign-in-tries.js';
export { findSilentCases, noteSilentCases, type SilentCase } from './queries/silent-cases.js';
export { weighLinks } from './queries/weigh-links.js';
export { type Connections, connectionsOf, ensureRoles, type LoginRole, loginRoles } from './roles.js';
export { OutcomeUnknownError, openStore, reading, type Store, type Tx } from './store.js';
export { storedRecord } from './stored-record.js';
