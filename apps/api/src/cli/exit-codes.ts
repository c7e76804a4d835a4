/** What the command line ends with; machines may rely on these. */
export const exitCodes = {
  ok: 0,
  refused: 1,
  usage: 2,
  notSignedIn: 3,
  notReachable: 4,
  ourFault: 5,
} as const;

/** An end of a verb that is not success: a sentence for a person, a code for a machine, and the whole answer for `--json`. */
export class CliError extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
    readonly answer?: object,
  ) {
    super(message);
    this.name = 'CliError';
  }
}

/** Wrong use: what was meant cannot be understood or is missing. */
export const wrongUsage = (message: string) => new CliError(exitCodes.usage, message);
