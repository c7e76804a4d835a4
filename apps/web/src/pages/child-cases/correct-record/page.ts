import { enter, enterDate, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage, type OpenedCase, openCase } from '../case-page.js';
import { correctable, entryChoices, fieldOfEntry, textsOf } from './entry-choices.js';
import { correctedHarm, harmQuestions } from './harm-said.js';

const timed = (visit: Visit): string | undefined => visit.typedMoment('correctedHappened');

function chosen({ view }: OpenedCase, visit: Visit) {
  const id = visit.typed('rowId') ?? visit.query.entry;
  return view.written.find((entry) => entry.id === id && correctable(entry));
}

/** Corrects an entry: the entry stays, marked wrong, with its replacement; clocks that it started are counted anew. */
export const page = casePage({
  verb: 'correct-record',
  fields: {
    rowId: select('the entry that was wrong'),
    reason: enter('why it was wrong'),
    correctedHappened: enterDate('the date and time when it happened'),
    corrected: enter('what is right instead'),
  },
  place: (pointer) =>
    pointer.startsWith('/corrected/') ? fieldOfEntry(pointer.split('/')[2] ?? '') : undefined,
  model: (opened, visit) => {
    const entry = chosen(opened, visit);
    return {
      choices: entryChoices(opened.view),
      entry: entry ?? null,
      texts: entry ? textsOf(entry) : [],
      harm: harmQuestions(entry, visit),
    };
  },
  body: async (visit) => {
    const entry = chosen(await openCase(visit), visit);
    const texts = entry ? textsOf(entry) : [];
    const changed = texts.flatMap(({ field, name, text }) => {
      const typed = visit.typed(name);
      return typed === undefined || typed === text.trim() ? [] : [[field, typed]];
    });
    return {
      rowId: visit.typed('rowId'),
      reason: visit.typed('reason'),
      corrected: Object.fromEntries(changed) as Record<string, string>,
      correctedHappened: timed(visit),
      correctedHarm: correctedHarm(entry, visit),
    };
  },
  done: 'The entry is corrected. The wrong one stays and is marked',
});
