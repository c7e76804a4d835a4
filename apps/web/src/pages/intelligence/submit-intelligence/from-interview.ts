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
  /** The child, where whoever writes may open the child’s own record. */
  childId: string | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Reads the interview that `?interview=` names; null where the address names none. */
export async function fromInterview(visit: Visit): Promise<FromInterview | null> {
  const id = visit.query.interview;
  if (!id) return null;
  const { body } = await visit.read<InterviewView>(path`/api/v1/return-interviews/${id}`);
  const child = await visit.api.get<{ id: string }>(path`/api/v1/children/${body.childId}`);
  const said = body.written.find(({ kind }) => kind === 'interview')?.body ?? {};
  const found = body.findings.map((code) => findingText(code).toLowerCase()).join(', ');
  const own = text(said.ownWords);
  const seen = [
    text(said.words),
    found ? `Found in the interview: ${found}.` : '',
    own ? `The young person said: “${own}”` : '',
  ];
  return {
    caption: `From the return home interview with ${body.childName}`,
    href: `/return-interviews/${id}`,
    values: {
      seen: seen.filter(Boolean).join('\n\n'),
      when: body.heldAt ? `Told on ${momentWords(body.heldAt)}` : '',
      howKnown: 'told-by-somebody',
      fromChild: 'yes',
    },
    childId: child.ok ? body.childId : null,
  };
}
