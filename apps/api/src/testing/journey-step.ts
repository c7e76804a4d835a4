import type { TestApi } from './test-api.js';

/** What a journey has come by: ids by the name under which it keeps them. */
export interface Known {
  [name: string]: string;
}

/** What every step can reach: people and agencies by key, and what earlier steps kept. */
export interface Along {
  people: Known;
  agencies: Known;
  known: Known;
}

/** One command of the journey: who gives it, on what, with which body, and what it leaves under which name. */
export interface JourneyStep {
  command: string;
  who: string;
  on?: string;
  body: (along: Along) => object;
  /** Keeps the id of the record that the command made. */
  as?: string;
  /** Keeps more, once it is accepted. */
  keep?: (along: Along, answer: { id: string; entry: string }, api: TestApi) => Promise<void> | void;
  /** A body of the right shape that the workflow refuses, where asking again would be accepted. */
  refusedBody?: (along: Along) => object;
  /** `atEnd`: it may be asked again and again while the case is open, and is refused once it is closed. */
  refused?: 'again' | 'atEnd' | 'never';
}

/** A body that is a reason and nothing else. */
export const reason = () => ({ reason: 'A made-up reason' });
/** A body with nothing in it. */
export const nothing = () => ({});
/** An id that nothing has. */
export const nobody = '01890000-0000-7000-8000-000000000000';
