import { caseRoles } from '../roles.js';
import type { PolicyRow } from '../topic.js';
import type { Strand } from './strand.js';

const officers = {
  roles: ['intelligence-officer', 'intelligence-supervisor'],
  words: 'an intelligence officer or the supervisor',
} as const;
const chairs = { roles: ['chair', 'deputy-chair'], words: 'the chair' } as const;
const coordinator = { roles: ['coordinator'], words: 'the coordinator' } as const;
const careManager = {
  roles: ['manager', 'senior'],
  relation: 'careManager',
  words: 'the social care manager who answers for the child',
} as const;
const licensing = {
  roles: ['licensing-officer'],
  relation: 'licensed',
  words: 'the licensing officer, where there is a licence',
} as const;
const anyWriter = {
  roles: caseRoles.filter((role) => !['auditor', 'observer', 'information-governance'].includes(role)),
  words: 'anyone who may write',
} as const;

const rows = (command: string, ...who: Omit<PolicyRow, 'command'>[]): PolicyRow[] =>
  who.map((one) => ({ command, ...one }));

const ofPersons = [
  ...rows('ask-care-manager', officers),
  ...rows('answer-for-child', careManager),
  ...rows('record-investigation', officers),
  ...rows('record-child-told', officers),
  ...rows('decide-printing', chairs),
];

/** Who may ask what of the case of a person or a place; each line names who that is in words, for a refusal. */
export function strandPolicy(strand: Strand): PolicyRow[] {
  return [
    ...rows(strand.open, anyWriter),
    ...rows('start-screening', officers),
    ...rows(strand.accept, officers),
    ...rows(strand.decline, officers),
    ...rows('allocate-officer', officers),
    ...rows('review-necessity', officers, ...(strand.about === 'person' ? [careManager] : [])),
    ...rows('add-basis', officers, licensing),
    ...rows('withdraw-basis', officers),
    ...rows('set-priority', officers),
    ...rows('set-handling', officers),
    ...rows('close-alike', { roles: [], system: true, words: 'the bringing up to date of a database' }),
    ...rows('suspend', officers),
    ...rows('change-release', officers),
    ...rows('prepare-release', officers),
    ...rows('resume', officers, { roles: [], clock: 'release-day', words: 'the clock, when due' }),
    ...rows('propose-removal', officers),
    ...rows('approve-removal', officers),
    ...rows('refuse-removal', officers),
    ...rows('record-recall', coordinator),
    ...rows('record-next-check', officers, coordinator),
    ...rows('await-next-check', { roles: [], system: true, words: 'the system, for a check fixed long ago' }),
    ...rows('relist', officers),
    ...rows('correct-record', officers),
    ...rows('list-for-panel', officers, coordinator, chairs),
    ...rows('take-chairs-action', chairs),
    ...rows('withdraw-listing', chairs, coordinator),
    ...rows('defer-listing', chairs, coordinator),
    ...(strand.about === 'person' ? ofPersons : []),
  ];
}
