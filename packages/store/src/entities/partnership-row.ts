import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partnership and the profile of its area. */
@Entity({ name: 'partnership' })
export class PartnershipRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  profile: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: string;
}
