import { commandLabels } from '@mase/workflow/words';
import type { Allowed, CaseView } from '../case-view.js';
import { isLater } from './is-later.js';

/** Something that can be asked of the case now, with the page where it is done. */
export interface Offer {
  command: string;
  text: string;
  href: string;
  first: boolean;
}

/** Something that cannot be asked yet although it matters: what is missing, and who can supply it. */
export interface Wanting {
  text: string;
  missing: { words: string; who: string | null }[];
}

/** Which command meets a clock; a clock that none of these meets is met elsewhere. */
export const meets: Record<string, string> = {
  'triage-decision': 'decide-triage',
  'danger-acknowledgement': 'acknowledge-danger',
  'strategy-discussion': 'record-strategy-discussion',
  'current-harm-strategy': 'record-strategy-discussion',
  'police-view': 'record-view',
  'worker-allocated': 'allocate-worker',
  'first-assessment': 'assess-risk',
  reassessment: 'assess-risk',
  'to-find-out': 'record-finding',
  'grade-confirmation': 'confirm-grade',
  'same-day-safety-actions': 'record-safety-action',
  'plan-agreement': 'agree-plan',
  'interim-plan': 'agree-plan',
  'plan-sharing': 'share-plan',
  'caution-review': 'release-contact-caution',
  conference: 'record-conference',
  'breach-decision': 'record-breach-decision',
  contact: 'record-contact',
  oversight: 'record-contact',
  feedback: 'record-feedback',
  'suspension-check': 'check-suspension',
  'transfer-answer': 'accept-transfer',
  'single-assessment': 'record-single-assessment',
  'transition-prompt': 'record-adult-pathway',
  'adult-decision': 'continue-as-adult',
  'other-area-acknowledgement': 'acknowledge-other-area',
  'next-check': 'record-next-check',
};

const byCommand = (allowed: Allowed[]): Map<string, Allowed[]> => {
  const groups = new Map<string, Allowed[]>();
  for (const one of allowed) groups.set(one.command, [...(groups.get(one.command) ?? []), one]);
  return groups;
};

const label = (command: string): string => commandLabels[command] ?? command;

const next = (view: CaseView): string[] =>
  (view.clocks ?? [])
    .filter((clock) => !isLater(clock))
    .sort((one, other) => (one.due < other.due ? -1 : 1))
    .map(({ rule }) => `child-cases/${meets[rule] ?? ''}`);

/** What may be asked of the case now, exactly as the api allows it; what a running clock waits for comes first. */
export function offersOf(view: CaseView): Offer[] {
  const due = next(view);
  const open = [...byCommand(view.allowed ?? [])].filter(([, ways]) =>
    ways.some(({ available }) => available),
  );
  const offers = open.map(([command]) => ({
    command,
    text: label(command),
    href: `/${command.replace('/', `/${view.id}/`)}`,
    first: due.includes(command),
  }));
  const byDue = (one: Offer, other: Offer) => due.indexOf(one.command) - due.indexOf(other.command);
  return [...offers.filter(({ first }) => first).sort(byDue), ...offers.filter(({ first }) => !first)];
}

/** What a running clock waits for, or what only something missing prevents, and cannot be asked by this reader now. */
export function wantingOf(view: CaseView): Wanting[] {
  const due = next(view);
  return [...byCommand(view.allowed ?? [])].flatMap(([command, ways]) => {
    if (ways.some(({ available }) => available)) return [];
    const all = ways.flatMap(({ missing }) => missing).filter(({ code }) => code !== 'otherChoice');
    const once = all.filter(({ words }, index) => all.findIndex((one) => one.words === words) === index);
    const codes = once.map(({ code }) => code);
    const matters =
      !codes.includes('wrongState') && (due.includes(command) || !codes.includes('notPermitted'));
    if (!matters || once.length === 0) return [];
    const missing = once.map(({ words, who }) => ({
      words,
      who: !who || ['you', 'nobody'].includes(who) ? null : who,
    }));
    return [{ text: label(command), missing }];
  });
}
