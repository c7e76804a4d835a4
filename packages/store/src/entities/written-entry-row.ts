import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was written, append-only, valid from a version of its record. */
@Entity({ name: 'written' })
export class WrittenEntryRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'uuid', name: 'record_id' })
  recordId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  class: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'uuid', nullable: true })
  replaces: string | null;

  @Column({ type: 'uuid', name: 'author_id', nullable: true })
  authorId: string | null;

  @Column({ type: 'timestamptz' })
  happened: string;

  @Column({ type: 'timestamptz' })
  at: string;

  @Column({ type: 'text' })
  body: string;
}
