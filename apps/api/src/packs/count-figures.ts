import { reading } from '@mase/store';
import {
  figuresForPapers,
  figuresInPapers,
  localDate,
  monthsForPapers,
  type PaperFigures,
  type Scorecard,
} from '@mase/workflow';
import { viewScorecard } from '../scorecards/view-scorecard.js';
import type { Issuing, IssuingRequest } from './issuing.js';

/**
 * The figures that papers print, counted once, when they are first issued, as whoever issues them may count; small numbers
 * are kept back, since copies lie on the tables of all agencies. They are the same in every copy from then on, so that no
 * figure makes a new version.
 */
export async function countFigures(app: Issuing, request: IssuingRequest): Promise<PaperFigures | null> {
  const profile = await app.profileOf(request.reading);
  const now = app.store.clock();
  const days = { ...monthsForPapers(localDate(now, profile.timeZone)), knownAt: now, entries: null };
  return reading(app.store, request.reading, async (tx) => {
    const scorecards: Scorecard[] = [];
    for (const { scorecard: id } of figuresInPapers)
      scorecards.push(await viewScorecard(tx, { id, days, profile, outside: true }));
    return figuresForPapers(scorecards);
  });
}
