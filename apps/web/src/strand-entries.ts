import { labelOf } from '@mase/workflow/words';
import { dateWords } from './date-words.js';
import { codeWords, type StrandEntry } from './strand.js';

const titles: Record<string, string> = {
  nomination: 'Nominated or reported',
  source: 'Who told of it',
  'screening-begun': 'Screening began',
  acceptance: 'Taken on',
  decline: 'Not taken on',
  relisting: 'Taken up again',
  necessity: 'Necessity reviewed',
  basis: 'A basis was added',
  'basis-withdrawn': 'A basis was withdrawn',
  priority: 'Priority',
  officer: 'Another officer owns it',
  handling: 'How it is handled',
  'handled-alike': 'Handled as another case of it is',
  suspension: 'Suspended',
  release: 'The release or return changed',
  'release-prepared': 'Prepared for release',
  resumption: 'Resumed',
  'removal-proposal': 'Removal proposed',
  'removal-refused': 'Removal refused',
  removal: 'Removed',
  recall: 'Copies recalled',
  'next-check': 'Looked at again after the removal',
  investigation: 'Investigation',
  'child-told': 'Children told of an outcome',
  'care-manager-asked': 'A social care manager was asked',
  'care-manager-answer': 'The social care manager answered',
  printing: 'Printing decided',
  listing: 'Listed for the panel',
  'listing-withdrawn': 'Listing withdrawn',
  'listing-deferred': 'Listing deferred',
  'before-panel': 'Before the panel',
  'panel-decision': 'The panel decided',
  'chairs-action': 'Chair’s action between sittings',
  'minutes-part': 'Minutes of the panel about this record, agreed',
  'sitting-cancelled': 'Its sitting was cancelled',
  entry: 'Put on the books',
  details: 'Details added or changed',
  merge: 'Joined with another record',
  unmerge: 'Taken apart again',
  'merged-into': 'Joined with another record',
  parted: 'Stands for itself again',
  'child-role': 'A child on the books as well',
  prevention: 'Training, briefing or visit',
};

/** How an entry is called. */
export const entryTitle = (kind: string): string => titles[kind] ?? labelOf(kind);

const labels: Record<string, string> = {
  why: 'Why',
  panel: 'Sitting',
  text: 'Minutes',
  words: 'In words',
  necessity: 'Necessity',
  reason: 'Reason',
  reasons: 'Reasons',
  ageReasons: 'Of the ages',
  outcome: 'Outcome',
  code: 'Basis',
  on: 'Day',
  gravity: 'How serious',
  access: 'Access to children',
  override: 'Judged otherwise',
  handling: 'Handling',
  conditions: 'Conditions',
  stage: 'Stage',
  officer: 'Officer',
  officerName: 'Owner',
  interviewOn: 'Interviewed on',
  bailUntil: 'Bail until',
  releaseOn: 'Expected release or return',
  checkBy: 'Looked at again by',
  offenderManager: 'Offender manager',
  mappa: 'MAPPA',
  told: 'Told',
  name: 'Name',
  answer: 'Answer',
  printing: 'Printed',
  asked: 'Asked',
  decision: 'Decision',
  kind: 'What',
  audience: 'For whom',
  duplicateCheck: 'Looked for under other names',
  jurisdiction: 'Whose to watch',
  found: 'What was found',
  watcher: 'Who watches from now on',
  nextCheck: 'Next check',
};
const coded = new Set([
  ...[
    'code',
    'gravity',
    'access',
    'override',
    'handling',
    'stage',
    'mappa',
    'answer',
    'printing',
    'decision',
  ],
  ...['kind', 'duplicateCheck', 'jurisdiction'],
]);
const days = new Set(['on', 'interviewOn', 'bailUntil', 'releaseOn', 'checkBy', 'nextCheck']);
const isCode = (value: string) => /^[a-z]+(-[a-z0-9]+)*$/.test(value);

function wordsOf(field: string, value: string): string {
  if (days.has(field)) return dateWords(value);
  if (coded.has(field) || (['reason', 'outcome', 'told'].includes(field) && isCode(value)))
    return codeWords(value);
  return value;
}

/** What was written, the newest first; receipts and what the nominator was told are left to the nominator. */
export function strandHistory(written: readonly StrandEntry[] = []) {
  return written
    .filter(({ kind }) => kind !== 'receipt' && kind !== 'outcome')
    .map(({ kind, happened, wrong, body }) => ({
      title: entryTitle(kind),
      at: happened,
      wrong,
      by: typeof body.by === 'string' ? body.by : null,
      lines: Object.entries(labels).flatMap(([field, label]) => {
        const value = body[field];
        return typeof value === 'string' && value !== '' ? [{ label, text: wordsOf(field, value) }] : [];
      }),
    }));
}
