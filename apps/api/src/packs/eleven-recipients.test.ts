import { openPdf, pdfFaults, textOfHtml, withoutSpace } from '@mase/documents/testing';
import { openOwner } from '@mase/store/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { packContent } from './pack-model.js';
import { papersOf } from './testing/papers-of.js';
import { type PlantedSitting, plantedSitting } from './testing/planted-sitting.js';
import { eleven, type Recipient } from './testing/recipients.js';

const whole = process.env.MASE_SOAK_PAPERS === 'whole';
const size = whole ? { children: 25, persons: 8, places: 5 } : { children: 6, persons: 2, places: 2 };

let world: PlantedSitting;
beforeAll(async () => {
  world = await plantedSitting(inject('MASE_TEST_SERVER'), size);
}, 600_000);
afterAll(async () => world.api.close());

const copyOf = (key: Recipient, more = 'format=html') =>
  world.api.ask(key, 'GET', `/api/v1/sittings/${world.sitting.id}/pack?${more}`);

describe('the papers of a sitting for eleven recipients', () => {
  it('hold for each what was planted for him or her, and nothing else of it: 0 over, 0 under', async () => {
    const over: string[] = [];
    const under: string[] = [];
    for (const key of eleven) {
      const text = textOfHtml((await copyOf(key)).body);
      for (const { words, for: to } of world.planted) {
        const held = text.includes(withoutSpace(words));
        if (held && !to.includes(key)) over.push(`${key}: ${words}`);
        if (!held && to.includes(key)) under.push(`${key}: ${words}`);
      }
    }
    expect({ over, under }).toEqual({ over: [], under: [] });
  });

  it('are as PDF accepted by what readers’ software goes by, and say the same', async () => {
    for (const key of whole ? eleven : (['chair', 'observer'] as const)) {
      const answer = await copyOf(key, 'format=pdf');
      const pdf = await openPdf(answer.rawPayload);
      expect([key, pdfFaults(pdf)]).toEqual([key, []]);
      for (const [title, planted] of [
        ['Children', 'VOICE-'],
        ['Persons of concern', 'ALIAS-\\d+-OF-PERSONS'],
        ['Places', 'ALIAS-\\d+-OF-LOCATIONS'],
        ['Clusters of children', 'WHY-A-CLUSTER'],
      ] as const) {
        const sheets = pdf.bookmarks.find((one) => one.title === title)?.items ?? [];
        const mine = world.planted.filter(
          ({ words, for: to }) => new RegExp(`^${planted}`).test(words) && to.includes(key),
        );
        expect([key, title, sheets.length]).toEqual([key, title, mine.length]);
      }
      const held = world.planted.filter(({ words }) => pdf.body.includes(withoutSpace(words)));
      const mine = world.planted.filter(({ for: to }) => to.includes(key));
      expect([key, held.map(({ words }) => words)]).toEqual([key, mine.map(({ words }) => words)]);
    }
  });

  it('say on the agenda how many actions are overdue: those that stand so in the log of the copy, and no other', async () => {
    const counted: [Recipient, number][] = [];
    for (const key of eleven) {
      const { agenda, actionLog } = packContent(await papersOf(world.api, world.sitting.id, key));
      const asked = agenda.flatMap(({ items }) => items.map((one) => one.asked)).join(' ');
      const late = actionLog.find(({ title }) => title === 'Overdue')?.actions.length ?? 0;
      expect([key, Number(/ (\d+) (?:is|are) overdue: decide on each/.exec(asked)?.[1] ?? 0)]).toEqual([
        key,
        late,
      ]);
      counted.push([key, late]);
    }
    // Of three that are overdue who reads what: each owner his or her own, the senior manager those of children.
    expect(Object.fromEntries(counted)).toEqual({
      ...{ chair: 3, deputy: 3, coordinator: 3, auditor: 3, governance: 3, caldicott: 3, senior: 2 },
      ...{ 'member-police': 1, 'member-health': 0, substitute: 1, observer: 0 },
    });
  });

  it('were numbered when they were issued, and are opened by their recipients alone', async () => {
    const copies = async (who: string) =>
      (await world.api.ask(who, 'GET', `/api/v1/sittings/${world.sitting.id}/copies`)).json().items as {
        name: string;
        copy: { version: number; openedAt: string | null } | null;
      }[];
    const listed = await copies('coordinator');
    expect(listed).toHaveLength(eleven.length);
    expect(listed.every(({ copy }) => copy?.version === 1 && copy.openedAt !== null)).toBe(true);
  });
});

/** Whom the outbox told of papers, in order. */
const told = () =>
  openOwner(world.api.database.connections.owner, async (client) => {
    const found = await client.query<{ principal: string }>(
      "select principal from outbox where kind = 'papers-issued' order by at, id",
    );
    return found.rows.map(({ principal }) => principal);
  });

