import { dueOf, endOfDay } from './clocks/due-of-start.js';
import { isEarlier } from './clocks/is-earlier.js';
import { derivedId } from './derived-id.js';
import { isOtherEnd } from './identifier-matches/end-now.js';
import { differences, others } from './list-differences.js';
import type {
  Command,
  Context,
  Edge,
  EndedClock,
  Outgoing,
  QueueLine,
  Reader,
  RecordChange,
  RunningClock,
  SearchTerm,
  Standing,
  StateValue,
  StoredRecord,
  WrittenRow,
} from './model.js';
import { queueOf } from './queue-lines.js';
import { keepersOf, readersJoined, readersOf, withinReach } from './readers.js';
import { storedVersion } from './stored-version.js';
import type { Effect, Step, Topic } from './topic.js';

/** One record on its way from what is stored to what a command makes of it. */
export class RecordDraft {
  private readonly before: StoredRecord;
  private standing: Standing;
  private state: StateValue;
  private readonly started: RunningClock[] = [];
  private readonly ended: EndedClock[] = [];
  private readonly reassigned: RunningClock[] = [];
  private readonly written: WrittenRow[] = [];
  private terms: SearchTerm[] = [];
  private termsGone: SearchTerm[] = [];
  private edges: readonly Edge[] | undefined;
  private reweigh = false;
  private draw = false;
  private parentId: string | null;
  private subjectId: string | null;
  private readonly messages: Outgoing[] = [];
  private payload: object = {};
  private event = '';

  constructor(
    private readonly topic: Topic,
    record: StoredRecord,
    private readonly command: Command,
    private readonly ids: { next: number },
  ) {
    this.before = record;
    this.standing = record.standing;
    this.state = record.state;
    this.parentId = record.parentId;
    this.subjectId = record.subjectId;
  }

  /** The record as it stands after the effects so far. */
  current(): StoredRecord {
    const { standing, state, parentId, subjectId } = this;
    return { ...this.before, standing, state, parentId, subjectId };
  }

  /** Takes one effect into the draft. */
  apply(effect: Effect, context: Context): void {
    switch (effect.do) {
      case 'set':
        this.standing = { ...this.standing, ...effect.patch };
        return;
      case 'write':
        this.written.push({
          id: this.nextId(),
          kind: effect.kind,
          class: effect.class,
          record: { kind: this.before.kind, id: this.before.id },
          replaces: effect.replaces ?? null,
          happened: effect.happened ?? this.command.happened,
          body: effect.body,
        });
        return;
      case 'start':
        this.start(effect, context);
        return;
      case 'reassign':
        this.reassign(effect);
        return;
      case 'end':
        this.end(
          (clock) =>
            clock.rule === effect.rule && !(effect.begun && isEarlier(this.command.happened, clock.start)),
          effect.reason ?? null,
        );
        return;
      case 'extend':
        this.extend(effect, context);
        return;
      case 'endAll':
        this.end((clock) => !effect.except?.includes(clock.rule), effect.reason);
        return;
      case 'send':
        this.messages.push({
          id: this.nextId(),
          kind: effect.kind,
          principal: effect.principal,
          record: effect.about ?? { kind: this.before.kind, id: this.before.id },
        });
        return;
      case 'find':
        this.termsGone = others(this.termsGone, effect.terms, termKey);
        this.terms = [...others(this.terms, effect.terms, termKey), ...effect.terms];
        return;
      case 'lose':
        this.terms = others(this.terms, effect.terms, termKey);
        this.termsGone = [...others(this.termsGone, effect.terms, termKey), ...effect.terms];
        return;
      case 'tie':
        this.edges = [{ ends: effect.ends, firstOn: effect.firstOn, lastOn: effect.lastOn }];
        return;
      case 'untie':
        this.edges = [];
        return;
      case 'hold':
        this.edges = effect.edges;
        return;
      case 'reweigh':
        this.reweigh = true;
        return;
      case 'draw':
        this.draw = true;
        return;
      case 'move':
        if (effect.parentId !== undefined) this.parentId = effect.parentId;
        if (effect.subjectId !== undefined) this.subjectId = effect.subjectId;
    }
  }

  /** The messages to send: where the existence of the record is closed, only to those who read it. */
  outgoing(): Outgoing[] {
    const { access } = this.standing;
    const keepers = keepersOf(this.topic, this.current(), this.command.at);
    const sent = new Set<string>();
    return this.messages.flatMap((message) => {
      const { id, kind, principal, record } = message;
      if (record.id !== this.before.id) return [message];
      const to = withinReach(access, principal, keepers).filter((one) => !sent.has(`${kind} ${one}`));
      for (const one of to) sent.add(`${kind} ${one}`);
      return to.map((one, index) => ({ ...message, id: index === 0 ? id : this.nextId(), principal: one }));
    });
  }

  /** Enters the state that the machine chose, and remembers with which event and payload. */
  moveTo(state: StateValue, step: Step): void {
    this.state = state;
    this.event = this.event === '' ? step.event : this.event;
    this.payload = Object.keys(this.payload).length === 0 ? step.payload : this.payload;
  }

