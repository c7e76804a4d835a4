import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A view of a list that somebody keeps under a name: which page, and its filters as an address has them. */
@Entity({ name: 'saved_view' })
export class SavedViewRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'uuid', name: 'user_id' })
  userId: string;

  @Column({ type: 'text' })
  page: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  query: string;

  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt: string;
}
