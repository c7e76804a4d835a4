import { contactKinds } from '@mase/workflow/words';
import { enter, select } from '../../../error-words.js';
import type { Visit } from '../../../visit.js';
import { casePage } from '../case-page.js';
import { clockDue } from '../clock-due.js';
import { contactWords, kindHint, kindWords } from '../contact-words.js';

/** Supervision is recorded by managers alone: others are not asked to choose it. */
const kindsFor = ({ who }: Visit) =>
  contactKinds.filter(
    (kind) => kind !== 'supervision' || who?.roles?.some((role) => role === 'manager' || role === 'senior'),
  );

/** What happened with the child, in one screen: which contact, with whom, alone, what was said. */
export const page = casePage({
  verb: 'record-contact',
  fields: {
    kind: select('what it was'),
    with: select('with whom it was'),
    alone: select('whether the child was seen alone'),
    answered: select('whether the child answered'),
    said: enter('what was said'),
  },
  model: ({ view }, visit) => ({
    kinds: kindsFor(visit).map((kind) => ({
      value: kind,
      text: kindWords(kind),
      ...(kindHint[kind] ? { hint: { text: kindHint[kind] } } : {}),
    })),
    known: contactWords(view),
    due: clockDue(view, 'contact'),
  }),
  values: ({ view }) => {
    const leads = (view.allowed ?? []).some(
      ({ command, available }) => available && command.endsWith('/assess-risk'),
    );
    const manages = (view.allowed ?? []).some(
      ({ command, available }) => available && command.endsWith('/allocate-worker'),
    );
    return { kind: manages && !leads ? 'supervision' : 'visit', with: 'child' };
  },
  body: (visit) => ({
    kind: visit.typed('kind'),
    with: visit.typed('with'),
    alone: visit.typed('alone'),
    answered: visit.typed('answered'),
    said: visit.typed('said'),
  }),
  done: 'The contact is recorded',
});
