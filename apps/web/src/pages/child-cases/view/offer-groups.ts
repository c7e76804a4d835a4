import type { Who } from '../../../who.js';
import type { CaseView } from '../case-view.js';
import { beginOffers } from './hung-on-case.js';
import { meets, type Offer, offersOf } from './offers.js';

/** What a worker does next, in the order of the page, and the commands that belong to it. */
const groups: { title: string; verbs: readonly string[] }[] = [
  {
    title: 'Record',
    verbs: [
      ...['record-contact', 'record-view', 'record-feedback', 'record-safety-action', 'record-check'],
      'record-next-check',
      ...['record-strategy-discussion', 'record-section-47-outcome', 'record-conference'],
      ...['decide-triage', 'record-screening', 'record-finding', 'assess-risk', 'confirm-grade'],
      ...['ask-blind-assessment', 'assess-blind', 'record-single-assessment', 'acknowledge-danger'],
      ...['record-notice', 'record-adult-pathway', 'continue-as-adult', 'extend-clock'],
    ],
  },
  { title: 'Plan', verbs: ['agree-plan', 'write-plain-plan', 'share-plan', 'rate-outcomes'] },
  {
    title: 'People and agencies',
    verbs: [
      ...[
        'allocate-worker',
        'request-information',
        'refer-service',
        'set-contact-caution',
        'release-contact-caution',
      ],
      ...['record-placement-area', 'record-area-exchange', 'restrict', 'lift-restriction'],
      ...['declare-connection', 'withdraw-connection'],
    ],
  },
  { title: 'Panel', verbs: ['list-for-panel', 'defer-listing', 'withdraw-listing', 'take-chairs-action'] },
  {
    title: 'End or move',
    verbs: [
      ...['propose-closure', 'approve-closure', 'refuse-closure', 'relist'],
      ...['suspend', 'check-suspension', 'resume'],
      ...['transfer-out', 'accept-transfer', 'refuse-transfer', 'acknowledge-other-area'],
    ],
  },
  {
    title: 'Correct or challenge',
    verbs: ['correct-record', 'withdraw-entry', 'record-breach-decision', 'raise-challenge'],
  },
];

/** What is likely to come next where no clock that this reader can answer says so. */
const likely: Record<string, readonly string[]> = {
  awaitingTriage: ['decide-triage', 'record-check'],
  assessing: ['confirm-grade', 'assess-risk', 'record-contact'],
  planning: ['agree-plan', 'record-contact'],
  monitoring: ['record-contact'],
  closing: ['approve-closure', 'record-contact'],
  suspended: ['check-suspension', 'resume'],
  transferring: ['accept-transfer', 'record-contact'],
  closed: ['acknowledge-other-area', 'record-next-check', 'relist'],
};

/** Danger cannot wait for a place in a list. */
const alwaysFirst = 'raise-immediate-danger';

const verbOf = ({ command }: Offer): string => command.split('/')[1] ?? '';

/** One group of what can be done; the first of `Do now` is the button. */
export interface OfferGroup {
  title: string;
  offers: Offer[];
}

/** The place of a command among the groups: one that none names is recorded. */
const placeOf = (offer: Offer): number =>
  Math.max(
    0,
    groups.findIndex(({ verbs }) => verbs.includes(verbOf(offer))),
  );

/** Whether a group names the command, or danger comes first anyhow. */
export const isGrouped = (verb: string): boolean =>
  verb === alwaysFirst || groups.some(({ verbs }) => verbs.includes(verb));

/** Commands that answer a clock of the reader's own, of his or her role or team: before those of somebody else's clocks. */
function ownWork({ clocks = [], names }: CaseView, reader: Who | null): string[] {
  const own = ({ who }: { who: string }): boolean => {
    const [kind, id = '', role = id] = who.split(':');
    if (kind === 'user') return names?.[id] !== undefined && names[id] === reader?.name;
    return reader?.roles?.includes(role) ?? false;
  };
  return clocks.filter(own).map(({ rule }) => meets[rule] ?? '');
}

/** What can be asked of the case and begun on it now, grouped by what a worker does next: exactly what the api allows, each once. */
export function offerGroups(view: CaseView, reader: Who | null = null): OfferGroup[] {
  const begun = beginOffers(view).map((one): Offer => ({ ...one, text: one.text ?? '', first: false }));
  const all = [...offersOf(view), ...begun];
  const own = ownWork(view, reader);
  const isOwn = (one: Offer) => own.includes(verbOf(one));
  const waited = all.filter(({ first }) => first);
  const due = [...waited.filter(isOwn), ...waited.filter((one) => !isOwn(one))];
  const next = (likely[view.state.work ?? ''] ?? []).flatMap((verb) =>
    all.filter((one) => verbOf(one) === verb),
  );
  const danger = all.filter((one) => verbOf(one) === alwaysFirst);
  const now = [...(due.length > 0 ? due : next.slice(0, 1)), ...danger];
  const rest = all.filter((one) => !now.includes(one));
  const order = (index: number) => (one: Offer, other: Offer) =>
    (groups[index]?.verbs.indexOf(verbOf(one)) ?? 0) - (groups[index]?.verbs.indexOf(verbOf(other)) ?? 0);
  return [
    {
      title: 'Do now',
      offers: now.map((one, index) => ({ ...one, first: index === 0 && one !== danger[0] })),
    },
    ...groups.map(({ title }, index) => ({
      title,
      offers: rest.filter((one) => placeOf(one) === index).sort(order(index)),
    })),
  ].filter(({ offers }) => offers.length > 0);
}
