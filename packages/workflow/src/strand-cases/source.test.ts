import { describe, expect, it } from 'vitest';
import type { ContentClass } from '../access-shapes.js';
import { classesRead } from '../readers.js';
import { aPersonCase } from '../testing/a-strand-case.js';
import type { PersonName } from '../testing/people.js';
import { aNomination } from '../testing/strand-payloads.js';
import { lineWithoutSource, withoutSource } from './source.js';

/** All rows of a case and of the person, with the command that told of it, as somebody is shown them. */
function shownTo(who: PersonName): string {
  const one = aPersonCase().active();
  const { world, id, standing } = one;
  const actor = world.people[who];
  const shown = [id, standing.aboutId].flatMap((record) => {
    const { kind } = world.getRecord(record);
    const classes = classesRead(world.readers.get(record) ?? [], actor, world.at);
    const asking = { classes, userId: actor.userId };
    const rows = (world.written.get(record) ?? [])
      .filter((row) => classes.includes(row.class as ContentClass))
      .map((row) => withoutSource(kind, { ...row, authorId: row.authorId ?? null }, asking));
    const line = { command: 'person-cases/nominate', actorId: world.people.referrer.userId };
    return [...rows, ...(classes.includes('case') ? [lineWithoutSource(kind, line, asking)] : [])];
  });
  return JSON.stringify(shown);
}

describe('who told of a person of concern', () => {
  const tells = (who: PersonName) => {
    const text = shownTo(who);
    const { referrer } = aPersonCase().world.people;
    return [referrer.name, referrer.userId].some((word) => text.includes(word));
  };

  it('is known to the intelligence desk and to whoever told', () => {
    for (const who of ['analyst', 'supervisor', 'referrer'] as const) expect(tells(who), who).toBe(true);
  });

  it('stands with what was told in the own words, which partners do not read', () => {
    const { why } = aNomination() as { why: string };
    for (const who of ['analyst', 'supervisor'] as const) expect(shownTo(who), who).toContain(why);
    for (const who of ['chair', 'coordinator', 'auditor', 'governance'] as const)
      expect(shownTo(who), who).not.toContain(why);
    const old = { kind: 'nomination', authorId: null, body: { why, bases: [] } };
    const asAuditor = { classes: ['case'], userId: 'auditor' } as const;
    expect(withoutSource('personCase', old, asAuditor).body).toEqual({ bases: [] });
    expect(withoutSource('personCase', old, { ...asAuditor, classes: ['disruption'] }).body).toEqual(
      old.body,
    );
  });

  it('is told to nobody else who reads the case', () => {
    for (const who of ['desk', 'chair', 'coordinator', 'auditor', 'governance', 'guardian'] as const) {
      expect(shownTo(who), who).toContain('nomination');
      expect(tells(who), who).toBe(false);
    }
  });
});
