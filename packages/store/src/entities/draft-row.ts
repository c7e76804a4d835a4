import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody typed and has not sent yet: one row a person, form and record. */
@Entity({ name: 'draft' })
export class DraftRow {
  @PrimaryColumn({ type: 'uuid', name: 'user_id' })
  userId: string;

  @PrimaryColumn({ type: 'text' })
  form: string;

  @PrimaryColumn({ type: 'text' })
  record: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt: string;
}
