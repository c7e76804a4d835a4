import { priorities, strandChairsActions } from '@mase/workflow/words';
import type { Asked } from './command-page.js';
import { choice, line, options, type StrandCommand, text } from './strand-asks.js';

/** Two agencies are asked at the least; there is room for a third. */
const rows = [1, 2, 3];
const parts = ['agency', 'name', 'at', 'said'] as const;

const rowAsks = (row: number): Asked[] => {
  const nth = ['First', 'Second', 'Third'][row - 1] ?? '';
  return [
    line(`agency${row}`, `${nth} agency that was consulted`, 'the agency'),
    line(`name${row}`, 'Who was consulted there?', 'who was consulted'),
    { ...text(`at${row}`, 'When was that?', 'when that was'), kind: 'moment' },
    text(`said${row}`, 'What was said?', 'what was said'),
  ];
};

/** The agencies of which anything was typed, each as one. */
function consulted(typed: Record<string, unknown>): object[] {
  return rows
    .map((row) => Object.fromEntries(parts.map((part) => [part, typed[`${part}${row}`]])))
    .filter((one) => Object.values(one).some(Boolean));
}

/** Chair’s action on a person or a place between sittings: it may raise protection, never step down or remove. */
export const strandChairsAction: StrandCommand = {
  says: 'Two agencies are consulted first. It is in force at once, whoever owns the record is told, and the next sitting minutes it: until then it stays on the panel’s list. Stepping down and removing wait for a sitting.',
  asks: () => [
    { ...choice('did', 'What do you do?', 'what you do', strandChairsActions) },
    {
      ...line('priority', 'Which priority?', 'the priority', 'Where you raise it.'),
      kind: 'select',
      options: [{ value: '', text: 'Choose the priority' }, ...options(priorities)],
    },
    line(
      'measure',
      'Which measure is asked for?',
      'the measure',
      'Where you ask the police or licensing for one.',
    ),
    line('escalatedTo', 'To whom is it escalated?', 'to whom it is escalated', 'Where you escalate it.'),
    text('reasons', 'Why can it not wait for the sitting?', 'why it cannot wait'),
    ...rows.flatMap(rowAsks),
  ],
  shape: (typed) => {
    const own = ['did', 'priority', 'measure', 'escalatedTo', 'reasons'];
    const said = Object.fromEntries(Object.entries(typed).filter(([name]) => own.includes(name)));
    return { ...said, consulted: consulted(typed) };
  },
  done: 'Chair’s action is recorded. It stands on the list until the next sitting minutes it.',
};
