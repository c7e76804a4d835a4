import { join } from 'node:path';
import pg from 'pg';
import '../store.js';
import { appendLines } from './checkpoint-file.js';
import { lastInFile, missingInFile, takenOver } from './match-file.js';
import { headOf, type Sealed, sealPartnership } from './seal-partnership.js';
import { ledgerFiles, readSealingKey, type SealingKey } from './sealing-key.js';

/** What a look at every partnership came to. */
export interface SealerLook {
  /** Whether this sealer leads; another that leads makes this one wait. */
  leads: boolean;
  /** Entries sealed. */
  entries: number;
  /** Instant of acceptance of the oldest of them. */
  oldest: string | undefined;
  /** More is waiting than one look takes: look again at once. */
  more: boolean;
  /** Partnerships that are not sealed, and why, in words. */
  halted: { partnershipId: string; reason: string }[];
}

/** Where a sealer finds its database and its files. */
export interface SealerOptions {
  /** The address of the role `mase_sealer`. */
  url: string;
  /** The folder with the sealing key and the file of checkpoints. */
  folder: string;
  clock?: () => string;
  /** Entries a look at one partnership; 20,000 where it is left out. */
  limit?: number;
}

/**
 * Orders and seals what is committed: `look` it every few seconds. Of several, one leads, by a lock that the database
 * takes back when the connection ends; the lock, the sealing and the lead stand and fall together. A checkpoint is
 * committed first and then written to the file; what a crash kept from the file is written by whoever leads next.
 */
export class Sealer {
  private client: pg.Client | undefined;
  private database = '';
  private key: SealingKey | undefined;
  private readonly seen = new Map<string, string | null>();
  private readonly halted = new Map<string, string>();

  constructor(private readonly options: SealerOptions) {}

  /** Seals once what has come. Throws where the database or the files cannot be reached; look again later. */
  async look(): Promise<SealerLook> {
    try {
      if (!(await this.lead()))
        return { leads: false, entries: 0, oldest: undefined, more: false, halted: [] };
      return await this.lookAtAll();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Gives the lead away. */
  async stop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.seen.clear();
    this.halted.clear();
    await client?.end().catch(() => undefined);
  }

  private get file(): string {
    return join(this.options.folder, ledgerFiles.checkpoints);
  }

  private async lead(): Promise<boolean> {
    if (this.client) return true;
    this.key = readSealingKey(this.options.folder);
    const client = await sealerClient(this.options.url);
    const leads = await tryLead(client).catch(() => false);
    if (!leads) {
      await client.end().catch(() => undefined);
      return false;
    }
    this.client = client;
    this.database = await databaseOf(client);
    return true;
  }

  private async lookAtAll(): Promise<SealerLook> {
    const client = this.client as pg.Client;
    const found = await client.query<{ id: string }>('select id from partnership order by id');
    const look: SealerLook = { leads: true, entries: 0, oldest: undefined, more: false, halted: [] };
    await this.matchFile(
      client,
      found.rows.map((row) => row.id).filter((id) => !this.seen.has(id)),
    );
    for (const { id } of found.rows) {
      const reason = this.halted.get(id);
      if (reason) look.halted.push({ partnershipId: id, reason });
      else this.add(look, await this.sealOne(client, id));
    }
    return look;
  }

  private async sealOne(client: pg.Client, partnershipId: string): Promise<Sealed> {
    const sealed = await sealPartnership(client, {
      partnershipId,
      since: this.seen.get(partnershipId) ?? null,
      database: this.database,
      key: this.key as SealingKey,
      now: this.options.clock?.() ?? new Date().toISOString(),
      limit: this.options.limit ?? 20_000,
    });
    this.seen.set(partnershipId, sealed.seen);
    if (sealed.line) appendLines(this.file, [sealed.line]);
    return sealed;
  }

  private add(look: SealerLook, { entries, oldest }: Sealed): void {
    look.entries += entries;
    look.more ||= entries >= (this.options.limit ?? 20_000);
    if (oldest && (!look.oldest || oldest < look.oldest)) look.oldest = oldest;
  }

  /** Before a partnership is sealed for the first time: the file and the database must tell one story. */
  private async matchFile(client: pg.Client, partnerships: string[]): Promise<void> {
    if (partnerships.length === 0) return;
    const last = await lastInFile(this.file);
    for (const id of partnerships) {
      const head = await headOf(client, id);
      const missing = await missingInFile(client, id, head, last.get(id));
      const reason =
        'reason' in missing ? missing.reason : takenOver(last.get(id), (this.key as SealingKey).id);
      if (reason || 'reason' in missing) this.halted.set(id, reason ?? '');
      else {
        this.halted.delete(id);
        appendLines(this.file, missing.lines);
      }
      this.seen.set(id, head.seenIn === this.database ? head.seen : null);
    }
  }
}

/** A connection of the sealer; it may be lost at any time, and then its next statement fails. */
export async function sealerClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mase sealer',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Takes the lead of sealing on this database until the connection ends; false where another has it. */
export async function tryLead(client: pg.Client): Promise<boolean> {
  const found = await client.query<{ leads: boolean }>(
    "select pg_try_advisory_lock(hashtextextended('mase sealer', 0)) as leads",
  );
  return found.rows[0]?.leads ?? false;
}

/** Which database this is: a copy or a restored dump counts transactions anew, and what was seen there tells nothing. */
export async function databaseOf(client: pg.ClientBase): Promise<string> {
  const found = await client.query<{ name: string }>(
    `select (select system_identifier from pg_control_system()) || ' ' || oid as name from pg_database where datname = current_database()`,
  );
  return found.rows[0]?.name ?? '';
}
