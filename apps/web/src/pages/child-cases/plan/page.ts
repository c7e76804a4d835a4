import { labelOf, roleNames } from '@mase/workflow/words';
import { type Allowed, canDo } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { type Page, show } from '../../../page.js';
import { type ActionView, type InHand, inHandWords, stateTag } from '../../plan-actions/action.js';
import type { CopyView } from '../../plan-copies/copy.js';
import { workersWords } from '../case-bar.js';

interface PlanVersionView {
  version: number;
  kind: string;
  agreedAt: string;
  by: string;
  comment: string | null;
  changes: {
    what: string;
    change: string;
    fields: { field: string; before: string | null; after: string | null }[];
  }[];
}

/** The plan of a case as the api tells it. */
export interface PlanView {
  id: string;
  reference: string;
  name: string;
  /** How many workers the child has had; null for whoever does not read it. */
  workers: number | null;
  plan: { version: number; kind: string; agreedAt: string; sharedAt: string | null } | null;
  together: { id: string; reference: string; name: string }[];
  actions: (ActionView & { inHand: InHand[] })[];
  missing: { caseId: string; actionId: string; what: string; gap: string; words: string; who: string }[];
  versions: PlanVersionView[];
  copies: CopyView[];
  allowed: Allowed[];
}

/** Who holds which version, and whether it was opened. */
function copyLine({ id, recipientName, part, plan, state, issuedAt, openedAt, named }: CopyView) {
  const plain = part === 'plain';
  const waiting = plain ? 'Not given yet' : 'Not opened yet';
  return {
    href: `/plan-copies/${id}`,
    who: recipientName,
    part: named ? `${labelOf(part)}, named by the police` : plain ? 'In plain words' : labelOf(part),
    version: plan,
    issued: dateWords(issuedAt),
    opened:
      state === 'ended'
        ? 'Taken back'
        : state === 'outdated'
          ? 'Out of date: write it again'
          : openedAt
            ? `${plain ? 'Given' : 'Opened'} on ${dateWords(openedAt)}`
            : waiting,
    waits: state === 'issued' || state === 'outdated',
  };
}

/** All that each action lacks, one line an action. */
export function missingLines({
  missing,
  together,
  id,
  name,
}: Pick<PlanView, 'missing' | 'together' | 'id' | 'name'>) {
  const names = new Map([{ id, name }, ...together].map((one) => [one.id, one.name]));
  return [...new Set(missing.map(({ actionId }) => actionId))].map((actionId) => {
    const own = missing.filter((one) => one.actionId === actionId);
    return {
      href: `/plan-actions/${actionId}`,
      change: `/plan-actions/${actionId}/change-action`,
      what: own[0]?.what ?? '',
      child: together.length > 0 ? (names.get(own[0]?.caseId ?? '') ?? null) : null,
      words: own.map(({ words }) => words),
      who: [...new Set(own.map(({ who }) => who))].join('; '),
    };
  });
}

function line(action: PlanView['actions'][number]) {
  return {
    href: `/plan-actions/${action.id}`,
    what: action.what,
    owner: [action.ownerName, action.ownerRole ? roleNames[action.ownerRole] : null]
      .filter(Boolean)
      .join(', '),
    kind: labelOf(action.kind),
    due: action.due,
    tag: stateTag(action),
    hands: action.ended ? [] : action.inHand.map(inHandWords),
  };
}

const fieldWords: Record<string, string> = {
  what: 'what will be done',
  outcome: 'outcome',
  ownerName: 'owner',
  due: 'due',
};

function changeWords({ what, change, fields }: PlanVersionView['changes'][number]): string {
  if (change === 'added') return `Added: ${what}`;
  if (change === 'gone') return `Ended: ${what}`;
  const said = fields.map(({ field, before, after }) => {
    const value = (one: string | null) => (field === 'due' && one ? dateWords(one) : (one ?? 'not given'));
    return `${fieldWords[field] ?? field} from “${value(before)}” to “${value(after)}”`;
  });
  return `Changed: ${what}${said.length > 0 ? ` – ${said.join('; ')}` : ' – its words'}`;
}

/** The plan: everything missing in one place, its actions with who has them in hand, and its versions side by side. */
export const page: Page = {
  id: 'child-cases/plan',
  url: '/child-cases/:id/plan',
  section: '/child-cases',

  async get(visit) {
    const withCases = [visit.query.with ?? []].flat();
    const query = withCases.map((one) => `with=${encodeURIComponent(one)}`).join('&');
    const address = path`/api/v1/child-cases/${visit.params.id ?? ''}/plan`;
    const { body: view } = await visit.read<PlanView>(query ? `${address}?${query}` : address);
    const own = view.actions.filter(({ caseId }) => caseId === view.id);
    const open = (part: string) => own.filter((one) => one.part === part && !one.ended).map(line);
    const here = `/child-cases/${view.id}`;
    return show({
      title: 'Plan',
      back: { href: here, text: 'Back to the case' },
      model: {
        caption: [view.reference, view.name, workersWords(view.workers)].filter(Boolean).join(', '),
        plan: view.plan,
        missing: missingLines(view),
        count: view.missing.length,
        together: view.together.map(({ id, name }) => ({ href: `/child-cases/${id}/plan`, name })),
        parts: [
          { title: 'Safety part', actions: open('safety') },
          { title: 'Disruption part', actions: open('disruption') },
        ].filter(({ actions }) => actions.length > 0),
        ended: own.filter((one) => one.ended).map(line),
        versions: view.versions.map(({ version, kind, agreedAt, by, comment, changes }) => ({
          title: `Version ${version}, ${kind === 'interim' ? 'interim' : 'full'}`,
          when: `Agreed on ${dateWords(agreedAt)} by ${by}`,
          comment,
          changes: changes.map(changeWords),
          first: version === 1,
        })),
        steps: [
          { command: 'child-cases/agree-plan', text: 'Agree the plan', href: `${here}/agree-plan` },
          { command: 'child-cases/share-plan', text: 'Share the plan', href: `${here}/share-plan` },
          {
            command: 'child-cases/write-plain-plan',
            text: 'Write it in plain words for child or carer',
            href: `${here}/write-plain-plan`,
          },
        ].filter(({ command }) => canDo(view.allowed, command)),
        copies: view.copies.map(copyLine),
        unopened: view.copies.filter(({ state }) => state === 'issued' || state === 'outdated').length,
        add: canDo(view.allowed, 'plan-actions/add-action')
          ? `/plan-actions/add-action?case=${view.id}`
          : null,
      },
    });
  },
};
