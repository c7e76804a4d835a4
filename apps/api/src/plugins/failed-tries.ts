/** So many addresses are kept at most; the one that was counted first gives way. */
const keptAtMost = 20_000;
const windowMs = 60_000;

/** Counts what came in vain from each address of the network within a minute, in this process alone. */
export class FailedTries {
  private readonly counts = new Map<string, { count: number; until: number }>();

  constructor(private readonly atMost: number) {}

  /** How long an address must wait, in milliseconds; 0 where it may try. */
  waitOf(address: string, now = Date.now()): number {
    const kept = this.counts.get(address);
    return kept && kept.until > now && kept.count >= this.atMost ? kept.until - now : 0;
  }

  /** Counts one more in vain. */
  count(address: string, now = Date.now()): void {
    const kept = this.counts.get(address);
    if (kept && kept.until > now) {
      kept.count += 1;
      return;
    }
    this.counts.delete(address);
    if (this.counts.size >= keptAtMost) this.counts.delete(this.counts.keys().next().value as string);
    this.counts.set(address, { count: 1, until: now + windowMs });
  }
}
