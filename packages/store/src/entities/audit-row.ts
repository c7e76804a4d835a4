import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act of reading or writing: who, when, what, as canonical text with its salted leaf. */
@Entity({ name: 'audit' })
export class AuditRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'timestamptz' })
  at: string;

  @Column({ type: 'uuid', name: 'user_id', nullable: true })
  userId: string | null;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'uuid', name: 'record_id', nullable: true })
  recordId: string | null;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'bytea' })
  salt: Buffer;

  @Column({ type: 'bytea' })
  leaf: Buffer;
}

/** A person whose record an act of reading showed. */
@Entity({ name: 'audit_subject' })
export class AuditSubjectRow {
  @PrimaryColumn({ type: 'uuid', name: 'person_id' })
  personId: string;

  @PrimaryColumn({ type: 'uuid', name: 'audit_id' })
  auditId: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;
}
