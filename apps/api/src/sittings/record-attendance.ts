import {
  type AttendanceEntry,
  agencyKinds,
  attendanceKinds,
  type RecordAttendancePayload,
} from '@mase/workflow';
import { CommandBody, command } from '../command.js';
import { Id, Ids, Instant, OneOf, Optional, Parts, Text, Truth } from '../fields.js';

const parts = ['member', 'substitute', 'observer', 'presenter'] as const;

/** One person's attendance, for the whole sitting or for some of its items. */
export class AttendanceBody implements AttendanceEntry {
  @Optional()
  @Id()
  userId?: string;

  @Text(200)
  name: string;

  @Text(200)
  agency: string;

  @OneOf(agencyKinds)
  agencyKind: (typeof agencyKinds)[number];

  @OneOf(parts)
  as: (typeof parts)[number];

  @OneOf(attendanceKinds)
  attendance: (typeof attendanceKinds)[number];

  @Optional()
  @Text(200)
  substituteFor?: string;

  @Optional()
  @Instant()
  updateReceived?: string;

  @Optional()
  @Truth()
  confidentialitySigned?: boolean;

  @Optional()
  @Ids(100)
  itemIds?: string[];

  @Optional()
  @Instant()
  arrivedAt?: string;

  @Optional()
  @Instant()
  leftAt?: string;
}

/** Who is there, who sent apologies, and who is not: the lines that are said; whoever is not named stays as recorded before. */
export class RecordAttendanceBody extends CommandBody implements RecordAttendancePayload {
  @Parts(() => AttendanceBody, 100)
  attendance: AttendanceBody[];
}

/** `POST /api/v1/sittings/:id/record-attendance`: asks for no version, as it takes away no line of another's. */
export const recordAttendance = command('sittings/record-attendance', RecordAttendanceBody);
