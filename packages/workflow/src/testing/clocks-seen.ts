import type { Changes, Command } from '../model.js';
import type { RecordKind } from '../record-kind.js';

/** What was seen of the clocks of one rule: which commands started one and met one, and on which kinds of record. */
export interface ClockSeen {
  starts: Set<string>;
  ends: Set<string>;
  kinds: Set<RecordKind>;
}

/** Notes of accepted commands which clocks they start and meet; a clock that is put off, or ends for a reason, is not met. */
export class ClocksSeen {
  readonly rules: Record<string, ClockSeen> = {};

  readonly note = ({ name }: Pick<Command, 'name'>, { records }: Changes): void => {
    for (const { kind, started, ended } of records) {
      for (const { rule } of started) {
        this.of(rule).kinds.add(kind);
        this.of(rule).starts.add(name);
      }
      for (const { rule, reason, how } of ended)
        if (reason === null && how !== 'extended') this.of(rule).ends.add(name);
    }
  };

  private of(rule: string): ClockSeen {
    this.rules[rule] ??= { starts: new Set(), ends: new Set(), kinds: new Set() };
    return this.rules[rule];
  }
}
