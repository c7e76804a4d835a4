import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { englandProfile, type Role } from '@mase/workflow';
import { type ChangeRequest, change } from '../change.js';
import { destroyRecord } from '../disposal/destroy-record.js';
import { Sealer, type SealerLook } from '../ledger/sealer.js';
import { ledgerFiles, makeSealingKey, publicKeysIn } from '../ledger/sealing-key.js';
import type { LedgerProof } from '../ledger/verify-ledger.js';
import { readAudited } from '../queries/audit-reading.js';
import { addAgency, addUser, foundPartnership, type NewUser } from '../queries/found-partnership.js';
import { openStore, type Store } from '../store.js';
import { type TestDatabase, testDatabase } from './test-database.js';

/** Somebody of a partnership, who gives commands and looks. */
export type Giver = Pick<ChangeRequest, 'actor' | 'reading' | 'profile'>;

/** Who decides on disposals in a partnership. */
export interface Deciders {
  governance: Giver;
  guardian: Giver;
}

/** A database of two partnerships with a sealer of its own; each act takes place five minutes after the one before. */
export class LedgerWorld {
  now = '2026-01-05T09:00:00.000Z';
  /** What everybody takes for now; a test may set the real one. */
  clock = () => this.now;
  /** The cases of each partnership, with their children. */
  readonly cases: { giver: Giver; id: string; childId: string }[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'mase-ledger-'));
  readonly sealer: Sealer;
  private givers: Giver[] = [];
  private readonly deciders = new Map<Giver, Deciders>();

  private constructor(
    readonly database: TestDatabase,
    readonly store: Store,
  ) {
    makeSealingKey(this.folder);
    this.sealer = this.newSealer();
  }

  /** Makes one on the run's server, with two partnerships that have a case each; nothing is sealed yet. */
  static async open(serverUrl: string): Promise<LedgerWorld> {
    const database = await testDatabase(serverUrl);
    const later: { world?: LedgerWorld } = {};
    const clock = () => later.world?.clock() ?? '';
    const store = await openStore(database.connections.app, { size: 34, clock });
    const world = new LedgerWorld(database, store);
    later.world = world;
    for (const name of ['North', 'South']) world.givers.push(await world.found(name));
    for (const giver of world.givers) await world.refer(giver);
    return world;
  }

  /** A sealer on this database and folder. */
  newSealer(limit?: number, folder = this.folder): Sealer {
    const url = this.database.connections.sealer;
    return new Sealer({ url, folder, clock: () => this.clock(), ...(limit ? { limit } : {}) });
  }

  /** By what the ledger is verified. */
  get proof(): LedgerProof {
    const pem = readFileSync(join(this.folder, ledgerFiles.publicKey), 'utf8');
    return { checkpoints: join(this.folder, ledgerFiles.checkpoints), keys: publicKeysIn(pem) };
  }

  /** Moves the clock on. */
  pass(minutes = 5): void {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString();
  }

  /** Acts so many times in turn, by both partnerships, and seals after every third act and at the end. */
  async live(acts: number): Promise<void> {
    for (let index = 0; index < acts; index += 1) {
      this.pass();
      const giver = this.givers[index % 2] as Giver;
      if (index % 7 === 6) await this.refer(giver);
      else await this.act(index);
      if (index % 3 === 2) await this.seal();
    }
    this.pass();
    await this.seal();
  }

  /** Seals all that has come. */
  async seal(): Promise<SealerLook> {
    let look = await this.sealer.look();
    while (look.more) look = await this.sealer.look();
    return look;
  }

  /** A safety action on one of the cases, or a look at one. */
  async act(index: number): Promise<void> {
    const one = this.cases[index % this.cases.length] as LedgerWorld['cases'][number];
    if (index % 2 === 0) {
      const payload = { who: 'The aunt', what: `Collects the child, day ${index}`, when: 'every day' };
      await this.give(one.giver, 'child-cases/record-safety-action', payload, one.id);
    } else {
      const act = { action: 'GET /child-cases/:id', record: { kind: 'childCase' as const, id: one.id } };
      await readAudited(this.store, one.giver.reading, act, async () => ({
        shown: {},
        persons: [one.childId],
      }));
    }
  }

  /** A child without a case, whose record two people of the first partnership dispose of and the wait has passed; gives the disposal. */
  async dispose(): Promise<string> {
    const giver = this.givers[0] as Giver;
    const { governance, guardian } = this.deciders.get(giver) as Deciders;
    const child = { firstName: 'Robin', lastName: 'Synthetic', from: 'A made-up return' };
    const id = await this.give(giver, 'children/record-child', child);
    const asked = { record: { kind: 'child', id }, basis: 'court-order' };
    const disposal = await this.give(governance, 'disposals/propose-disposal', asked);
    await this.give(guardian, 'disposals/approve-disposal', {}, disposal);
    this.pass(15 * 24 * 60);
    await this.give(governance, 'disposals/carry-out', {}, disposal, destroyRecord);
    this.pass();
    return disposal;
  }

  /** Ends everything and takes the files away. */
  async close(): Promise<void> {
    await this.sealer.stop();
    await this.store.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async give(
    giver: Giver,
    name: string,
    payload: object,
    recordId?: string,
    within?: ChangeRequest['within'],
  ): Promise<string> {
    const about = { ...(recordId ? { recordId } : {}), ...(within ? { within } : {}) };
    const outcome = await change(this.store, { name, payload, ...giver, ...about });
    if (outcome.outcome !== 'accepted') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.record.id;
  }

  private async refer(giver: Giver): Promise<void> {
    const id = await this.give(giver, 'child-cases/record-referral', {
      seenOrSaid: 'An adult waits at the gate.',
      immediateDanger: false,
      child: { firstName: 'Robin', lastName: `Synthetic ${this.cases.length}` },
    });
    // The audit names some person; which one is the same to the ledger.
    this.cases.push({ giver, id, childId: id });
  }

  private async found(name: string): Promise<Giver> {
    const { owner } = this.database.connections;
    const partnershipId = await foundPartnership(owner, { name, now: this.now });
    const agencyId = await addAgency(this.store, partnershipId, { name, kind: 'social-care', teams: [] });
    const add = (person: string, role: Role) =>
      this.person(partnershipId, {
        name: person,
        email: `${person}@${name}.example`.toLowerCase(),
        agencyId,
        roles: [role],
      });
    const giver = await add('Tess', 'triage-social-worker');
    this.deciders.set(giver, {
      governance: await add('Gwen', 'information-governance'),
      guardian: await add('Cara', 'caldicott-guardian'),
    });
    return giver;
  }

  private async person(partnershipId: string, user: NewUser): Promise<Giver> {
    const userId = await addUser(this.store, this.database.connections.owner, partnershipId, user);
    const { name, agencyId, roles } = user;
    return {
      actor: { kind: 'user', userId, name, agencyId, teamId: null, roles },
      reading: {
        partnershipId,
        userId,
        principals: ['everyone', `user:${userId}`, ...roles.map((role) => `role:${role}`)],
      },
      profile: englandProfile,
    };
  }
}
