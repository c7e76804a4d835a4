import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record as it stands now. */
@Entity({ name: 'record' })
export class RecordRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'text' })
  phase: string;

  @Column({ type: 'text' })
  standing: string;

  @Column({ type: 'timestamptz' })
  at: string;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column({ type: 'uuid', name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Column({ type: 'text', nullable: true })
  grade: string | null;

  @Column({ type: 'uuid', name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column({ type: 'text', name: 'team_id', nullable: true })
  teamId: string | null;

  @Column({ type: 'timestamptz', name: 'next_due', nullable: true })
  nextDue: string | null;

  @Column({ type: 'text', name: 'next_step', nullable: true })
  nextStep: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt: string | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: string | null;

  /** Persons whose record it is a part of: whom an audit of a look at it names. */
  @Column({ type: 'uuid', array: true })
  persons: string[];
}
