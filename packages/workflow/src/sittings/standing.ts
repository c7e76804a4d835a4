import type { Standing } from '../model.js';

/** A pause of so many minutes before an item. */
export interface Break {
  before: string;
  minutes: number;
}

/** Where a sitting of a panel is now. Instants in UTC; the order holds ids of agenda items. */
export interface SittingStanding extends Standing {
  panel: string;
  startsAt: string;
  endsAt: string;
  place: string;
  chairId: string;
  chairName: string;
  order: string[];
  /** Pauses, each before an item; absent where there is none. At most six. */
  breaks?: Break[];
  /** Kinds of agency that are present. */
  present: string[];
  quorate: boolean;
  inquorateReason: string | null;
  papersIssuedAt: string | null;
  /** When it ended or was cancelled; absent before. */
  endedAt?: string;
  /** When its minutes were agreed. */
  minutedAt?: string;
  minutesVersion: number;
  cancelled: string | null;
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
  panel: string;
  startsAt: string;
  endsAt: string;
  place: string;
  chairId: string;
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
}
export interface StartSittingPayload {
  inquorateReason?: string;
}
export const attendanceKinds = ['present', 'apologies', 'apologies-with-update', 'absent'] as const;
export interface AttendanceEntry {
  name: string;
  agency: string;
  agencyKind: string;
  as: 'member' | 'substitute' | 'observer' | 'presenter';
  attendance: (typeof attendanceKinds)[number];
  updateReceived?: string;
  confidentialitySigned?: boolean;
  itemIds?: string[];
}
export interface RecordAttendancePayload {
  attendance: AttendanceEntry[];
}
export interface MinuteSection {
  heading: string;
  text: string;
  itemId?: string;
}
export interface ChangeMinutesPayload {
  sections: MinuteSection[];
}
export interface CancelSittingPayload {
  reason: string;
}
