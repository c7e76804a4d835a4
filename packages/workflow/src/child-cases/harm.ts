import type { WrittenRow } from '../model.js';
import { type AssessRiskPayload, type Concern, type CorrectedHarm, certainties } from './payloads.js';
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
