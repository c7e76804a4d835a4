import type { Visit } from '../../../visit.js';
import type { Entry } from '../case-view.js';
import { certaintyWords, concernOf, harmOf } from '../code-words.js';

interface HarmSaid {
  kind: string;
  certainty: string;
  time: string;
}

/** From the least certain to the most. */
const order = ['none-known', 'suspected', 'confirmed'];

const field = (kind: string): string => `harm-${kind}`;

function saidIn(entry: Entry | undefined): HarmSaid[] {
  const harm = entry?.kind === 'assessment' && Array.isArray(entry.body.harm) ? entry.body.harm : [];
  return (harm as HarmSaid[]).filter(({ certainty }) => order.indexOf(certainty) > 0);
}

const mayCorrect = ({ who }: Visit): boolean =>
  (who?.roles ?? []).some((role) => role === 'manager' || role === 'senior');

/** The kinds of harm that an assessment said, each with what may be put in its place: a manager says that it is less certain. */
export function harmQuestions(entry: Entry | undefined, visit: Visit) {
  if (!mayCorrect(visit)) return [];
  return saidIn(entry).map((said) => ({
    name: field(said.kind),
    legend: concernOf(said.kind),
    items: [
      { value: 'stays', text: 'What was said is right', hint: { text: harmOf(said.kind, said) } },
      ...order.slice(0, order.indexOf(said.certainty)).map((value) => ({
        value,
        text: `It is ${certaintyWords[value]}`,
      })),
    ],
  }));
}

/** What was chosen for each kind of harm; nothing where all that was said is right. */
export function correctedHarm(entry: Entry | undefined, visit: Visit) {
  const changed = saidIn(entry).flatMap(({ kind }) => {
    const certainty = visit.typed(field(kind));
    return certainty && certainty !== 'stays' ? [{ kind, certainty }] : [];
  });
  return changed.length > 0 ? changed : undefined;
}
