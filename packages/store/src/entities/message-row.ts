import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message inside the product: ids only. */
@Entity({ name: 'message' })
export class MessageRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'text' })
  principal: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'uuid', name: 'record_id' })
  recordId: string;

  @Column({ type: 'timestamptz' })
  at: string;

  /** The clock of which it reminds; null where something else is told. */
  @Column({ type: 'uuid', name: 'clock_id', nullable: true })
  clockId: string | null;

  /** When it was worked out whom it is told to. */
  @Column({ type: 'timestamptz', name: 'addressed_at', nullable: true })
  addressedAt: string | null;
}
