import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const megabyte = 1024 * 1024;

/**
 * What a process holds, in megabytes: JavaScript’s heap; what lies outside it for objects of JavaScript (`external`), and of
 * that the bytes of buffers (`arrayBuffers`), in which the pieces of a file lie; and all that the system gave it (`rss`),
 * which is never given back at once.
 */
export interface MemoryHeld {
  heapUsed: number;
  external: number;
  arrayBuffers: number;
  rss: number;
}

const parts = ['heapUsed', 'external', 'arrayBuffers', 'rss'] as const;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What this process holds after what nobody holds is gone. */
export function memoryHeld(): MemoryHeld {
  collect();
  const held = process.memoryUsage();
  const inMegabytes = (part: (typeof parts)[number]) => Math.round((held[part] / megabyte) * 10) / 10;
  return {
    heapUsed: inMegabytes('heapUsed'),
    external: inMegabytes('external'),
    arrayBuffers: inMegabytes('arrayBuffers'),
    rss: inMegabytes('rss'),
  };
}

/** How much more memory was held at most than at the beginning, part by part: the most of each, whenever that was. */
export class MemoryGrowth {
  readonly most: MemoryHeld;

  constructor(readonly before: MemoryHeld = memoryHeld()) {
    this.most = { ...before };
  }

  /** Looks once more, and keeps of each part the most. */
  look(): void {
    const held = memoryHeld();
    for (const part of parts) this.most[part] = Math.max(this.most[part], held[part]);
  }

  /** Of each part the growth in megabytes; never below 0. */
  grown(): MemoryHeld {
    const grown = { ...this.most };
    for (const part of parts) grown[part] = Math.round((this.most[part] - this.before[part]) * 10) / 10;
    return grown;
  }

  /** The parts that grew by more than they may, in words; none where memory is held within its bounds. */
  beyond(bounds: MemoryHeld): string[] {
    const grown = this.grown();
    return parts
      .filter((part) => grown[part] > bounds[part])
      .map((part) => `${part} grew by ${grown[part]} MB, and may by ${bounds[part]} MB`);
  }
}
