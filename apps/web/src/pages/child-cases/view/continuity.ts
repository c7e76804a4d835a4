import type { CaseView, Entry } from '../case-view.js';

/** A worker of the child: from when until when, why it changed, what was handed over, how they were introduced. */
export interface PastWorker {
  name: string;
  since: string;
  until: string | null;
  reason: string | null;
  handover: string | null;
  introduction: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The workers that the child has had in this case, latest first; nothing for whoever does not read the case. */
export function continuity({ written, names = {}, standing }: CaseView): PastWorker[] {
  const allocations = written
    .filter(({ kind, wrong }) => kind === 'allocation' && !wrong)
    .sort((one, other) => one.happened.localeCompare(other.happened));
  const end = (index: number): string | null =>
    allocations[index + 1]?.happened ?? (standing?.closed ? standing.closed.at : null);
  const worker = ({ body, happened }: Entry, index: number): PastWorker => ({
    name: text(body.workerName) ?? names[String(body.workerId)] ?? 'A worker',
    since: happened,
    until: end(index),
    reason: text(body.reason),
    handover: text(body.handover),
    introduction: text(body.introduction),
  });
  return allocations.map(worker).reverse();
}
