import { Spine1763800000000 } from './1763800000000-spine.js';
import { Operators1763850000000 } from './1763850000000-operators.js';
import { SignIn1763900000000 } from './1763900000000-sign-in.js';
import { Ledger1763950000000 } from './1763950000000-ledger.js';
import { Members1763960000000 } from './1763960000000-members.js';
import { Looks1763970000000 } from './1763970000000-looks.js';
import { StandingIn1763980000000 } from './1763980000000-standing-in.js';
import { Disposals1763990000000 } from './1763990000000-disposals.js';
import { Lists1764000000000 } from './1764000000000-lists.js';
import { Oversight1764100000000 } from './1764100000000-oversight.js';
import { BlindAssessments1764200000000 } from './1764200000000-blind-assessments.js';
import { DisposalReach1764300000000 } from './1764300000000-disposal-reach.js';
import { AuditOwnName1764310000000 } from './1764310000000-audit-own-name.js';
import { Unsent1764320000000 } from './1764320000000-unsent.js';
import { StandingLimit1764400000000 } from './1764400000000-standing-limit.js';
import { DueClocks1764410000000 } from './1764410000000-due-clocks.js';
import { SharingLedger1764412000000 } from './1764412000000-sharing-ledger.js';
import { WithdrawnRows1764420000000 } from './1764420000000-withdrawn-rows.js';
import { TriageDay1764430000000 } from './1764430000000-triage-day.js';
import { SharingLedgerKinds1764432000000 } from './1764432000000-sharing-ledger-kinds.js';
import { RestoredRows1764440000000 } from './1764440000000-restored-rows.js';
import { MessagesOfAWithdrawal1764450000000 } from './1764450000000-messages-of-a-withdrawal.js';
import { Intelligence1764520000000 } from './1764520000000-intelligence.js';
import { IncidentFigures1764540000000 } from './1764540000000-incident-figures.js';
import { MissingFigures1764545000000 } from './1764545000000-missing-figures.js';
import { Links1764600000000 } from './1764600000000-links.js';
import { JudgementLists1764650000000 } from './1764650000000-judgement-lists.js';
import { MatchLists1764700000000 } from './1764700000000-match-lists.js';
import { LongCases1764710000000 } from './1764710000000-long-cases.js';
import { ProblemProfile1764715000000 } from './1764715000000-problem-profile.js';
import { OwnRows1764720000000 } from './1764720000000-own-rows.js';
import { EdgeReaders1764730000000 } from './1764730000000-edge-readers.js';
import { AlikeNames1764740000000 } from './1764740000000-alike-names.js';
import { Guardianship1764745000000 } from './1764745000000-guardianship.js';
import { FiguresOfLinkedIncidents1764750000000 } from './1764750000000-figures-of-linked-incidents.js';
import { StandingClusters1764760000000 } from './1764760000000-standing-clusters.js';
import { ForcesAlike1764765000000 } from './1764765000000-forces-alike.js';
import { JudgedForChair1764766000000 } from './1764766000000-judged-for-chair.js';
import { DaysOfLinks1764768000000 } from './1764768000000-days-of-links.js';
import { AgendaCandidates1764790000000 } from './1764790000000-agenda-candidates.js';
import { PapersIssued1764830000000 } from './1764830000000-papers-issued.js';
import { HoldersOfChildren1764845000000 } from './1764845000000-holders-of-children.js';
import { EdgesOfReports1764850000000 } from './1764850000000-edges-of-reports.js';
import { ChildrenOfClusters1764851000000 } from './1764851000000-children-of-clusters.js';
import { NumbersAlike1764852000000 } from './1764852000000-numbers-alike.js';
import { OpenedBefore1764860000000 } from './1764860000000-opened-before.js';
import { WithdrawnIncidents1764871000000 } from './1764871000000-withdrawn-incidents.js';
import { ReportsInCopies1764880000000 } from './1764880000000-reports-in-copies.js';
import { Mailing1764900000000 } from './1764900000000-mailing.js';
import { DecidedProfiles1765000000000 } from './1765000000000-decided-profiles.js';
import { SilentCases1765010000000 } from './1765010000000-silent-cases.js';
import { Scorecards1765100000000 } from './1765100000000-scorecards.js';
import { OpenedBy1765110000000 } from './1765110000000-opened-by.js';
import { OwnDownloads1765130000000 } from './1765130000000-own-downloads.js';
import { IssuedParts1765140000000 } from './1765140000000-issued-parts.js';
import { AsItWas1765150000000 } from './1765150000000-as-it-was.js';
import { SavedViews1765160000000 } from './1765160000000-saved-views.js';
import { CopiesOfRecords1765170000000 } from './1765170000000-copies-of-records.js';
import { DrawnLinks1765190000000 } from './1765190000000-drawn-links.js';
import { ItemInvitations1765200000000 } from './1765200000000-item-invitations.js';
import { ChildrenBehind1765210000000 } from './1765210000000-children-behind.js';
import { CountedTogether1765220000000 } from './1765220000000-counted-together.js';
import { SamplePopulation1765260000000 } from './1765260000000-sample-population.js';
import { ExtendedClocks1765270000000 } from './1765270000000-extended-clocks.js';
import { Verifications1765290000000 } from './1765290000000-verifications.js';
import { AnswersToMessages1765500000000 } from './1765500000000-answers-to-messages.js';
import { FirstLinks1765510000000 } from './1765510000000-first-links.js';
import { KnownBefore1765520000000 } from './1765520000000-known-before.js';
import { ExportProgress1765600000000 } from './1765600000000-export-progress.js';
import { LastDay1765610000000 } from './1765610000000-last-day.js';
import { Episodes1765620000000 } from './1765620000000-episodes.js';
import { ReportedScorecards1765630000000 } from './1765630000000-reported-scorecards.js';
import { ListsByDue1765700000000 } from './1765700000000-lists-by-due.js';
import { ListsByAge1765710000000 } from './1765710000000-lists-by-age.js';
import { WhoWasToldOfLinks1765820000000 } from './1765820000000-who-was-told-of-links.js';
import { PairsKnownBefore1765830000000 } from './1765830000000-pairs-known-before.js';
import { MatchesOfWithdrawnLinks1765840000000 } from './1765840000000-matches-of-withdrawn-links.js';
import { RowsOfExports1766120000000 } from './1766120000000-rows-of-exports.js';
import { ActionsOfSittings1766130000000 } from './1766130000000-actions-of-sittings.js';
import { OpenThen1766140000000 } from './1766140000000-open-then.js';
import { MatchesFollowRecords1766220000000 } from './1766220000000-matches-follow-records.js';
import { TimesWorked1766320000000 } from './1766320000000-times-worked.js';
import { NotYetKnown1766330000000 } from './1766330000000-not-yet-known.js';
import { HighAndUnlisted1766420000000 } from './1766420000000-high-and-unlisted.js';
import { TimesReadOnce1767100000000 } from './1767100000000-times-read-once.js';
import { DangerClosedSince1767100000001 } from './1767100000001-danger-closed-since.js';
import { OverdueThen1767190000000 } from './1767190000000-overdue-then.js';
import { BegunInPeriod1767190000001 } from './1767190000001-begun-in-period.js';
import { CompleteThen1767190000002 } from './1767190000002-complete-then.js';
import { ItemsObserved1767200000000 } from './1767200000000-items-observed.js';
import { HoldersByVersion1767200000001 } from './1767200000001-holders-by-version.js';
import { ChecksFixedBefore1767200000002 } from './1767200000002-checks-fixed-before.js';
import { UnderWhomThen1767200000003 } from './1767200000003-under-whom-then.js';

