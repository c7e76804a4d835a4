import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated obligation, running or ended. */
@Entity({ name: 'clock' })
export class ClockRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'uuid', name: 'record_id' })
  recordId: string;

  @Column({ type: 'text' })
  rule: string;

  @Column({ type: 'timestamptz', name: 'start_at' })
  startAt: string;

  @Column({ type: 'timestamptz' })
  due: string;

  @Column({ type: 'uuid', name: 'started_by' })
  startedBy: string;

  @Column({ type: 'timestamptz', nullable: true })
  ended: string | null;

  @Column({ type: 'text', nullable: true })
  how: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'uuid', name: 'ended_by', nullable: true })
  endedBy: string | null;

  /** When the command that ended it was accepted: `ended` may be said to have been earlier. */
  @Column({ type: 'timestamptz', name: 'end_accepted', nullable: true })
  endAccepted: string | null;
}
