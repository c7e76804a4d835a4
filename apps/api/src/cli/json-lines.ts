import { CliError, exitCodes } from './exit-codes.js';

/** The lines of an answer of JSON lines, as they come; throws where the connection breaks. */
export async function* jsonLines<T>(response: Response): AsyncGenerator<T> {
  if (!response.body) return;
  let rest = '';
  try {
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line) as T;
    }
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    const why = cause?.code ? ` (${cause.code})` : '';
    throw new CliError(
      exitCodes.notReachable,
      `The connection broke${why}. What was taken stays: give the same command again and it goes on where it stopped.`,
    );
  }
}
