import { readFileSync } from 'node:fs';
import { missingFor } from './allowed.js';
import { path } from './api-client.js';
import { commandPage } from './command-page.js';
import { enter, select } from './error-words.js';
import { type Answer, again, goTo, type Page, show } from './page.js';
import { codeWords } from './strand.js';
import {
  type Aged,
  ageWords,
  type MatchView,
  type RecordTopic,
  readRecord,
  recordSubject,
} from './strand-record.js';
import { templateUrl } from './templating/template-url.js';
import type { Visit } from './visit.js';

const template = readFileSync(templateUrl('frame/strand-merge.hbs'), 'utf8');

/** Records that may be the same, by what they have in common, or by the name that was typed. */
async function others(visit: Visit, topic: RecordTopic, id: string): Promise<MatchView[]> {
  const find = visit.typed('find');
  if (find) {
    const { body } = await visit.send<{ matches: MatchView[] }>(`/api/v1/${topic}/search`, { name: find });
    return body.matches.filter((one) => one.id !== id && !one.merged);
  }
  const { body } = await visit.read<{ matches: MatchView[] }>(path`/api/v1/${topic}/${id}/possible-matches`);
  return body.matches.filter(({ merged }) => !merged);
}

async function form(visit: Visit, topic: RecordTopic): Promise<Answer> {
  const { view, etag } = await readRecord(visit, topic);
  const found = await others(visit, topic, view.id);
  return show({
    title: 'Join with another record',
    version: etag,
    values: visit.form,
    back: { href: `/${topic}/${view.id}` },
    model: {
      caption: view.name,
      asksAge: topic === 'persons',
      ageHere:
        topic === 'persons'
          ? ageWords(view as unknown as Aged).replace(/^[BN]/, (first) => first.toLowerCase())
          : null,
      missing: missingFor(view.allowed, `${topic}/merge`),
      looked: visit.typed('find') !== undefined,
      others: found.map(({ id, name, by }) => ({
        value: id,
        text: name,
        hint: { text: `The same ${by.map((kind) => codeWords(kind).toLowerCase()).join(', ')}` },
      })),
      cancel: `/${topic}/${view.id}`,
    },
  });
}

/** Joins another record of the same person or place with this one; both histories are kept, and it can be undone. */
export function strandMergePage(topic: RecordTopic): Page {
  return {
    id: `${topic}/merge`,
    url: `/${topic}/:id/merge`,
    section: topic === 'persons' ? '/person-cases' : '/location-cases',
    view: template,
    fields: {
      otherId: select('the other record'),
      reasons: enter('how you know'),
      ageReasons: enter('how it can be one person'),
      find: enter('a name'),
    },
    draft: (visit) => visit.params.id ?? '',
    get: (visit) => form(visit, topic),

    async post(visit) {
      if (visit.typed('look')) return form(visit, topic);
      if (!visit.typed('otherId')) return again({ otherId: 'Choose the other record' });
      const id = visit.params.id ?? '';
      const ageReasons = topic === 'persons' && visit.typed('ageReasons');
      await visit.send(path`/api/v1/${topic}/${id}/merge`, {
        otherId: visit.typed('otherId'),
        reasons: visit.typed('reasons'),
        ...(ageReasons ? { ageReasons } : {}),
      });
      return goTo(`/${topic}/${id}`, 'The two records are joined. They can be taken apart again.');
    },
  };
}

/** Takes a joined record apart again: its cases go back to it. */
export function strandUnmergePage(topic: RecordTopic): Page {
  return commandPage({
    command: `${topic}/unmerge`,
    section: topic === 'persons' ? '/person-cases' : '/location-cases',
    opened: async (visit) => {
      const { view, ...subject } = await recordSubject(visit, topic);
      return {
        ...subject,
        options: { otherId: view.joined.map(({ id, name }) => ({ value: id, text: name })) },
      };
    },
    says: 'The record stands for itself again, with the cases, names and identifiers that it brought.',
    asks: [
      {
        name: 'otherId',
        label: 'Which record is another one after all?',
        called: 'the record',
        kind: 'radios',
      },
      { name: 'reasons', label: 'How do you know?', called: 'how you know', kind: 'text' },
    ],
    done: 'The records are apart again.',
  });
}
