import type { MatchDecision } from '../identifier-matches/standing.js';
import type { StoredRecord } from '../model.js';
import { inDays } from './in-days.js';
import { anIntelligenceReport, aRequirement, someFigures, somePopulation } from './intelligence-payloads.js';
import { aWorld, dueClock, type Partnership } from './people.js';
import { validPayload } from './valid-payload.js';

/** The books after a made-up report was submitted and led on by these commands of the desk. */
export function reported(...verbs: string[]): Partnership {
  const world = aWorld();
  const { id } = world.give('intelligence/submit-intelligence', anIntelligenceReport(), world.people.nurse);
  for (const verb of verbs) {
    const record: StoredRecord = world.getRecord(id);
    const payload = validPayload(`intelligence/${verb}`, { world, record });
    world.give(`intelligence/${verb}`, payload, world.people.analyst, { record: id });
  }
  return world;
}

/** The books after a made-up requirement was raised, and answered by the agency or withdrawn. */
export function required(verb?: 'answer-requirement' | 'withdraw-requirement'): Partnership {
  const world = aWorld();
  const { analyst, member } = world.people;
  const payload = aRequirement(member.agencyId as string, inDays(world, 9).slice(0, 10));
  const { id } = world.give('intelligence-requirements/raise-requirement', payload, analyst);
  if (!verb) return world;
  const name = `intelligence-requirements/${verb}`;
  const actor = verb === 'answer-requirement' ? member : analyst;
  world.give(name, validPayload(name, { world, record: world.getRecord(id) }), actor, { record: id });
  return world;
}

/** The books after an outside list was compared with them. */
export function listMatched(): Partnership {
  const world = aWorld();
  world.give(
    'match-lists/record-match',
    validPayload('match-lists/record-match', { world, record: null }),
    dueClock,
  );
  return world;
}

/** The books after an agency gave figures that it counted itself, and withdrew them where asked. */
export function figuresGiven(withdrawn = false): Partnership {
  const world = aWorld();
  const { member } = world.people;
  const payload = someFigures(member.agencyId as string);
  const { id } = world.give('partner-figures/record-figures', payload, member);
  if (withdrawn)
    world.give('partner-figures/withdraw-figures', { reason: 'Counted twice (made up)' }, member, {
      record: id,
    });
  return world;
}

/** The books after an agency was asked for figures, and what came of it so far. */
export function figuresAsked(...verbs: ('chase-figures' | 'return-figures' | 'withdraw-figures')[]) {
  const world = aWorld();
  const { coordinator, nurse } = world.people;
  const payload = validPayload('partner-figures/ask-figures', { world, record: null });
  const { id } = world.give('partner-figures/ask-figures', payload, coordinator);
  for (const verb of verbs) {
    const made = validPayload(`partner-figures/${verb}`, { world, record: null });
    world.give(`partner-figures/${verb}`, made, verb === 'return-figures' ? nurse : coordinator, {
      record: id,
    });
  }
  return { world, id };
}

/** The books after a table of the population was recorded, and withdrawn where asked. */
export function populationRecorded(withdrawn = false): Partnership {
  const world = aWorld();
  const { coordinator } = world.people;
  const { id } = world.give('population-tables/record-table', somePopulation(), coordinator);
  if (withdrawn)
    world.give('population-tables/withdraw-table', { reason: 'Of another area (made up)' }, coordinator, {
      record: id,
    });
  return world;
}

/** The books after two made-up reports with one plate were matched, and the match decided, or left without a link. */
export function matchedTwice(decision?: MatchDecision | 'link-withdrawn'): Partnership {
  const world = reported();
  world.give('intelligence/submit-intelligence', anIntelligenceReport(), world.people.worker);
  const payload = validPayload('identifier-matches/propose-match', { world, record: null });
  const { id } = world.give('identifier-matches/propose-match', payload, dueClock);
  if (decision === 'link-withdrawn')
    world.give('identifier-matches/withdraw-match', {}, dueClock, { record: id });
  else if (decision)
    world.give('identifier-matches/decide-match', { decision, reasons: 'Made up' }, world.people.analyst, {
      record: id,
    });
  return world;
}
