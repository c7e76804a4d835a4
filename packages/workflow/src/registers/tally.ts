import type { ServiceFeedbackStanding } from '../service-feedback/topic.js';
import type { TrainingSessionStanding } from '../training-sessions/topic.js';

/** So many of something, by what it is counted by. */
export interface TallyLine {
  by: string;
  code: string;
  n: number;
}

/** Lines that count the same added up: in the order in which they were first counted by, the largest first. */
function added(lines: readonly TallyLine[]): TallyLine[] {
  const sums = new Map<string, TallyLine>();
  const order = [...new Set(lines.map(({ by }) => by))];
  for (const { by, code, n } of lines) {
    const key = `${by} ${code}`;
    sums.set(key, { by, code, n: (sums.get(key)?.n ?? 0) + n });
  }
  return [...sums.values()].sort(
    (one, other) =>
      order.indexOf(one.by) - order.indexOf(other.by) || other.n - one.n || (one.code < other.code ? -1 : 1),
  );
}

/** Training that was given: sessions by audience, and people by audience, by trade and by where they came from. */
export function trainingTally(sessions: readonly TrainingSessionStanding[]): TallyLine[] {
  const of = (lines: (one: TrainingSessionStanding, people: number) => TallyLine[]) =>
    sessions.flatMap((one) =>
      lines(
        one,
        one.attended.reduce((sum, { n }) => sum + n, 0),
      ),
    );
  return added([
    ...of(({ audience }) => [{ by: 'sessions-by-audience', code: audience, n: 1 }]),
    ...of(({ audience }, n) => [{ by: 'people-by-audience', code: audience, n }]),
    ...of(({ trade }, n) => (trade ? [{ by: 'people-by-trade', code: trade, n }] : [])),
    ...of(({ attended }) => attended.map(({ from, n }) => ({ by: 'people-by-origin', code: from, n }))),
  ]);
}

/** What was said of the service: by whom, and by theme what is good, mixed and not good. */
export function feedbackTally(said: readonly ServiceFeedbackStanding[]): TallyLine[] {
  return added([
    ...said.map(({ giver }) => ({ by: 'giver', code: giver, n: 1 })),
    ...(['good', 'mixed', 'not-good'] as const).flatMap((says) =>
      said.filter((one) => one.says === says).map(({ theme }) => ({ by: says, code: theme, n: 1 })),
    ),
  ]);
}
