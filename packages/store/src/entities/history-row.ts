import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One accepted command in the history of one record. */
@Entity({ name: 'history' })
export class HistoryRow {
  @PrimaryColumn({ type: 'uuid', name: 'record_id' })
  recordId: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'uuid', name: 'partnership_id' })
  partnershipId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'uuid', name: 'command_id' })
  commandId: string;

  @Column({ type: 'text' })
  command: string;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'timestamptz' })
  happened: string;

  @Column({ type: 'timestamptz' })
  at: string;

  @Column({ type: 'text' })
  entry: string;

  @Column({ type: 'bytea' })
  salt: Buffer;

  @Column({ type: 'bytea' })
  leaf: Buffer;
}