/** Every migration, by hand, in order. */
export const migrations = [
  Spine1763800000000,
  Operators1763850000000,
  SignIn1763900000000,
  Ledger1763950000000,
  Members1763960000000,
  Looks1763970000000,
  StandingIn1763980000000,
  Disposals1763990000000,
  Lists1764000000000,
  Oversight1764100000000,
  BlindAssessments1764200000000,
  DisposalReach1764300000000,
  AuditOwnName1764310000000,
  Unsent1764320000000,
  StandingLimit1764400000000,
  DueClocks1764410000000,
  SharingLedger1764412000000,
  WithdrawnRows1764420000000,
  TriageDay1764430000000,
  SharingLedgerKinds1764432000000,
  RestoredRows1764440000000,
  MessagesOfAWithdrawal1764450000000,
  Intelligence1764520000000,
  IncidentFigures1764540000000,
  MissingFigures1764545000000,
  Links1764600000000,
  JudgementLists1764650000000,
  MatchLists1764700000000,
  LongCases1764710000000,
  ProblemProfile1764715000000,
  OwnRows1764720000000,
  EdgeReaders1764730000000,
  AlikeNames1764740000000,
  Guardianship1764745000000,
  FiguresOfLinkedIncidents1764750000000,
  StandingClusters1764760000000,
  ForcesAlike1764765000000,
  JudgedForChair1764766000000,
  DaysOfLinks1764768000000,
  AgendaCandidates1764790000000,
  PapersIssued1764830000000,
  HoldersOfChildren1764845000000,
  EdgesOfReports1764850000000,
  ChildrenOfClusters1764851000000,
  NumbersAlike1764852000000,
  OpenedBefore1764860000000,
  WithdrawnIncidents1764871000000,
  ReportsInCopies1764880000000,
  Mailing1764900000000,
  DecidedProfiles1765000000000,
  SilentCases1765010000000,
  Scorecards1765100000000,
  OpenedBy1765110000000,
  OwnDownloads1765130000000,
  IssuedParts1765140000000,
  AsItWas1765150000000,
  SavedViews1765160000000,
  CopiesOfRecords1765170000000,
  DrawnLinks1765190000000,
  ItemInvitations1765200000000,
  ChildrenBehind1765210000000,
  CountedTogether1765220000000,
  SamplePopulation1765260000000,
  ExtendedClocks1765270000000,
  Verifications1765290000000,
  AnswersToMessages1765500000000,
  FirstLinks1765510000000,
  KnownBefore1765520000000,
  ExportProgress1765600000000,
  LastDay1765610000000,
  Episodes1765620000000,
  ReportedScorecards1765630000000,
  ListsByDue1765700000000,
  ListsByAge1765710000000,
  WhoWasToldOfLinks1765820000000,
  PairsKnownBefore1765830000000,
  MatchesOfWithdrawnLinks1765840000000,
  RowsOfExports1766120000000,
  ActionsOfSittings1766130000000,
  OpenThen1766140000000,
  MatchesFollowRecords1766220000000,
  TimesWorked1766320000000,
  NotYetKnown1766330000000,
  HighAndUnlisted1766420000000,
  TimesReadOnce1767100000000,
  DangerClosedSince1767100000001,
  OverdueThen1767190000000,
  BegunInPeriod1767190000001,
  CompleteThen1767190000002,
  ItemsObserved1767200000000,
  HoldersByVersion1767200000001,
  ChecksFixedBefore1767200000002,
  UnderWhomThen1767200000003,
];
