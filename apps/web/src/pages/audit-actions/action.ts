import { type AuditPart, auditPartWords, labelOf } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import { path } from '../../api-client.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { OnCaseEntry } from '../../on-case.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** An action from an audit as lists show it; whose case it came from is shown to those who read the audit. */
export interface ActionLine {
  id: string;
  state: string;
  part: AuditPart | null;
  what: string;
  ownerName: string;
  firstDue: string;
  dueOn: string;
  due: string | null;
  given: { name: string; at: string } | null;
  proofAt: string | null;
  sentBack: number;
  ended: { how: string; at: string } | null;
  from: { auditId: string; caseId: string; name: string; reference: string } | null;
}

/** The same with what was said of it. */
export interface ActionView extends ActionLine {
  clocks: DueDate[];
  written: OnCaseEntry[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** How an action ended, in words. */
export const endingWords = (how: string): string => (how === 'proven' ? 'Done and proven' : labelOf(how));

/** Reads one action. */
export async function readAction(visit: Visit): Promise<{ view: ActionView; etag: string | null }> {
  const { body, etag } = await visit.read<ActionView>(path`/api/v1/audit-actions/${visit.params.id ?? ''}`);
  return { view: body, etag };
}

/** What is asked, of whom, until when, and how it will be known. */
export function actionFacts(view: ActionView): { key: string; text: string }[] {
  const asked = view.written.find(({ kind }) => kind === 'audit-action')?.body ?? {};
  const put = view.dueOn === view.firstDue ? '' : `, put off from ${dateWords(view.firstDue)}`;
  const lines: [string, string | null][] = [
    ['What is to be done', String(asked.what ?? view.what)],
    ['How it will be known', typeof asked.proofWanted === 'string' ? asked.proofWanted : null],
    ['Part of the audit', view.part && auditPartWords[view.part]],
    ['Owner', view.ownerName],
    ['By', `${dateWords(view.dueOn)}${put}`],
    ['Given', view.given && `${dateWords(view.given.at)}, by ${view.given.name}`],
    ['Ended', view.ended && `${endingWords(view.ended.how)}, ${dateWords(view.ended.at)}`],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** How what was said of an action is shown, and what may be done with it. */
export const actionTopic = {
  topic: 'audit-actions',
  entries: {
    'audit-action-proof': { title: 'Proof given', labels: { proof: 'What shows it' } },
    'audit-action-proven': { title: 'Proof accepted', labels: { words: 'In words' } },
    'audit-action-not-proven': { title: 'Sent back', labels: { words: 'What is missing' } },
    'audit-action-handed-over': {
      title: 'Handed over',
      labels: { from: 'From', ownerName: 'To', reason: 'Why' },
    },
    'audit-action-ended': { title: 'Ended without proof', labels: { how: 'How', reason: 'Why' } },
  },
  codes: { how: endingWords },
  steps: ['give-proof', 'answer-proof', 'hand-over', 'end-action'],
};

/** An action as the subject of one of its commands. */
export async function actionSubject(visit: Visit): Promise<Subject> {
  const { view, etag } = await readAction(visit);
  return {
    href: `/audit-actions/${view.id}`,
    caption: view.from ? `${view.from.name}, ${view.from.reference}` : 'Action from an audit',
    version: etag,
    allowed: view.allowed,
    facts: actionFacts(view),
  };
}
