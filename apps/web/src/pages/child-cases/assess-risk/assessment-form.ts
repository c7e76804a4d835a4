import { path } from '../../../api-client.js';
import type { Visit } from '../../../visit.js';
import type { CaseView, Entry } from '../case-view.js';

/** An instrument as the api gives it to be filled in. */
export interface Instrument {
  id: string;
  version: number;
  title: string;
  guidance: string;
  windows: { id: string; label: string; months?: number }[];
  levels: Level[];
  domains: Domain[];
}

/** A level of concern; some ask for their source and date. */
export interface Level {
  code: string;
  label: string;
  description: string;
  value: number;
  needsEvidence?: boolean;
}

/** A part of the child's life that the instrument looks at. */
export interface Domain {
  code: string;
  label: string;
  asks: string;
  guidance?: string;
  indicators: Indicator[];
  protective: { id: string; label: string }[];
}

/** A sign that may be known to be so or not. */
export interface Indicator {
  code: string;
  label: string;
  type: string;
  weights?: Record<string, number>;
}

/** What an answer rests on. */
export interface Evidence {
  source: string;
  date: string;
  text?: string;
}

/** What was answered last time, as it was written. */
export interface Answers {
  instrument: string;
  answers: {
    code: string;
    answer: string;
    window?: string;
    evidence?: Evidence;
    moreEvidence?: Evidence[];
  }[];
  levels: { domain: string; level: number | null; note?: string; evidence?: Evidence }[];
  protective: { domain: string; factor?: string; text: string }[];
  narratives?: { domain: string; text: string }[];
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

/** Reads the instruments that are in force for a case, the area's first choice first. */
export async function readInstruments(visit: Visit): Promise<Instrument[]> {
  const id = visit.params.id ?? '';
  const { body } = await visit.read<AssessmentFormView>(path`/api/v1/child-cases/${id}/assessment-form`);
  return body.instruments;
}

/** The instrument that is filled in: what the form says, what the address says, else the area's first choice. */
export function chosenInstrument(visit: Visit, instruments: readonly Instrument[]): Instrument {
  const asked = visit.typed('instrument') ?? visit.query.instrument;
  const chosen = instruments.find(({ id }) => id === asked) ?? instruments[0];
  if (!chosen) throw new Error('the area uses no instrument');
  return chosen;
}

const isAssessment = ({ kind, wrong }: Entry): boolean => kind === 'assessment' && !wrong;

/** The newest assessment on a case, by when it was made; or the newest with one instrument. */
export function lastAssessment(view: CaseView, instrument?: string): LastAssessment | null {
  const [entry] = view.written
    .filter(isAssessment)
    .filter(({ body }) => instrument === undefined || body.instrument === instrument)
    .sort((one, other) => other.happened.localeCompare(one.happened));
  return entry ? { happened: entry.happened, body: entry.body as unknown as Answers } : null;
}
