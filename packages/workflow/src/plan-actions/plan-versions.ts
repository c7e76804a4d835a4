/** An action as a version of the plan kept it; fields that older versions did not keep are absent. */
export interface AgreedAction {
  id: string;
  what: string;
  /** Null where an agency was given it and nobody there is named. */
  ownerId: string | null;
  ownerName: string;
  due: string | null;
  kind?: string;
  outcome?: string | null;
  revision?: number;
}

/** What differs in one action between a version of the plan and the one before it. */
export interface AgreedChange {
  actionId: string;
  what: string;
  change: 'added' | 'gone' | 'changed';
  /** Field by field; empty for one that was added or is gone. */
  fields: { field: 'what' | 'outcome' | 'ownerName' | 'due'; before: string | null; after: string | null }[];
}

/** A version of the plan, as far as the reader sees its parts, and what it changed beside the one before. */
export interface PlanVersion {
  version: number;
  kind: 'interim' | 'full';
  agreedAt: string;
  by: string;
  comment: string | null;
  actions: AgreedAction[];
  changes: AgreedChange[];
}

interface Row {
  kind: string;
  happened: string;
  body: object;
}
type Body = Pick<PlanVersion, 'version' | 'kind' | 'by' | 'actions'> & { comment?: string };

const compared = ['what', 'outcome', 'ownerName', 'due'] as const;

function changeOf(before: AgreedAction | undefined, after: AgreedAction): AgreedChange[] {
  const about = { actionId: after.id, what: after.what };
  if (!before) return [{ ...about, change: 'added', fields: [] }];
  const fields = compared
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((one) => one.before !== one.after);
  // Words that a version keeps shortened may have changed beyond what it keeps.
  const reworded = (before.revision ?? 1) !== (after.revision ?? 1);
  return fields.length > 0 || reworded ? [{ ...about, change: 'changed', fields }] : [];
}

function changesBetween(before: readonly AgreedAction[], after: readonly AgreedAction[]): AgreedChange[] {
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id));
  return [
    ...after.flatMap((action) =>
      changeOf(
        before.find(({ id }) => id === action.id),
        action,
      ),
    ),
    ...gone.map(({ id, what }) => ({ actionId: id, what, change: 'gone' as const, fields: [] })),
  ];
}

/** The versions of a plan from the rows of its case, newest first, each with what it changed. Nothing is lost of an old one. */
export function planVersions(written: readonly Row[]): PlanVersion[] {
  const rows = written.filter(({ kind }) => kind === 'plan' || kind === 'plan-disruption');
  const numbers = [...new Set(rows.map(({ body }) => (body as Body).version))].sort(
    (one, other) => one - other,
  );
  const versions: PlanVersion[] = [];
  for (const version of numbers) {
    const own = rows.filter(({ body }) => (body as Body).version === version);
    const [first] = own;
    if (!first) continue;
    const { kind, by } = first.body as Body;
    const comment = own.map(({ body }) => (body as Body).comment).find(Boolean);
    const actions = own.flatMap(({ body }) => (body as Body).actions);
    const before = versions.at(-1)?.actions ?? [];
    const changes = versions.length > 0 ? changesBetween(before, actions) : [];
    versions.push({
      version,
      kind,
      agreedAt: first.happened,
      by,
      comment: comment ?? null,
      actions,
      changes,
    });
  }
  return versions.reverse();
}
