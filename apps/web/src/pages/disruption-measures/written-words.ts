import { labelOf } from '@mase/workflow/words';
import { dateWords } from '../../date-words.js';
import { becauseWords, type MeasureView } from './measure.js';

const heard: Record<string, string> = {
  'measure-considered': 'Considered',
  'measure-applied': 'Applied for',
  'measure-granted': 'Granted',
  'measure-served': 'Served',
  'measure-varied': 'Varied',
  'measure-breach': 'Breached',
  'measure-review': 'Looked at',
  'measure-discharged': 'Discharged',
  'measure-refused': 'Refused',
  'measure-not-pursued': 'Not pursued',
  'measure-owner': 'Given another owner',
  'measure-withdrawn': 'Withdrawn: it was recorded in error',
  'measure-reckoned': 'Reckoned anew from the child’s age and legal status',
};

const asked: [field: string, label: string][] = [
  ['why', 'Why'],
  ['to', 'To'],
  ['decidedBy', 'Decided by'],
  ['conditions', 'It asks'],
  ['how', 'How'],
  ['what', 'What was done'],
  ['answer', 'What was done about it'],
  ['outcome', 'What follows'],
  ['words', 'In words'],
  ['reason', 'Why'],
  ['lastDay', 'Last day'],
  ['by', 'Recorded by'],
];

const noGround = [
  { label: 'Ground', text: 'None: its owner looks at it again, and its last day is not put off' },
];

/** What was written of a measure, line by line. */
export function writtenWords({ kind, happened, body, wrong }: MeasureView['written'][number]) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const lapsesOn = text(body.lapsesOn);
  const reckoned =
    body.stands === 'no'
      ? noGround
      : lapsesOn
        ? [{ label: 'Lapses on', text: `${dateWords(lapsesOn)}, when ${becauseWords(text(body.because))}` }]
        : [{ label: 'Lapses on', text: 'It has no ground that ends, or none at all' }];
  const lines = asked.flatMap(([field, label]) => {
    const said = text(body[field]);
    if (!said) return [];
    const words = field === 'outcome' ? labelOf(said) : field === 'lastDay' ? dateWords(said) : said;
    return [{ label, text: words }];
  });
  const none = body.noLastDay === true ? [{ label: 'Last day', text: 'None from then on' }] : [];
  const correction = body.correction as { reason: string; by: string } | undefined;
  const set = correction
    ? [{ label: 'Set right because', text: `${correction.reason} (${correction.by})` }]
    : [];
  return {
    what: body.takenBack ? 'A breach taken back: it never was' : (heard[kind] ?? labelOf(kind)),
    wrong,
    when: dateWords(happened),
    lines: kind === 'measure-reckoned' ? reckoned : [...lines, ...none, ...set],
  };
}
