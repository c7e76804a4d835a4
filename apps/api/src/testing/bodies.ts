import { afterClosing } from './closing-steps.js';
import { journey } from './journey.js';
import { type Known, nobody } from './journey-step.js';

const steps = [...journey, ...afterClosing];

/** The commands that the journey gives: all of them, as the tests of the journey hold. */
export const givenOnTheWay: ReadonlySet<string> = new Set(steps.map((step) => step.command));

/** An id for every name, which nothing has. */
const ids = new Proxy({} as Known, {
  get: (_, name) => {
    const digits = [...String(name)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 40, 7);
    return `${nobody.slice(0, 24)}${digits.toString(16).padStart(12, '0')}`;
  },
});

/** A body of the right shape for a command, as the journey gives it; every id in it is nobody's. */
export function bodyOf(command: string): object {
  const step = steps.find((one) => one.command === command);
  return step?.body({ people: ids, agencies: ids, known: ids }) ?? {};
}
