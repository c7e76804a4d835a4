import { labelOf, stateLabels } from '@mase/workflow/words';
import type { Allowed } from '../../allowed.js';
import type { Subject } from '../../command-page.js';
import { dateWords } from '../../date-words.js';
import type { Visit } from '../../visit.js';
import type { DueDate } from '../../why-dates.js';

/** What an agency is asked about a request for access, as the api shows it. */
export interface ConsultationView {
  clocks: DueDate[];
  id: string;
  version: number;
  state: string;
  childName: string | null;
  agencyId: string;
  contactName: string;
  due: string | null;
  answered: { answer: string; at: string } | null;
  of: { id: string; kind: string; happened: string; text: string | null }[];
  written: { kind: string; body: { question?: string; words?: string } }[];
  names: Record<string, string>;
  allowed: Allowed[];
}

/** Reads one consultation. */
export async function readConsultation(
  visit: Visit,
): Promise<{ consultation: ConsultationView; etag: string | null }> {
  const id = encodeURIComponent(visit.params.id ?? '');
  const { body, etag } = await visit.read<ConsultationView>(`/api/v1/access-consultations/${id}`);
  return { consultation: body, etag };
}

/** Whom it is about, as far as the reader may know. */
export function aboutWords({ childName }: ConsultationView): string {
  return childName ?? 'A request for access';
}

/** What was asked and answered, line by line. */
export function consultationFacts(one: ConsultationView): { key: string; text: string }[] {
  const said = (kind: string) => one.written.find((row) => row.kind === kind)?.body;
  return [
    { key: 'Agency', text: one.names[one.agencyId] ?? 'Not recorded' },
    { key: 'Asked of', text: one.contactName },
    { key: 'Question', text: said('consultation')?.question ?? 'Not recorded' },
    ...(one.due ? [{ key: 'Answer due', text: dateWords(one.due) }] : []),
    ...(one.answered
      ? [
          {
            key: stateLabels.answered ?? 'Answered',
            text: `${labelOf(one.answered.answer)}, ${dateWords(one.answered.at)}`,
          },
          { key: 'In words', text: said('consultation-answer')?.words ?? '' },
        ]
      : []),
  ];
}

/** The consultation as the subject of its command. */
export async function consultationSubject(visit: Visit): Promise<Subject> {
  const { consultation, etag } = await readConsultation(visit);
  return {
    href: `/access-consultations/${consultation.id}`,
    caption: aboutWords(consultation),
    version: etag,
    allowed: consultation.allowed,
    facts: consultationFacts(consultation),
  };
}
