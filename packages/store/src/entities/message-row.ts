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
}
