import { path } from '../../../api-client.js';
import { momentWords } from '../../../date-words.js';
import type { FormValues } from '../../../form-values.js';
import type { Visit } from '../../../visit.js';
import { findingText, type InterviewView } from '../../return-interviews/interview.js';

/** What a return home interview brought, as the beginning of a report: nothing is sent until somebody has read it over. */
export interface FromInterview {
  caption: string;
  href: string;
  values: FormValues;
  /** What was found there, to be marked: what was sent before is not marked anew. */
  found: { value: string; text: string; checked: boolean; hint?: { text: string } }[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Reads the interview that `?interview=` names; null where the address names none. */
export async function fromInterview(visit: Visit): Promise<FromInterview | null> {
  const id = visit.query.interview;
  if (!id) return null;
  const { body } = await visit.read<InterviewView>(path`/api/v1/return-interviews/${id}`);
  const sent = body.sent?.findings ?? [];
  const said = body.written.find(({ kind }) => kind === 'interview')?.body ?? {};
  const own = text(said.ownWords);
  const seen = [text(said.words), own ? `The young person said: “${own}”` : ''];
  return {
    caption: `From the return home interview with ${body.childName}`,
    href: `/return-interviews/${id}`,
    values: {
      seen: seen.filter(Boolean).join('\n\n'),
      when: body.heldAt ? `Told on ${momentWords(body.heldAt)}` : '',
      where: 'Not known',
      howKnown: 'told-by-somebody',
      fromChild: 'yes',
      couldShow: 'not-known',
    },
    found: body.findings.map((value) => ({
      value,
      text: findingText(value),
      checked: !sent.includes(value),
      ...(sent.includes(value) ? { hint: { text: 'Sent before' } } : {}),
    })),
  };
}
