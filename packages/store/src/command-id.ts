import { uuidv7 } from 'uuidv7';

/** So many ids, one after another, a command may create without their last 16 bits running over. */
export const idsInOrder = 0x1fff;

/**
 * An id for a new command, from which those that it creates follow (`derivedId`): with room in its last 16 bits, so that
 * what one command writes stands in the order in which it wrote it, and lists that fall back on ids show one order only.
 */
export function newCommandId(): string {
  for (;;) {
    const id = uuidv7();
    if (Number.parseInt(id.slice(-4), 16) <= 0xffff - idsInOrder) return id;
  }
}
