import { ruleDueAt } from '../clocks/due.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { getInstrument } from './assessment.js';
import { worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';
import { openQuestionsOf } from './still-to-find-out.js';

type Ctx = Context<ChildCaseStanding, Parameters<typeof getInstrument>[0]['payload']>;

const clock = 'to-find-out';

/** How something is found out: said with every such action. */
const how =
  'From records, and from adults who know the child. No child is asked to obtain information, directly or through a worker.';

const aboutChild: { [code: string]: string } = {
  'about/age-years': 'The child’s date of birth',
  'about/learning-disability': 'Whether the child has a learning disability',
};

/**
 * What nobody knows yet becomes something for the child's worker to find out by a day of the profile: not known is
 * never no, and an assessment that leaves it open says who looks.
 */
export function toFindOut(context: Ctx, codes: readonly string[]): Effect[] {
  const { record, profile, happened, commandId } = context;
  const { domains } = getInstrument(context);
  const asked = [...domains, ...domains.flatMap((domain) => domain.indicators)];
  const due = ruleDueAt(profile.clocks[clock], happened, profile) ?? happened;
  const who = worker(record.standing);
  const rows = codes.map((code): Effect => {
    const what = aboutChild[code] ?? asked.find((one) => one.code === code)?.label ?? code;
    const body = { code, what, how, who, due, from: commandId };
    return { do: 'write', kind: 'to-find-out', class: 'case', body };
  });
  return rows.length === 0 ? [] : [...rows, { do: 'start', rule: clock, who, sooner: true }];
}

type About = Pick<Context<ChildCaseStanding>, 'record'>;

/**
 * The clock of what is to be found out follows what is written: it ends once nothing is left as not known, and else
 * runs to the day of what has been left the longest; on a closed case nothing runs. `written` holds every row of the case as the command leaves it.
 */
export function followsFindings({ record }: About, written: Parameters<typeof openQuestionsOf>[0]): Effect[] {
  const { standing } = record;
  if (standing.closed) return [];
  const running = standing.clocks.find(({ rule }) => rule === clock);
  const [next] = openQuestionsOf(written);
  if (next?.due === running?.due) return [];
  const who = running?.who ?? worker(standing);
  return [
    ...(running ? [{ do: 'end', rule: clock } as const] : []),
    ...(next
      ? [{ do: 'start', rule: clock, who, start: running?.start ?? next.asked, due: next.due } as const]
      : []),
  ];
}

/** The clock after an assessment: `answers` is its body. */
export function foundOut(context: Ctx, answers: object): Effect[] {
  const { record, facts, happened, commandId } = context;
  if (!record.standing.clocks.some(({ rule }) => rule === clock)) return [];
  const row = { id: commandId, kind: 'assessment', replaces: null, happened, body: answers };
  return followsFindings(context, [row, ...facts.written]);
}
