import type { StoredRecord } from '../model.js';
import type { StrandCaseStanding } from '../strand-cases/standing.js';
import { locationStrand, personStrand, type Strand } from '../strand-cases/strand.js';
import { aWorld, type Partnership, type PersonName } from './people.js';
import { aNomination, anAcceptedCase, aPlaceReport } from './strand-payloads.js';
import { whyNot } from './why-not.js';

/** A case about a person or a place that a test leads to where it wants it; every step is a real command. */
export class StrandCaseBuilder {
  readonly id: string;

  constructor(
    readonly strand: Strand,
    readonly world: Partnership,
    over: object = {},
    who: PersonName = 'referrer',
  ) {
    const payload = strand.about === 'person' ? aNomination(over) : aPlaceReport(over);
    this.id = world.give(`${strand.topic}/${strand.open}`, payload, world.people[who]).id;
  }

  get record(): StoredRecord<StrandCaseStanding> {
    return this.world.getRecord(this.id);
  }

  get standing(): StrandCaseStanding {
    return this.record.standing;
  }

  /** The state as `work/panel`. */
  get state(): string {
    return Object.values(this.record.state).join('/');
  }

  /** When a running clock of a rule is due; undefined where none runs. */
  due(rule: string): string | undefined {
    return this.standing.clocks.find((one) => one.rule === rule)?.due;
  }

  /** Gives a command of the case. */
  give(verb: string, payload: object = {}, who: PersonName = 'analyst'): this {
    this.world.give(`${this.strand.topic}/${verb}`, payload, this.world.people[who], { record: this.id });
    return this;
  }

  /** Asks for a command and says why it was refused, in codes; nothing where it was accepted. */
  whyNot(verb: string, payload: object = {}, who: PersonName = 'analyst'): string[] {
    const { world, strand } = this;
    return whyNot(world.ask(`${strand.topic}/${verb}`, payload, world.people[who], { record: this.id }));
  }

  screened(): this {
    return this.give('start-screening');
  }

  active(): this {
    return this.screened().give(this.strand.accept, anAcceptedCase());
  }

  declined(): this {
    return this.screened().give(this.strand.decline, { reason: 'not-enough-known', words: 'Made up' });
  }

  suspended(over: object = {}): this {
    const inCustody = { reason: 'custody', mappa: 'level-2', offenderManager: 'Made-up manager' };
    const words = { words: 'Made-up words', releaseOn: '2027-11-03' };
    const own = this.strand.about === 'person' ? inCustody : { reason: 'closed-for-now' };
    return this.give('suspend', { ...own, ...words, ...over });
  }

  removalProposed(over: object = {}): this {
    return this.give('propose-removal', { reason: 'no-longer-necessary', words: 'Made up', ...over });
  }

  removed(over: object = {}): this {
    return this.removalProposed(over).give('approve-removal', { words: 'Made up' }, 'supervisor');
  }

  listed(): this {
    return this.give('list-for-panel', { basis: 'new', asked: 'What can each agency do?' });
  }
}

/** The case of a person who was nominated by a referrer. */
export const aPersonCase = (world: Partnership = aWorld(), over: object = {}, who?: PersonName) =>
  new StrandCaseBuilder(personStrand, world, over, who);

/** The case of a place that a referrer reported. */
export const aLocationCase = (world: Partnership = aWorld(), over: object = {}, who?: PersonName) =>
  new StrandCaseBuilder(locationStrand, world, over, who);

/** A nomination of somebody who is fifteen or sixteen. */
export const aYoungPerson = { person: { name: 'Person Amber-06', ageFrom: 15, ageTo: 16 } };
