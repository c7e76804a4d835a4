import { dueAt } from '../clocks/due.js';
import type { Context } from '../model.js';
import type { Effect } from '../topic.js';
import { getInstrument } from './assessment.js';
import { worker } from './principals.js';
import type { ChildCaseStanding } from './standing.js';

type Ctx = Context<ChildCaseStanding, Parameters<typeof getInstrument>[0]['payload']>;

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
  const { amount, unit } = profile.toFindOut;
  const due = dueAt(amount, unit, happened, profile);
  return codes.map((code) => {
    const what = aboutChild[code] ?? asked.find((one) => one.code === code)?.label ?? code;
    const body = { code, what, how, who: worker(record.standing), due, from: commandId };
    return { do: 'write', kind: 'to-find-out', class: 'case', body } as const;
  });
}