describe('a late change', () => {
  it('of one item gives a new version to the recipients of that item alone, whose page of changes lists exactly it', async () => {
    const { api, sitting, planted } = world;
    const [, , restricted] = sitting.children as [string, string, string];
    const concerned = planted.find(({ words }) => words === 'VOICE-2-OF-A-CHILD')?.for ?? [];
    expect(concerned).toEqual(['chair', 'member-health']);
    const late = { of: 'parent', words: 'WORDS-THAT-CAME-LATE', how: 'by telephone' };
    await api.give('worker', 'child-cases/record-view', late, restricted);
    const recipients = eleven.map((key) => api.founded.people[key]);
    const before = (await told()).length;
    await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
    const names = (await told()).slice(before).sort();
    expect(names).toEqual(concerned.map((key) => `user:${api.founded.people[key]}`).sort());
    for (const key of eleven) {
      const copy = await copyOf(key);
      expect([key, copy.headers['pack-version']]).toEqual([key, concerned.includes(key) ? '2' : '1']);
      const page = /id="changes">[\s\S]*?<\/section>/.exec(copy.body)?.[0] ?? '';
      const entries = [...page.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, entry = '']) =>
        entry.replace(/<[^>]*>/g, '').replace(/\d+|\w+-03/g, 'n'),
      );
      const day = 'Monday n January n';
      const wanted = [`Item n, n Synthetic: The parent’s or carer’s view recorded, ${day}.`];
      expect([key, entries]).toEqual([key, concerned.includes(key) ? wanted : []]);
    }
  });

  it('is a supplement of its own for them: the sheet that changed and no other', async () => {
    const chair = await copyOf('chair', 'document=supplement&format=html');
    expect(chair.statusCode).toBe(200);
    expect(chair.body.match(/<article/g)).toHaveLength(1);
    expect(chair.body).toContain('WORDS-THAT-CAME-LATE');
    expect(chair.body).not.toContain('VOICE-1-OF');
    const other = await copyOf('substitute', 'document=supplement&format=html');
    expect([other.statusCode, other.json().code]).toEqual([409, 'NO_SUPPLEMENT']);
  });

  it('is not hinted at in the list of copies of somebody who may not know of it', async () => {
    const listed = async (who: string) =>
      (await world.api.ask(who, 'GET', `/api/v1/sittings/${world.sitting.id}/copies`)).json().items as {
        name: string;
        copy: { version: number };
        changed: string[];
      }[];
    expect((await listed('coordinator')).map(({ copy, changed }) => [copy.version, changed])).toEqual(
      eleven.map(() => [1, []]),
    );
    const versions = (await listed('chair')).filter(({ copy }) => copy.version === 2).map(({ name }) => name);
    expect(versions).toEqual(['Chris Chair', 'Hana Health-Member']);
  });

  it('one sheet can be had alone, and no sheet of an item that is not open', async () => {
    const { sitting } = world;
    const of = (id: string | undefined) => sitting.items[id ?? ''];
    const own = await copyOf('substitute', `document=extract&format=html&item=${of(sitting.children[0])}`);
    expect(own.body).toContain('VOICE-0-OF-A-CHILD');
    expect(own.body).not.toContain('VOICE-1-OF');
    const closed = await copyOf('substitute', `document=extract&format=html&item=${of(sitting.children[2])}`);
    expect([closed.statusCode, closed.json().code]).toEqual([409, 'NO_SHEET']);
  });
});

describe('an item that is taken off the agenda', () => {
  it('leaves the papers of those who had its sheet, who are told why, and changes nobody else’s', async () => {
    const { api, sitting, planted } = world;
    const [caseId] = sitting.children as [string];
    const concerned = planted.find(({ words }) => words === 'VOICE-0-OF-A-CHILD')?.for ?? [];
    expect(concerned.length).toBeGreaterThan(1);
    const seen = await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting.id}`);
    const items = seen.json().items as { id: string; caseId: string; number: number }[];
    const own = items.find((one) => one.caseId === caseId);
    await api.give('coordinator', 'agenda-items/take-off-agenda', { reason: 'WHY-TAKEN-OFF' }, own?.id);
    const before = (await told()).length;
    const recipients = eleven.map((key) => api.founded.people[key]);
    await api.give('coordinator', 'sittings/issue-papers', { recipients }, sitting.id);
    const names = (await told()).slice(before);
    for (const key of eleven) {
      const text = textOfHtml((await copyOf(key)).body);
      expect([key, text.includes('VOICE-0-OF-A-CHILD')]).toEqual([key, false]);
      if (text.includes('WHY-TAKEN-OFF')) expect(names).toContain(`user:${api.founded.people[key]}`);
      else expect(names, key).not.toContain(`user:${api.founded.people[key]}`);
    }
    for (const key of concerned) expect(names).toContain(`user:${api.founded.people[key]}`);
    const after = await api.ask('coordinator', 'GET', `/api/v1/sittings/${sitting.id}`);
    const now = after.json().items as { id: string; number: number; takenOff?: string }[];
    expect(now.map(({ id, number }) => [id, number])).toEqual(items.map(({ id, number }) => [id, number]));
    expect(now.find(({ id }) => id === own?.id)?.takenOff).toBe('WHY-TAKEN-OFF');
  });
});
