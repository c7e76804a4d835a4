import type { WrittenRow } from '../model.js';
import type { BundleItem, ItemDecided } from './standing.js';

/** A decision with the digest of the text that it was made on. */
export type KeptDecision = ItemDecided & { digest: string };

/** The bundle of a request as it is: its items, and what is decided of those whose text is still the same. */
export interface Bundle {
  items: BundleItem[];
  decided: Map<string, KeptDecision>;
}

/**
 * The bundle as it follows from what was written on the request, newest first: the items gathered last, and of each
 * the last decision. A decision that was made on another text has no effect: the item is decided anew.
 */
export function bundleOf(written: readonly Pick<WrittenRow, 'kind' | 'body'>[]): Bundle {
  const last = written.find(({ kind }) => kind === 'bundle')?.body as { items: BundleItem[] } | undefined;
  const items = last?.items ?? [];
  const digests = new Map(items.map(({ id, digest }) => [id, digest]));
  const decided = new Map<string, KeptDecision>();
  for (const { kind, body } of written) {
    if (kind !== 'item-decisions') continue;
    for (const one of (body as { items: KeptDecision[] }).items)
      if (digests.get(one.id) === one.digest && !decided.has(one.id)) decided.set(one.id, one);
  }
  return { items, decided };
}

/** Spans in order, those that touch joined: what is blacked out, each letter once. */
export function joined(spans: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const inOrder = [...spans].sort((one, other) => one.from - other.from);
  const whole: { from: number; to: number }[] = [];
  for (const span of inOrder) {
    const last = whole.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else whole.push({ ...span });
  }
  return whole;
}

/** What stands in the place of words that are not issued. */
export const redacted = '[redacted]';

/** The text of an item as it is issued; null where nothing of it is. The original is in neither. */
export function issuedText(text: string, decision: ItemDecided): string | null {
  if (decision.decision === 'withhold') return null;
  if (decision.decision === 'release') return text;
  if (decision.replacement !== undefined) return decision.replacement;
  let kept = '';
  let from = 0;
  for (const span of joined(decision.spans ?? [])) {
    kept += text.slice(from, span.from) + redacted;
    from = span.to;
  }
  return kept + text.slice(from);
}
