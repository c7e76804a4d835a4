import {
  discussionOutcomeWords,
  gradeWords,
  type IntelligenceGrade,
  type LinkAnswer,
  labelOf,
  linkAnswerWords,
} from '@mase/workflow/words';
import { birthWords, dateWords } from '../../date-words.js';
import type { WrittenRow } from './link.js';

const heard: Record<string, string> = {
  link: 'Recorded',
  'link-grade': 'Graded',
  'link-told': 'Workers were told',
  'link-acknowledged': 'Acknowledged by whoever works with the child',
  'link-review': 'Reviewed',
  'link-faded': 'Let fade',
  'link-renewed': 'Renewed',
  'link-withdrawn': 'Withdrawn',
  'cluster-proposed': 'Proposed by the counting of links',
  'cluster-grew': 'More children joined',
  'cluster-changed': 'The links were counted again',
  'cluster-unsupported': 'Too few links still stand',
  'cluster-confirmed': 'Confirmed',
  'cluster-declined': 'Declined',
  'cluster-discussion': 'Discussed as possible complex abuse',
  'cluster-meeting': 'Agencies met',
  'cluster-closed': 'Closed',
};

const asked: [field: string, label: string][] = [
  ['words', 'In words'],
  ['reasons', 'Reasons'],
  ['reason', 'Why'],
  ['lastOn', 'Last known on'],
  ['reviewBy', 'Looked at again by'],
  ['by', 'Recorded by'],
];

const said = (field: string, value: string): string => (/(On|By)$/.test(field) ? birthWords(value) : value);

/** What was written of a link or a cluster, line by line. */
export function writtenWords({ kind, happened, body }: WrittenRow) {
  const lines = asked.flatMap(([field, label]) => {
    const value = body[field];
    return typeof value === 'string' && value ? [{ label, text: said(field, value) }] : [];
  });
  const outcome = discussionOutcomeWords[body.outcome as keyof typeof discussionOutcomeWords];
  const doing = linkAnswerWords[body.doing as LinkAnswer];
  const children = typeof body.count === 'number' ? String(body.count) : '';
  const agencies = Array.isArray(body.agencies) ? body.agencies.join(', ') : '';
  return {
    what: heard[kind] ?? labelOf(kind),
    when: dateWords(happened),
    lines: [
      ...(body.grade ? [{ label: 'Grade', text: gradeWords(body.grade as IntelligenceGrade) }] : []),
      ...(doing ? [{ label: 'What is done', text: doing }] : []),
      ...(outcome ? [{ label: 'What was agreed', text: outcome }] : []),
      ...(children ? [{ label: 'Children', text: children }] : []),
      ...(agencies ? [{ label: 'Agencies', text: agencies }] : []),
      ...(body.unreviewed ? [{ label: 'Why', text: 'Nobody reviewed it in time' }] : []),
      ...lines,
    ],
  };
}