  /** The finished change, with the differences of readers and lists worked out. */
  change(): RecordChange {
    const after = this.current();
    const isNew = this.before.version === 0;
    const readersBefore = isNew ? [] : readersOf(this.topic, this.before, this.before.at);
    const readersAfter = readersOf(this.topic, after, this.command.at);
    const queueBefore = isNew ? [] : queueOf(this.topic, this.before);
    const queueAfter = queueOf(this.topic, after);
    const readers = differences(readersBefore, readersAfter, readerKey);
    const queue = differences(queueBefore, queueAfter, lineKey);
    const persons = this.topic.persons(after as never);
    const summary = this.topic.summary(after.standing as never, after.state);
    const next = nextOf(after.standing, queueAfter);
    return {
      kind: after.kind,
      id: after.id,
      fromVersion: storedVersion(this.before),
      fromState: this.before.state,
      state: this.state,
      standing: this.standing,
      parentId: this.parentId,
      subjectId: this.subjectId,
      summary: {
        ...summary,
        nextDue: summary.nextDue ?? next?.due ?? null,
        nextStep: summary.nextStep ?? next?.rule ?? null,
      },
      persons,
      personsLeft: isNew ? [] : others(this.topic.persons(this.before as never), persons, (id) => id),
      readersAdded: readers.added,
      readersRemoved: readers.removed,
      queueAdded: queue.added,
      queueRemoved: queue.removed,
      started: this.started,
      ended: this.ended,
      reassigned: this.reassigned.filter(({ id }) => this.standing.clocks.some((clock) => clock.id === id)),
      written: this.written,
      terms: this.terms,
      termsGone: this.termsGone,
      ...(this.reweigh ? { reweigh: true } : {}),
      ...(this.draw ? { draw: true } : {}),
      ...(this.termsGone.length > 0 || isOtherEnd(this.topic, this.before, after) ? { rematch: true } : {}),
      ...(this.edges === undefined ? {} : { edges: this.edges }),
      ...(this.topic.joins && (this.edges || readers.added.length + readers.removed.length > 0)
        ? { edgeReaders: readersJoined(this.topic, readersAfter) }
        : {}),
      payload: this.topic.commands[this.event]?.keeps?.(this.payload as never) ?? this.payload,
      event: this.event,
    };
  }

  private nextId(): string {
    this.ids.next += 1;
    return derivedId(this.command.id, this.ids.next);
  }

  private start(effect: Extract<Effect, { do: 'start' }>, context: Context): void {
    const running = this.standing.clocks.find((clock) => clock.rule === effect.rule);
    if (running && !effect.again && !effect.sooner) return;
    const start = effect.start ?? this.command.happened;
    const due = dueOf(effect, start, context.profile);
    if (running && effect.sooner && (due === null || due >= running.due)) return;
    if (running) this.end((clock) => clock.rule === effect.rule, 'Replaced by a later start');
    if (due === null) return;
    const clock: RunningClock = { id: this.nextId(), rule: effect.rule, start, due, who: effect.who };
    this.started.push(clock);
    this.standing = { ...this.standing, clocks: [...this.standing.clocks, clock] };
  }

  private reassign({ rules, from, who }: Extract<Effect, { do: 'reassign' }>): void {
    const clocks = this.standing.clocks.map((clock) => {
      if (clock.who !== from || from === who || !rules.includes(clock.rule)) return clock;
      const moved = { ...clock, who };
      this.reassigned.push(moved);
      return moved;
    });
    this.standing = { ...this.standing, clocks };
  }

  private extend({ rule, due, reason }: Extract<Effect, { do: 'extend' }>, context: Context): void {
    const running = this.standing.clocks.find((clock) => clock.rule === rule);
    if (!running) return;
    const { id, extended: _once, ...kept } = running;
    const from = running.due;
    const clock: RunningClock = {
      ...kept,
      id: this.nextId(),
      due: endOfDay(due, context.profile),
      extended: { from, by: context.actor.name, reason },
    };
    const others = this.standing.clocks.filter((one) => one.id !== id);
    const { who: _who, ...ended } = kept;
    // Why stands with what was written and with the new clock: the row of a clock holds no free text.
    this.ended.push({ ...ended, id, ended: this.command.happened, how: 'extended', reason: null });
    this.started.push(clock);
    this.standing = { ...this.standing, clocks: [...others, clock] };
  }

  private end(which: (clock: RunningClock) => boolean, reason: string | null): void {
    const ending = this.standing.clocks.filter(which);
    if (ending.length === 0) return;
    this.standing = { ...this.standing, clocks: this.standing.clocks.filter((clock) => !which(clock)) };
    for (const clock of ending) {
      const { who: _who, extended: _extended, ...kept } = clock;
      this.ended.push({ ...kept, ended: this.command.happened, how: this.howEnded(clock, reason), reason });
    }
  }

  private howEnded(clock: RunningClock, reason: string | null): EndedClock['how'] {
    if (reason !== null) return clock.due < this.command.at ? 'missed' : 'cancelled';
    return this.command.happened <= clock.due ? 'met' : 'metLate';
  }
}

/** The next step and its date: the first clock to fall due; where none runs, the first line in anybody's list. */
function nextOf({ clocks }: Standing, lines: QueueLine[]): { due: string; rule: string } | undefined {
  const steps = clocks.length > 0 ? clocks : lines.map(({ due, step }) => ({ due, rule: step }));
  return steps.reduce<{ due: string; rule: string } | undefined>(
    (first, one) => (first === undefined || one.due < first.due ? one : first),
    undefined,
  );
}

const readerKey = ({ principal, class: one, until, without }: Reader) =>
  `${principal} ${one} ${until ?? ''} ${without?.join() ?? ''}`;
const lineKey = ({ principal, due, step, without }: QueueLine) =>
  `${principal} ${due} ${step} ${without?.join() ?? ''}`;
const termKey = ({ kind, term }: SearchTerm) => `${kind} ${term}`;
