import type { AttendanceEntry, CorrectAttendancePayload } from '@mase/workflow';
import { command, ReasonBody } from '../command.js';
import { Id, Optional, Part, Text } from '../fields.js';
import { AttendanceBody } from './record-attendance.js';

/** Whose line of the attendance is wrong, as the list has him or her. */
export class AttendanceLineBody implements Pick<AttendanceEntry, 'userId' | 'name' | 'agency'> {
  @Optional()
  @Id()
  userId?: string;

  @Text(200)
  name: string;

  @Text(200)
  agency: string;
}

/** One person’s attendance that was wrongly recorded, what is right, and why; at least one of the two lines. */
export class CorrectAttendanceBody extends ReasonBody implements CorrectAttendancePayload {
  @Optional()
  @Part(() => AttendanceLineBody)
  wrong?: AttendanceLineBody;

  @Optional()
  @Part(() => AttendanceBody)
  right?: AttendanceBody;
}

/** `POST /api/v1/sittings/:id/correct-attendance`: until the minutes are agreed. */
export const correctAttendance = command('sittings/correct-attendance', CorrectAttendanceBody);
