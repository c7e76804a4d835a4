import { readFileSync } from 'node:fs';
import { commandLabels } from '@mase/workflow/words';
import { canDo } from './allowed.js';
import { dateWords, momentWords } from './date-words.js';
import { type Page, show } from './page.js';
import { measuresAt } from './pages/disruption-measures/links.js';
import { agendaOffers } from './pages/sittings/open-agendas.js';
import {
  codeWords,
  type PriorityNode,
  priorityTag,
  readStrand,
  type StrandTopic,
  type StrandView,
  strandFacts,
  strandTag,
  strandWords,
} from './strand.js';
import { strandHistory } from './strand-entries.js';
import { templateUrl } from './templating/template-url.js';
import { whyDates } from './why-dates.js';

const template = readFileSync(templateUrl('frame/strand-case.hbs'), 'utf8');

/** What may be done, in the order of the work; what is due comes first. */
const steps = [
  ...['start-screening', 'accept-nomination', 'accept-report', 'decline-nomination', 'decline-report'],
  ...['answer-for-child', 'approve-removal', 'refuse-removal', 'record-recall', 'record-next-check'],
  'ask-care-manager',
  ...['record-child-told', 'prepare-release', 'review-necessity', 'set-priority', 'add-basis'],
  ...[
    'record-investigation',
    'list-for-panel',
    'withdraw-listing',
    'defer-listing',
    'take-chairs-action',
    'decide-printing',
  ],
  ...['suspend', 'change-release', 'resume', 'allocate-officer', 'set-handling', 'withdraw-basis'],
  ...['correct-record', 'propose-removal', 'relist'],
];

/** A line of the tree by which a priority is explained, as its component takes it. */
const node = ({ label, value, weight, leads, steps: marks = [], children = [] }: PriorityNode): object => ({
  label,
  value: typeof value === 'string' ? codeWords(value) : value,
  adds: weight === undefined ? null : `${weight >= 0 ? 'adds' : 'takes away'} ${Math.abs(weight)}`,
  leads: leads ? codeWords(leads).toLowerCase() : null,
  open: true,
  steps: marks.map((one) => ({
    label: one.label,
    value: one.value,
    adds: null,
    leads: null,
    reached: Number(value) >= Number(one.value),
  })),
  children: children.map(node),
});

/** Where an investigation and a suspension stand, who answers for a child, how it is handled. */
function moreFacts(view: StrandView): { key: string; text: string }[] {
  const {
    investigation,
    suspension,
    careManager,
    handling,
    necessityAt,
    names = {},
    officerId,
    listing,
  } = view;
  const told = (key: string, text: string | null | undefined) => (text ? [{ key, text }] : []);
  return [
    ...told('Owner', officerId ? (names[officerId] ?? 'An officer') : 'The intelligence desk'),
    ...told('Necessity last judged', necessityAt ? dateWords(necessityAt) : null),
    ...told('Handling', handling ? codeWords(handling) : null),
    ...told(
      'Social care manager',
      careManager && `${careManager.name}, ${careManager.agreedAt ? 'agreed' : 'asked'}`,
    ),
    ...told('Expected release or return', suspension?.releaseOn ? dateWords(suspension.releaseOn) : null),
    ...told('Offender manager', suspension?.offenderManager),
    ...told('MAPPA', suspension?.mappa ? codeWords(suspension.mappa) : null),
    ...told('Investigation', investigation && `${codeWords(investigation.stage)}, ${investigation.officer}`),
    ...told('Bail until', investigation?.bailUntil ? dateWords(investigation.bailUntil) : null),
    ...told('Panel', listing && `${codeWords(listing.basis)}: ${listing.asked}`),
  ];
}

/** How the priority came about: what the rule reckons today, and what an officer judged instead. */
function priorityOf(view: StrandView) {
  const { reckoned } = view;
  if (!reckoned) return null;
  const judged = reckoned.override
    ? `An officer judged it ${codeWords(reckoned.override.priority).toLowerCase()} on ${dateWords(reckoned.override.at)}; the rule comes to ${codeWords(reckoned.computed).toLowerCase()}.`
    : null;
  return { asAt: dateWords(reckoned.asAt), judged, nodes: [node(reckoned.explanation)] };
}

/** The page of a case about a person or a place: where it stands, why, how soon something is to be done, what happened. */
export function strandCasePage(topic: StrandTopic): Page {
  const words = strandWords[topic];
  return {
    id: `${topic}/view`,
    url: `/${topic}/:id`,
    section: `/${topic}`,
    view: template,

    async get(visit) {
      const { view } = await readStrand(visit, topic);
      const whole = view.withheld.length === 0;
      const agendas = await agendaOffers(visit, {
        id: view.id,
        panel: view.state?.panel,
        onAgenda: view.onAgenda,
      });
      const open = steps.filter((verb) => canDo(view.allowed, `${topic}/${verb}`));
      return show({
        title: whole ? (view.name ?? words.one) : `Your report of a ${words.one}`,
        back: { href: `/${topic}`, text: words.title },
        model: {
          caption: view.reference,
          whole,
          received: momentWords(view.receivedAt),
          outcome: {
            received: 'It is being looked at. You will be told what comes of it.',
            accepted: 'It was taken on. Police decide who is told more.',
            declined: 'It was not taken on.',
          }[view.outcome],
          tag: strandTag(view),
          priorityTag: whole ? priorityTag(view.reckoned?.priority ?? view.priority) : null,
          facts: whole ? [...strandFacts(view, topic), ...moreFacts(view)] : [],
          aboutHref: whole ? `/${words.about}/${view.aboutId}` : null,
          measures: await measuresAt(visit, whole ? view : {}, topic),
          aboutText: topic === 'person-cases' ? 'Who the person is' : 'What and where the place is',
          agendas,
          priority: priorityOf(view),
          dates: whyDates({ clocks: view.clocks ?? [] }),
          steps: open.map((verb, index) => ({
            text: commandLabels[`${topic}/${verb}`],
            href: `/${topic}/${view.id}/${verb}`,
            main: index === 0,
          })),
          said: strandHistory(view.written),
        },
      });
    },
  };
}
