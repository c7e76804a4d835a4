import type { MissingSummary } from '@mase/documents';
import type { MissingEpisodeStanding } from '@mase/workflow';
import { interviewOutcomeWords, labelOf } from '@mase/workflow/words';
import { type Case, type Episode, leftOut, type Papers } from './papers.js';

type Known = Pick<MissingEpisodeStanding, 'start' | 'end' | 'kind'> & Partial<MissingEpisodeStanding>;

/** What came of the return home interview, or until when it is in time; null where nothing is recorded. */
function interviewOf(papers: Papers, { interview, interviewDue }: Known): string | null {
  if (interview) return interviewOutcomeWords[interview.outcome];
  return interviewDue ? `Not held yet. In time until ${papers.moment(interviewDue)}` : null;
}

/** Absences that count: a report that is held, or told of another absence, does not. */
export function countedEpisodes(papers: Papers, childId: string): Episode[] {
  return papers
    .all<Episode>('missingEpisode')
    .filter(
      ({ state, standing }) => standing.childId === childId && ['absent', 'over'].includes(state as string),
    );
}

/** Missing since the last sitting, or in the twelve months before a first one, with each episode. */
export function missing(papers: Papers, record: Case): MissingSummary {
  const last = papers.previous && papers.date(papers.previous.standing.startsAt);
  const sitting = papers.date(papers.sitting.standing.startsAt);
  const from = last ?? `${Number(sitting.slice(0, 4)) - 1}${sitting.slice(4)}`;
  const child = papers.childOf(record);
  const opened: Known[] = countedEpisodes(papers, record.standing.childId).map(({ standing }) => standing);
  if (!child && opened.length === 0) return { sinceLast: leftOut, episodes: [] };
  // Who took the case up later may not open earlier episodes: the child's own record counts them all the same.
  const others: Known[] = (child?.standing.episodes ?? [])
    .filter((one) => !opened.some((other) => other.start === one.start))
    .map((one) => ({ ...one, kind: 'missing' }));
  const episodes = [...opened, ...others]
    .filter((one) => one.start >= from && one.start <= sitting)
    .sort((one, other) => (other.since ?? other.start).localeCompare(one.since ?? one.start));
  const when = last
    ? `since the last sitting on ${papers.day(last)}`
    : 'in the twelve months before this sitting';
  const times = episodes.length === 1 ? 'once' : `${episodes.length} times`;
  return {
    sinceLast: episodes.length > 0 ? `Missing ${times} ${when}.` : `Not missing ${when}, as recorded.`,
    episodes: episodes.map((one) => ({
      from: one.since ? papers.moment(one.since) : papers.day(one.start),
      to: one.returnedAt
        ? papers.moment(one.returnedAt)
        : one.end
          ? papers.day(one.end)
          : 'No return is recorded',
      kind: one.kind === 'away' ? 'Away without authorisation' : 'Missing',
      policeLevel: one.police?.level ? labelOf(one.police.level) : null,
      interview: interviewOf(papers, one),
    })),
  };
}
