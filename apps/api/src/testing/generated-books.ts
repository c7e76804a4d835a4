import { openOwner } from '@mase/store/testing';
import { topicOf } from '@mase/workflow';
import type { Chance } from '@mase/workflow/testing';
import { BodyAlterer } from './body-alterer.js';
import { description } from './described.js';
import { BodyGenerator, type BodySchema } from './generated.js';
import { askers, bystanders, RequestGenerator } from './generated-request.js';
import type { Along } from './journey-step.js';
import type { TestApi } from './test-api.js';

const { schemas } = (description as unknown as { components: { schemas: { [name: string]: BodySchema } } })
  .components;

/** A record that was made on the way, by the topic of its address, and who worked on it. */
export interface Worked {
  id: string;
  topic: string;
  by: string[];
}

/** What stands in the books that requests are generated for: what a journey came by, and the newest records of each kind. */
export class GeneratedBooks {
  readonly along: Along;
  readonly worked: Worked[] = [];
  /** Ids by the topic of their address. */
  known: { [topic: string]: string[] } = {};

  constructor(
    private readonly api: TestApi,
    private readonly chance: Chance,
    /** How often a value is an odd one. */
    private readonly oddShare: number,
  ) {
    const { people, agencies } = api.founded;
    this.along = { people, agencies, known: {} };
  }

  /** Notes that somebody worked on a record. */
  note(topic: string, id: string, who: string): void {
    const one = this.worked.find((other) => other.id === id);
    if (!one) this.worked.push({ id, topic, by: [who] });
    else if (!one.by.includes(who)) one.by.push(who);
  }

  /** Looks up the newest records of each kind, and what accounts are bound to; of people, those alone who do not ask. */
  async lookUp(): Promise<void> {
    const { founded, database } = this.api;
    const { records, bound } = await openOwner(database.connections.owner, async (client) => ({
      records: await client.query<{ id: string; kind: Parameters<typeof topicOf>[0] }>(
        `select id, kind from (select id, kind, partnership_id, row_number() over (partition by kind order by id desc) as at
          from record where partnership_id = $1) as one where at <= 12`,
        [founded.partnershipId],
      ),
      bound: await client.query<{ id: string }>('select id from identity where partnership_id = $1', [
        founded.partnershipId,
      ]),
    }));
    const asking = askers.map((one) => founded.people[one]);
    this.known = {};
    for (const { id, kind } of records.rows) {
      const { name } = topicOf(kind);
      if (!asking.includes(id)) this.known[name] = [...(this.known[name] ?? []), id];
    }
    this.known.identities = bound.rows.map(({ id }) => id);
    this.known.users = [...bystanders].map((one) => founded.people[one] as string);
  }

  /** Makes requests of what stands in the books now. */
  requests(): RequestGenerator {
    return new RequestGenerator(this.values(this.oddShare), () => this.chance.next(), this.known, this.all);
  }

  /** Alters bodies that are valid, with what stands in the books now. */
  alterer(): BodyAlterer {
    return new BodyAlterer(schemas, this.values(0), this.chance, this.all);
  }

  private get all(): string[] {
    return Object.values(this.known).flat();
  }

  private values(oddShare: number): BodyGenerator {
    return new BodyGenerator(schemas, () => this.chance.next(), this.all, oddShare);
  }
}
