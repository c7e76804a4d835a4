import { enter, select } from '../../../error-words.js';
import { casePage } from '../case-page.js';
import type { Entry } from '../case-view.js';

/** Whose connections stand: those declared last, without those withdrawn since. */
function connected(written: readonly Entry[]): { value: string; text: string }[] {
  const stands = new Map<string, string>();
  for (const { kind, body } of written) {
    if (kind === 'personal-connection') stands.set(String(body.userId), String(body.name));
    if (kind === 'connection-withdrawn') stands.delete(String(body.userId));
  }
  return [...stands].map(([value, text]) => ({ value, text }));
}

/** A connection that was declared by mistake, or is none any more. */
export const page = casePage({
  verb: 'withdraw-connection',
  fields: { userId: select('whose connection it is'), reason: enter('the reason') },
  model: ({ view }) => ({
    people: [{ value: '', text: 'Choose a person' }, ...connected(view.written)],
  }),
  body: (visit) => ({ userId: visit.typed('userId'), reason: visit.typed('reason') }),
  done: 'The connection is withdrawn.',
});
