import type { ActionGroup, ActionRow, PlanSummary, Recorded, SafetyAction } from '@mase/documents';
import type { DatedRow } from '@mase/store';
import { actionReference, openGroups } from './action-rows.js';
import { roleWords } from './code-words.js';
import { type Action, type Case, fieldsOf, type Papers } from './papers.js';
import { readsActions } from './withheld.js';

interface PlanRow {
  version: number;
  kind: 'interim' | 'full';
  actions: { id: string; what: string; ownerId: string | null; ownerName: string; due: string | null }[];
  gaps: { actionId: string; gap: string; ownerId: string | null }[];
  by: string;
}

/** The plan in force, its gaps with their owners, and the actions of it that this reader may see. */
export function planSummary(papers: Papers, record: Case, name: string): PlanSummary {
  const rows = papers.written(record.id, 'plan', 'plan-disruption');
  const safety = rows.find((row) => row.kind === 'plan');
  const inForce = rows.filter((row) => fieldsOf<PlanRow>(row).version === record.standing.plan?.version);
  return {
    state: stateOf(papers, record),
    agreed: agreedWords(papers, record, safety),
    nextReview: reviewWords(papers, record),
    gaps: inForce.flatMap((row) => gapWords(papers, row)),
    actions: groups(papers, record, inForce, name),
  };
}

function stateOf(papers: Papers, { standing }: Case): string {
  const due = standing.clocks.find((clock) => clock.rule === 'plan-agreement')?.due;
  if (!standing.plan) return `No plan is agreed${due ? `: it is due by ${papers.day(due)}` : ''}`;
  const { kind, version } = standing.plan;
  const more = due ? `; the next version is due by ${papers.day(due)}` : '';
  return `${kind === 'interim' ? 'Interim' : 'Agreed in full'}, version ${version}${more}`;
}

function agreedWords(papers: Papers, { standing }: Case, row: DatedRow | undefined): Recorded {
  if (!standing.plan) return null;
  const { by } = fieldsOf<PlanRow>(row);
  return [papers.day(standing.plan.agreedAt), by].filter(Boolean).join(' by ');
}

function reviewWords(papers: Papers, { standing }: Case): Recorded {
  const due = (rule: string) => standing.clocks.find((clock) => clock.rule === rule)?.due;
  const panel = due('panel-review');
  const assessment = due('reassessment');
  const words = [
    panel && `by the panel by ${papers.day(panel)}`,
    assessment && `reassessment by ${papers.day(assessment)}`,
  ].filter((one) => typeof one === 'string');
  const text = words.join('; ');
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : null;
}

const gaps: { [gap: string]: string } = {
  due: 'has no due date',
  outcome: 'has no desired outcome',
  measure: 'does not say how it will be known',
  contingency: 'has no contingency',
  owner: 'has no owner: it was declined, or its owner has left',
  cover: 'has no cover while its owner is away',
};

function gapWords(papers: Papers, row: DatedRow): string[] {
  const { actions = [], gaps: found = [] } = fieldsOf<PlanRow>(row);
  return found.map(({ actionId, gap, ownerId }) => {
    const action = actions.find((one) => one.id === actionId);
    const owner = papers.user(ownerId)?.name ?? action?.ownerName ?? 'not recorded';
    return `${action?.what ?? actionReference(actionId)}: ${gaps[gap] ?? gap} (owner: ${owner})`;
  });
}

/** Actions as they stand now, each part apart; those that this reader may not open stand as the plan agreed them. */
function groups(papers: Papers, record: Case, rows: readonly DatedRow[], name: string): ActionGroup[] {
  const actions = papers.actionsOf(record.id);
  const part = (which: string) => actions.filter((one) => one.standing.part === which);
  const about = () => name;
  const disruption = part('disruption');
  // To say that none is overdue would be untrue for somebody who does not see them all.
  const says = (which: 'safety' | 'disruption') => (group: ActionGroup) =>
    group.actions.length > 0 || readsActions(papers, record.standing.team, which);
  const agreed = rows.flatMap((row) => agreedOnly(papers, row, actions, name));
  return [
    ...openGroups(papers, part('safety'), about, ' in the safety part').filter(says('safety')),
    ...(disruption.length > 0
      ? openGroups(papers, disruption, about, ' in the disruption part').filter(says('disruption'))
      : []),
    ...(agreed.length > 0
      ? [
          {
            title: 'As the plan was agreed; what came of it is left out of this copy',
            none: '',
            actions: agreed,
          },
        ]
      : []),
  ];
}

function agreedOnly(papers: Papers, row: DatedRow, seen: readonly Action[], name: string): ActionRow[] {
  const known = new Set(seen.map((one) => one.id));
  return (fieldsOf<PlanRow>(row).actions ?? [])
    .filter((one) => !known.has(one.id))
    .map((one) => {
      const owner = papers.user(one.ownerId);
      return {
        reference: actionReference(one.id),
        about: name,
        what: one.what,
        owner: one.ownerName,
        role: owner ? roleWords(owner.roles) : null,
        agency: papers.agency(owner?.agencyId),
        due: one.due ? papers.day(one.due) : null,
        state: 'As agreed',
        late: null,
        note: null,
      };
    });
}

/** Steps taken at once, oldest first: who, what and when as they were recorded. */
export function safetyActions(papers: Papers, record: Case): SafetyAction[] {
  return papers
    .written(record.id, 'safety-action')
    .map((row) => {
      const { what = '', who, when } = fieldsOf(row);
      const state = when ? `${when}, in force` : 'in force';
      return { what, who: who ?? null, since: papers.day(row.happened), state };
    })
    .reverse();
}
