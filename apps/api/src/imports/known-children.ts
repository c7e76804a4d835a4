import {
  auditReading,
  type ChildOnBooks,
  findChildrenByLocalId,
  type Reading,
  reading,
  type Store,
  type Tx,
} from '@mase/store';
import type { Actor, Profile } from '@mase/workflow';

/** On whose behalf an import runs. */
export interface Importer {
  store: Store;
  actor: Actor;
  reading: Reading;
  profile: Profile;
  /** What its looks at the books are called in the audit (`imports/ssda903`). */
  action: string;
}

/** A child that rows of the return may name: on the books, or about to be put there by this import. */
export interface NamedChild {
  id: string;
  birthDate: string | null;
  /** Whether the child stood on the books before this import. */
  onBooks: boolean;
  /** Why rows of this child cannot be taken, where that is so. */
  barred?: string;
}

/** The children named so far, by the return's own id; memory grows with the children, not with the rows. */
export class KnownChildren {
  private readonly named = new Map<string, NamedChild | null>();

  constructor(private readonly importer: Importer) {}

  /** The child of this id; undefined where none is on the books or in the header. */
  find(localId: string): NamedChild | undefined {
    return this.named.get(localId) ?? undefined;
  }

  /** Remembers a child that the header names. */
  name(localId: string, child: NamedChild): void {
    this.named.set(localId, child);
  }

  /** Looks children up on the books, all at once; the look is audited for every child that was found. */
  async lookUp(localIds: readonly string[]): Promise<Map<string, ChildOnBooks[]>> {
    return this.look(async (tx) => {
      const found = await findChildrenByLocalId(tx, localIds);
      return { found, persons: [...found.values()].flat().map((one) => one.record.id) };
    });
  }

  /** Makes sure that every one of these ids was looked up, in the header or on the books. */
  async prepare(localIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(localIds)].filter((id) => !this.named.has(id));
    if (unknown.length === 0) return;
    const found = await this.lookUp(unknown);
    for (const id of unknown) this.named.set(id, namedOf(found.get(id)));
  }

  /** Reads under the importer's rights; the persons whose records were read are audited in the same transaction. */
  async look<T>(work: (tx: Tx) => Promise<{ found: T; persons: readonly string[] }>): Promise<T> {
    const { store, reading: who, action } = this.importer;
    return reading(store, who, async (tx) => {
      const { found, persons } = await work(tx);
      if (persons.length > 0) await auditReading(tx, who, { action, persons }, store.clock());
      return found;
    });
  }
}

/** The child that an id names on the books; where two have it, rows cannot be taken. */
export function namedOf(found: ChildOnBooks[] | undefined): NamedChild | null {
  const [first, second] = found ?? [];
  if (!first) return null;
  const child: NamedChild = {
    id: first.record.id,
    birthDate: first.record.standing.birthDate,
    onBooks: true,
  };
  return second
    ? { ...child, barred: 'Two children on the books have this id: they have to be told apart first.' }
    : child;
}
