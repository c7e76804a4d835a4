import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line in the list of a principal. */
@Entity({ name: 'queue_row' })
export class QueueRow {
  @PrimaryColumn({ type: 'uuid', name: 'record_id' })
  recordId: string;

  @PrimaryColumn({ type: 'text' })
  principal: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'timestamptz' })
  due: string;

  @Column({ type: 'text' })
  step: string;

  /** Users in whose list the line is not, though the principal is theirs. */
  @Column({ type: 'uuid', array: true, nullable: true })
  without: string[] | null;
}
