/**
 * The n-th id that a command creates (n from 1): its own id with n added to the last 16 bits, so that what one command
 * writes keeps its order by id but where the bits run over. Unique for n below 65,536 because no second
 * command shares the other bits of its id.
 */
export function derivedId(commandId: string, n: number): string {
  if (n < 1 || n > 0xffff) throw new RangeError(`A command creates at most 65,535 ids, asked for ${n}`);
  const tail = ((Number.parseInt(commandId.slice(-4), 16) + n) & 0xffff).toString(16).padStart(4, '0');
  return commandId.slice(0, -4) + tail;
}
