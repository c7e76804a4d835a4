import { labelOf, type ServiceOutcome } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { type OnCaseTopic, type OnCaseView, onCaseSubject } from '../../on-case.js';

/** A service to a child as the api shows it. */
export interface ServiceView extends OnCaseView {
  childId: string;
  service: string;
  agencyName: string;
  referred: { name: string; at: string } | null;
  acceptedAt: string | null;
  startedAt: string | null;
  ended: { outcome: ServiceOutcome | 'declined'; at: string } | null;
  caseClosedAt: string | null;
  carried: { caseId: string; reference: string; at: string }[];
}

const dayMs = 86_400_000;

const outcomeWords: Partial<Record<ServiceOutcome | 'declined', string>> = {
  completed: 'Completed as planned',
  'stepped-down': 'Stepped down to lighter help',
  'child-chose-to-stop': 'The child chose to stop',
  'parent-chose-to-stop': 'The parent or carer chose to stop',
  'service-could-not-go-on': 'The service could not go on',
  'moved-away': 'The child moved away',
  'turned-18': 'The child turned 18',
  died: 'The child has died',
  'not-begun': 'It was not begun',
  declined: 'The service declined',
};

/** How a service ended, in words. */
export function serviceOutcome(outcome: string): string {
  return outcomeWords[outcome as ServiceOutcome] ?? labelOf(outcome);
}

/** How long the child waited for the service, or waits still, in calendar days; nothing where it was never begun. */
export function waitingWords(
  { referred, startedAt, ended }: Pick<ServiceView, 'referred' | 'startedAt' | 'ended'>,
  now: Date = new Date(),
): string | null {
  if (!referred || (ended && !startedAt)) return null;
  const until = startedAt ? new Date(startedAt) : now;
  const days = Math.max(0, Math.floor((until.getTime() - new Date(referred.at).getTime()) / dayMs));
  const count = days === 1 ? '1 day' : `${days} days`;
  return startedAt ? `Waited ${count}` : `Waiting for ${count}`;
}

function facts(view: ServiceView) {
  const { referred, ended, carried } = view;
  const day = (at: string | null | undefined) => (at ? dateWords(at) : null);
  const from = carried.map((one) => `${one.reference}, ${dateWords(one.at)}`).join('; ');
  const lines: [string, string | null][] = [
    ['Given by', view.agencyName],
    ['Asked for', referred ? `${dateWords(referred.at)}, by ${referred.name}` : null],
    ['Accepted', day(view.acceptedAt)],
    ['Started', day(view.startedAt)],
    ['Waiting time', waitingWords(view)],
    ['Ended', ended ? `${serviceOutcome(ended.outcome)}, ${dateWords(ended.at)}` : null],
    ['Carried forward from', from || null],
  ];
  return lines.flatMap(([key, text]) => (text ? [{ key, text }] : []));
}

/** How services to children are shown. */
export const serviceTopic: OnCaseTopic<ServiceView> = {
  topic: 'service-episodes',
  section: '/child-cases',
  title: ({ service }) => service,
  notice: ({ caseClosedAt, ended }) =>
    caseClosedAt && !ended
      ? `The case closed on ${dateWords(caseClosedAt)} and the service goes on. Where the child has another case, carry it forward: it is not begun anew.`
      : '',
  facts,
  entries: {
    'service-referral': {
      title: 'Asked for',
      labels: { purpose: 'What it is for', childWords: 'The child’s own words' },
    },
    'service-accepted': { title: 'Accepted', labels: { words: 'In words' } },
    'service-declined': { title: 'Declined', labels: { reason: 'Why' } },
    'service-started': { title: 'Started', labels: { words: 'In words' } },
    'service-ended': {
      title: 'Ended',
      labels: { outcome: 'How', reason: 'Why', childWords: 'The child’s own words' },
    },
    'service-carried': { title: 'Carried forward', labels: { from: 'From', to: 'To' } },
  },
  codes: { outcome: serviceOutcome },
  steps: ['accept-service', 'start-service', 'decline-service', 'end-service', 'carry-service'],
};

/** The service as the subject of one of its commands. */
export const serviceSubject = onCaseSubject(serviceTopic);

/** When a step of a service happened: whoever records it often does so later. */
export const whenAsked = {
  name: 'happened',
  label: 'When was that?',
  called: 'when that was',
  kind: 'moment',
  hint: 'Leave it empty if it was just now',
} as const;
