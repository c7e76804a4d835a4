import { idPattern } from '../fields.js';
import { askAs, type SignedIn } from './ask.js';
import { CliError, exitCodes } from './exit-codes.js';

/** The id of a child's case by its reference or its id; throws where nobody, or more than one, is meant. */
export async function caseNamed(who: SignedIn, given: string): Promise<string> {
  if (idPattern.test(given)) return given;
  const response = await askAs(who, `/api/v1/child-cases?reference=${encodeURIComponent(given)}`);
  const { items } = (await response.json()) as { items: { id: string }[] };
  const [found, ...others] = items;
  if (!found) throw new CliError(exitCodes.refused, `There is no case ${given} that you may see.`);
  if (others.length > 0)
    throw new CliError(exitCodes.refused, `${given} is the reference of several cases: give the id.`);
  return found.id;
}
