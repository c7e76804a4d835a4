import { checkProfileFile, findShippedProfile, type Profile } from '@mase/workflow';
import { type ApiOptions, askAs, signedIn } from './ask.js';
import { CliError, exitCodes } from './exit-codes.js';
import { readInput } from './read-input.js';
import { faultLine } from './sound-instrument.js';

/** Reads a profile's file that has no fault; ends the verb with every fault where it has some. */
export async function soundProfile(file: string, text?: string): Promise<Profile> {
  const { profile, faults } = checkProfileFile(text ?? (await readInput(file)));
  if (profile) return profile;
  throw new CliError(exitCodes.refused, faults.map((fault) => faultLine(file, fault)).join('\n'), { faults });
}

/** A profile by the id of a shipped one, `in-force`, which the api is asked for, or the name of a file. */
export async function profileOf(name: string, options: ApiOptions): Promise<Profile> {
  if (name !== 'in-force') return findShippedProfile(name) ?? soundProfile(name);
  const answer = await askAs(signedIn(options), '/api/v1/profiles/in-force');
  return (await answer.json()) as Profile;
}
