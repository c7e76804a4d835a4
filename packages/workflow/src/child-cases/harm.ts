import type { WrittenRow } from '../model.js';
import {
  type AssessRiskPayload,
  type Concern,
  type CorrectedHarm,
  certainties,
  concerns,
} from './payloads.js';
import type { ChildCaseStanding } from './standing.js';

type Found = AssessRiskPayload['harm'];
type Harm = ChildCaseStanding['harm'];

/** How sure that is, as a number: the surer the higher. */
export const sureness = (certainty: string): number => certainties.indexOf(certainty as never);

/** Harm as it stands after an assessment: time moves on, certainty falls only by correction. */
export function harmAfter(before: Harm, found: Found): Harm {
  const harm = { ...before };
  for (const { kind, certainty, time } of found) {
    const known = harm[kind]?.certainty ?? 'none-known';
    harm[kind] = { certainty: sureness(known) > sureness(certainty) ? known : certainty, time };
  }
  return harm;
}

const recency = ['earlier', 'within-12-months', 'current'];

/** Whether one harm status says of every kind at least what another says, in certainty and in time. */
export function isHarmKept(kept: Harm, ending: Harm): boolean {
  return (Object.keys(ending) as Concern[]).every((kind) => {
    const [one, other] = [ending[kind], kept[kind]];
    if (!one || one.certainty === 'none-known') return true;
    if (!other) return false;
    const isAsSure = sureness(other.certainty) >= sureness(one.certainty);
    return isAsSure && recency.indexOf(other.time) >= recency.indexOf(one.time);
  });
}

/**
 * Whether harm of any kind is current and was not so before, or is surer now: then it is discussed, whatever was
 * discussed before. Time and certainty count kind by kind.
 */
export function hasFurtherHarm(before: Harm, after: Harm): boolean {
  const known = (harm: Harm[Concern]) => (harm?.time === 'current' ? sureness(harm.certainty) : 0);
  return concerns.some((kind) => known(after[kind]) > known(before[kind]));
}

/** What an assessment found of harm. */
export function harmFound({ body }: Pick<WrittenRow, 'body'>): Found {
  return (body as { harm?: Found }).harm ?? [];
}

/** Harm of these kinds as the assessments that stand say it, newest first; a kind that none of them names leaves. */
export function harmBy(
  before: Harm,
  kinds: readonly Concern[],
  assessments: readonly Pick<WrittenRow, 'body'>[],
): Harm {
  const harm = { ...before };
  for (const kind of kinds) {
    delete harm[kind];
    const found = [...assessments]
      .reverse()
      .map((one) => harmFound(one).filter((line) => line.kind === kind));
    Object.assign(harm, harmAfter(harm, found.flat()));
  }
  return harm;
}

/** What an assessment found of harm, less certain where it is corrected. */
export function harmCorrected(found: Found, corrected: readonly CorrectedHarm[]): Found {
  return found.map((line) => ({
    ...line,
    certainty: corrected.find(({ kind }) => kind === line.kind)?.certainty ?? line.certainty,
  }));
}
