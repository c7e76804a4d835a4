import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting pack that was issued: to whom, which copy, and its digest. */
@Entity({ name: 'pack' })
export class PackRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'uuid', name: 'record_id' })
  recordId: string;

  @Column({ type: 'uuid', name: 'recipient_id' })
  recipientId: string;

  @Column({ type: 'integer', name: 'copy_number' })
  copyNumber: number;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  digest: string;

  @Column({ type: 'timestamptz', name: 'issued_at' })
  issuedAt: string;

  @Column({ type: 'uuid', name: 'issued_by' })
  issuedBy: string;

  /** What each part of the copy held, as digests: a JSON object in the order of the agenda. */
  @Column({ type: 'text' })
  parts: string;

  /** The template that made it: its name and the beginning of its digest. */
  @Column({ type: 'text' })
  template: string;

  /** Its content as it was issued: the digests of the parts that are kept, the whole first. Empty where none were kept. */
  @Column({ type: 'text', array: true })
  held: string[];

  /** Whether its recipient read disruption parts of what it is made of. */
  @Column({ type: 'boolean' })
  disruption: boolean;

  /** When its recipient first opened it. */
  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt: string | null;
}
