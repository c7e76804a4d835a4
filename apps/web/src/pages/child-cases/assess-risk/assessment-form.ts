import { path } from '../../../api-client.js';
import type { Visit } from '../../../visit.js';
import type { CaseView, Entry } from '../case-view.js';

/** An instrument as the api gives it to be filled in. */
export interface Instrument {
  id: string;
  version: number;
  title: string;
  guidance: string;
  windows: { id: string; label: string }[];
  levels: { code: string; label: string; description: string; value: number }[];
  domains: Domain[];
}

/** A part of the child's life that the instrument looks at. */
export interface Domain {
  code: string;
  label: string;
  indicators: { code: string; label: string; type: string }[];
  protective: { id: string; label: string }[];
}

/** What was answered last time, as it was written. */
export interface Answers {
  answers: {
    code: string;
    answer: string;
    window?: string;
    evidence?: { source: string; date: string; text?: string };
  }[];
  levels: { domain: string; level: number; note?: string }[];
  protective: { domain: string; factor?: string; text: string }[];
  learningDisability: string;
  proposed: string;
  reasons: string;
  analysis: string;
  childView: string;
  harm: { kind: string; certainty: string; time: string; basis: string }[];
  by?: string;
}

/** An assessment that stands, with when it happened. */
export interface LastAssessment {
  happened: string;
  body: Answers;
}

interface AssessmentFormView {
  instruments: Instrument[];
}

/** Reads the instrument that the area uses, for a case. */
export async function readInstrument(visit: Visit): Promise<Instrument> {
  const id = visit.params.id ?? '';
  const { body } = await visit.read<AssessmentFormView>(path`/api/v1/child-cases/${id}/assessment-form`);
  const [instrument] = body.instruments;
  if (!instrument) throw new Error('the area uses no instrument');
  return instrument;
}

const isAssessment = ({ kind, wrong }: Entry): boolean => kind === 'assessment' && !wrong;

/** The newest assessment on a case, by when it was made. */
export function lastAssessment(view: CaseView): LastAssessment | null {
  const all = view.written
    .filter(isAssessment)
    .sort((one, other) => other.happened.localeCompare(one.happened));
  const [entry] = all;
  return entry ? { happened: entry.happened, body: entry.body as unknown as Answers } : null;
}
