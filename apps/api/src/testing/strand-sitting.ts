import { aDecision, aQuorum, aSittingOn, broughtForward } from '@mase/workflow/testing';
import { canary, type Giver } from './guarded-cases.js';
import type { Known } from './journey-step.js';

/** The case of a person or a place that a sitting hears, and the mark of its canaries. */
export interface HeardCase {
  mark: string;
  caseId: string;
  caseKind: 'personCase' | 'locationCase';
  /** To whom the sitting gives what to do: everybody of these where nothing is said. */
  to?: readonly GivenTo[];
}

/** Somebody who reads nothing of the case and has agreed to act, an agency that is to name who does, or the police for their part. */
type GivenTo = 'outsider' | 'agency' | 'police';

/** What a sitting leaves of a case: its item there, and what it gave to do. */
export interface HeardTrace {
  agendaItem: string;
  actions: string[];
}

interface Holding {
  people: Known;
  agencies: Known;
  lookAs: <T>(who: string, path: string) => Promise<T>;
  heard: readonly HeardCase[];
}

const topics = { personCase: 'person-cases', locationCase: 'location-cases' } as const;
const sections = { personCase: 'person', locationCase: 'location' } as const;

/** What the sitting gives to do about a case. */
function given({ people, agencies }: Holding, { mark, to = ['outsider', 'agency', 'police'] }: HeardCase) {
  const due = '2029-05-01';
  const each = {
    outsider: { what: canary(mark, 'given'), ownerId: people['worker-south'], part: 'safety', due },
    agency: { what: canary(mark, 'given-agency'), agencyId: agencies.health, part: 'safety', due },
    police: { what: canary(mark, 'given-police'), ownerId: people.intelligence, part: 'disruption', due },
  };
  return to.map((one) => each[one]);
}

/**
 * A sitting that is held on persons and places, in this order, and gives actions on each; whoever was given one by name
 * accepts it. Each field that can hold one holds a canary.
 */
export async function aStrandSitting(
  give: Giver,
  holding: Holding,
): Promise<{ sitting: string; traces: HeardTrace[] }> {
  const { people, lookAs, heard } = holding;
  const on = aSittingOn('2026-11-27T13:00:00.000Z', people.chair as string);
  const { id: sitting } = await give('coordinator', 'sittings/schedule-sitting', on);
  await give('coordinator', 'sittings/open-agenda', {}, sitting);
  for (const { mark, caseId, caseKind } of heard) {
    const listing = { basis: 'new', asked: canary(mark, 'listing') };
    await give('intelligence-supervisor', `${topics[caseKind]}/list-for-panel`, listing, caseId);
    const item = { caseId, caseKind, section: sections[caseKind], asked: canary(mark, 'item'), minutes: 7 };
    await give('coordinator', 'sittings/add-item', item, sitting);
  }
  const recipients = [people['member-police'], people['member-health'], people.auditor];
  await give('coordinator', 'sittings/issue-papers', { recipients }, sitting);
  await give('coordinator', 'sittings/record-attendance', aQuorum(), sitting);
  await give('chair', 'sittings/start-sitting', broughtForward, sitting);
  const { items } = await lookAs<{ items: { id: string; caseId: string }[] }>(
    'coordinator',
    `/api/v1/sittings/${sitting}`,
  );
  const traces: HeardTrace[] = [];
  for (const one of heard) {
    const agendaItem = items.find(({ caseId }) => caseId === one.caseId)?.id as string;
    await give('chair', 'agenda-items/open-item', {}, agendaItem);
    const decision = {
      ...aDecision({ reasons: canary(one.mark, 'decision') }),
      actions: given(holding, one),
      dissent: [{ from: 'Health', words: canary(one.mark, 'dissent') }],
    };
    await give('chair', 'agenda-items/record-panel-decision', decision, agendaItem);
    traces.push({ agendaItem, actions: await acceptedActions(give, holding, one) });
  }
  await give('chair', 'sittings/end-sitting', {}, sitting);
  return { sitting, traces };
}

/** What was given to do about a case, by id, once whoever has it by name has accepted it. */
async function acceptedActions(give: Giver, { lookAs }: Holding, { caseId }: HeardCase): Promise<string[]> {
  const path = `/api/v1/plan-actions?caseId=${caseId}&limit=100`;
  const { items } = await lookAs<{ items: { id: string; ownerId: string; part: string }[] }>(
    'intelligence-supervisor',
    path,
  );
  for (const { id, part, ownerId } of items)
    if (ownerId)
      await give(part === 'safety' ? 'worker-south' : 'intelligence', 'plan-actions/accept-action', {}, id);
  return items.map(({ id }) => id);
}
