import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** So many ids, one after another, a command may create without their last 16 bits running over. */
export const idsInOrder = 0x1fff;

/**
 * An id for a new command, from which those that it creates follow (`derivedId`): with room in its last 16 bits, so that
 * what one command writes stands in the order in which it wrote it, and lists that fall back on ids show one order only.
 * The id of a command that was made from a row of a file bears the row's mark, by which `markIn` knows the row again.
 */
export function newCommandId(mark?: string): string {
  for (;;) {
    const id = uuidv7();
    if (Number.parseInt(id.slice(-4), 16) > 0xffff - idsInOrder) continue;
    return mark === undefined ? id : withMark(id, mark);
  }
}

/** The form of version 8 (RFC 9562): the time of version 7, then the mark, then the last 16 bits as they were. */
const withMark = (id: string, mark: string): string =>
  `${id.slice(0, 14)}8${mark.slice(0, 3)}-8${mark.slice(3, 6)}-${mark.slice(6)}${id.slice(-4)}`;

/** What a row says, as 14 digits: two that say something else have the same by chance once in 2^56. */
export function rowMark(row: object): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 14);
}

/** The mark of the row from which a command was made; null where it was made from none. */
export function markIn(commandId: string): string | null {
  if (commandId[14] !== '8') return null;
  return `${commandId.slice(15, 18)}${commandId.slice(20, 23)}${commandId.slice(24, 32)}`;
}
