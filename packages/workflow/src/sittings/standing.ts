import type { Standing } from '../model.js';
import type { PaperFigures } from '../scorecards/pack-figures.js';

/** A pause of so many minutes before an item. */
export interface Break {
  before: string;
  minutes: number;
}

/** Where a sitting of a panel is now. Instants in UTC; the order holds ids of agenda items. */
export interface SittingStanding extends Standing {
  /** The panel's name. */
  panel: string;
  /** Which panel sits; absent where a sitting was put on the books under a free name. */
  panelId?: string;
  startsAt: string;
  endsAt: string;
  place: string;
  /** Where it is joined from afar. */
  link?: string | null;
  chairId: string;
  chairName: string;
  /** Who chairs its panel, and the deputy, by account; absent where it has no panel, and in older entries. */
  panelChairs?: string[];
  order: string[];
  /** Pauses, each before an item; absent where there is none. At most six. */
  breaks?: Break[];
  /** Kinds of agency that are present. */
  present: string[];
  quorate: boolean;
  inquorateReason: string | null;
  /** The name of the chair who gave that reason at the start. Absent in older entries. */
  inquorateBy?: string;
  /** Who chairs it in session, by name: the chair who started it. Absent before and in older entries, null once undone. */
  startedBy?: string | null;
  /** The account of that chair; shown to nobody. Absent before and in older entries, null once undone. */
  startedById?: string | null;
  papersIssuedAt: string | null;
  /** When it ended or was cancelled; absent before. */
  endedAt?: string;
  /** When its minutes were agreed. */
  minutedAt?: string;
  minutesVersion: number;
  /** Who is or was asked to come for an item alone, by account; shown to nobody, since an item may be closed. At most sixty. */
  guests?: string[];
  /** Who has a letter of it and no seat, by account; shown to nobody. At most thirty. */
  addressees?: string[];
  /** Who observes it, by account, once its papers are issued or somebody said who is there; absent before. Shown to nobody. */
  observers?: string[];
  cancelled: string | null;
  /** How often its invitation has changed, and when it last did. */
  sequence?: number;
  changedAt?: string;
  /** What its panel says in the place of the profile: kinds of agency, needs, parts of the agenda. */
  quorum?: string[] | null;
  gate?: string[] | null;
  sections?: string[] | null;
}

/** A sitting before it is scheduled. */
export const blankSitting: SittingStanding = {
  clocks: [],
  panel: '',
  startsAt: '',
  endsAt: '',
  place: '',
  chairId: '',
  chairName: '',
  order: [],
  present: [],
  quorate: false,
  inquorateReason: null,
  papersIssuedAt: null,
  minutesVersion: 0,
  cancelled: null,
};

export interface ScheduleSittingPayload {
  /** Which panel sits; what is not said besides is as the panel has it. */
  panelId?: string;
  /** Its name, where the panel is not on the books. */
  panel?: string;
  startsAt: string;
  endsAt?: string;
  place?: string;
  link?: string;
  chairId?: string;
}
/** What is left out stays as it was; a sitting that starts at another time keeps its length. */
export interface MoveSittingPayload {
  startsAt?: string;
  endsAt?: string;
  place?: string;
  link?: string;
  chairId?: string;
  reason: string;
}
export interface AddItemPayload {
  caseId: string;
  /** Of which strand the case is; left out where it is a child's. */
  caseKind?: 'personCase' | 'locationCase' | 'cluster';
  section: string;
  asked: string;
  minutes?: number;
  presenterId?: string;
  /** Asked for once the papers are out: the chair's reason for a late item. */
  lateReason?: string;
}
export interface OrderItemsPayload {
  order: string[];
  /** All pauses, in place of those that were; left out they stay. */
  breaks?: Break[];
}
export interface IssuePapersPayload {
  recipients: string[];
  /** Those of them whose papers are new or different, as they were found out when they were issued: they alone are told. */
  concerned?: string[];
  /** Figures of the months before, as they were counted when the papers were first issued. */
  figures?: PaperFigures;
}
export interface IssueLettersPayload {
  /** Who has the letter of his or her agency. */
  recipients: string[];
  /** Those of them whose letter is new or different: they alone are told. */
  concerned?: string[];
  /** Those of them who have no seat: each is sent what he or she is to do, and reads besides that the sitting was held. */
  unseated?: string[];
  /** Whether with these every agency that was given an action has its letter. */
  complete?: boolean;
  /**
   * Where only agencies are without one at which nobody can be written to: their
   * names, as far as the whole sitting heard that they were given something.
   */
  unreached?: string[];
}
/** Nobody types anything as a sitting ends. */
export interface EndSittingPayload {
  /** Whether it gave anything to do, of whichever part, as it was found out; without it what the whole sitting heard counts. */
  gave?: boolean;
}
export interface RecallCopyPayload {
  /** Whose copy. */
  recipientId: string;
  reason: string;
}
export interface StartSittingPayload {
  inquorateReason?: string;
  /** Asked for on another day than the one that the sitting is fixed for: why it is held then. */
  otherDayReason?: string;
}
export interface UndoStartPayload {
  reason: string;
}
export const attendanceKinds = ['present', 'left', 'apologies', 'apologies-with-update', 'absent'] as const;
export interface AttendanceEntry {
  /** The account, where this person has one: a connection withdraws the member by it. */
  userId?: string;
  name: string;
  agency: string;
  agencyKind: string;
  as: 'member' | 'substitute' | 'observer' | 'presenter';
  attendance: (typeof attendanceKinds)[number];
  /** For whom a substitute comes, by name. */
  substituteFor?: string;
  updateReceived?: string;
  confidentialitySigned?: boolean;
  /** The items for which this person comes; left out or empty: all of them. */
  itemIds?: string[];
  /** Said to be a member or a substitute, and not on the list of the panel: heard and not counted. Nobody types it. */
  notListed?: true;
  /** When somebody came after the start, or went before the end. */
  arrivedAt?: string;
  leftAt?: string;
}
export interface RecordAttendancePayload {
  attendance: AttendanceEntry[];
}
export interface MinuteSection {
  heading: string;
  text: string;
  itemId?: string;
  /** The lines of the text of an item that say what was decided and given: whoever edits it keeps them. */
  outcome?: string;
}
/** What drafted minutes are told of an item that was wrongly recorded: its outcome, and a note, as they were and as they are right. */
export interface CorrectedSectionNews {
  itemId: string;
  outcome: [was: string, is: string];
  note: [was: string, is: string] | null;
}
export interface ChangeMinutesPayload {
  sections: Omit<MinuteSection, 'outcome'>[];
}
/** The sitting in session at which the minutes are agreed; left out where the chair agrees them between sittings. */
export interface AgreeMinutesPayload {
  sittingId?: string;
}
/** What an earlier sitting decided without a quorum, ratified at this one; told by the item, without saying whom it is about. */
export interface RatificationNews {
  panel: string;
  startsAt: string;
  /** By the reference of the case; of an item without one by what it is called. */
  reference?: string;
  /** In older entries, the place on the agenda. */
  number?: number;
  decision: string;
}
/** The minutes of an earlier sitting, agreed at this one; told by that sitting. */
export interface AgreedMinutesNews {
  sittingId: string;
  panel: string;
  startsAt: string;
  version: number;
}
/** Who comes for an item alone; told by the item. */
export interface GuestsNews {
  guests: string[];
}
export interface CancelSittingPayload {
  reason: string;
}
