import { exemptionsOn, itemDecisions, labelOf } from '@mase/workflow/words';
import { canDo } from '../../../allowed.js';
import { path } from '../../../api-client.js';
import { dateWords } from '../../../date-words.js';
import { draftPart } from '../../../drafts.js';
import { enter, type Fields, select } from '../../../error-words.js';
import type { FormValues } from '../../../form-values.js';
import { again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { phrasesOf, type Span, spansOf } from '../marks.js';
import { aboutWords, readRequest } from '../request.js';

interface Decided {
  decision: string;
  exemption?: string;
  spans?: Span[];
  replacement?: string;
  unsaid?: boolean;
}
interface Item {
  id: string;
  kind: string;
  agencyId: string | null;
  happened: string;
  text: string | null;
  decided: Decided | null;
}
interface BundlePage {
  items: Item[];
  names: Record<string, string>;
  all: number;
  next: string | null;
}

const perPage = 10;
const fieldNames = ['id', 'decision', 'exemption', 'marks', 'replacement', 'unsaid'] as const;
const nameOf = (field: (typeof fieldNames)[number], index: number) => `items-${index}-${field}`;
const fields: Fields = Object.fromEntries(
  Array.from({ length: perPage }, (_, index) => index).flatMap((index) => [
    [nameOf('decision', index), select(`what is decided of item ${index + 1} of this page`)],
    [nameOf('exemption', index), select(`the exemption for item ${index + 1} of this page`)],
    [nameOf('marks', index), enter(`what is blacked out in item ${index + 1} of this page`)],
    [nameOf('replacement', index), enter(`what stands in the place of item ${index + 1} of this page`)],
  ]),
);

/** Rows of the form whose decision is sent, in the order in which they are sent. */
const sentRows = (visit: Visit): number[] =>
  Array.from({ length: perPage }, (_, index) => index).filter(
    (index) => visit.typed(nameOf('decision', index)) !== undefined,
  );

function place(pointer: string, visit: Visit): string | undefined {
  const [, nth, field = ''] = /^\/items\/(\d+)\/([a-z]+)/.exec(pointer) ?? [];
  const row = nth === undefined ? undefined : sentRows(visit)[Number(nth)];
  if (row === undefined) return nameOf('decision', 0);
  return nameOf(field === 'spans' ? 'marks' : field === 'exemption' ? 'exemption' : 'decision', row);
}

async function readPage(visit: Visit, after: string | undefined): Promise<BundlePage> {
  const id = visit.params.id ?? '';
  const { body } = await visit.read<BundlePage>(path`/api/v1/access-requests/${id}/bundle`, {
    after,
    limit: perPage,
  });
  return body;
}

const decidedWords = ({ decision, exemption, unsaid }: Decided): string =>
  [labelOf(decision), exemption ? labelOf(exemption).toLowerCase() : null, unsaid ? 'unsaid' : null]
    .filter(Boolean)
    .join(', ');

function valuesOf(items: readonly Item[]): FormValues {
  return Object.fromEntries(
    items.flatMap(({ id, text, decided }, index): [string, string][] => [
      [nameOf('id', index), id],
      [nameOf('decision', index), decided?.decision ?? ''],
      [nameOf('exemption', index), decided?.exemption ?? ''],
      [nameOf('marks', index), decided?.spans ? phrasesOf(text ?? '', decided.spans) : ''],
      [nameOf('replacement', index), decided?.replacement ?? ''],
      [nameOf('unsaid', index), decided?.unsaid ? 'yes' : ''],
    ]),
  );
}

/** What was typed of each item, beside that item, wherever it stands since the bundle was gathered again. */
function putBack(typed: FormValues, now: FormValues): FormValues {
  const rows = Array.from({ length: perPage }, (_, index) => index);
  const values = rows.flatMap((row) => {
    const id = now[nameOf('id', row)];
    const before = id === undefined ? undefined : rows.find((one) => typed[nameOf('id', one)] === id);
    const [from, at] = before === undefined ? [now, row] : [typed, before];
    return fieldNames.map((field): [string, string | string[]] => [
      nameOf(field, row),
      from[nameOf(field, at)] ?? '',
    ]);
  });
  return Object.fromEntries(values);
}

const decisionItems = itemDecisions.map((value) => ({ value, text: labelOf(value) }));

/** The items of a bundle, ten at a time, with their text; whoever decides on them does so here. */
export const page: Page = {
  id: 'access-requests/decide-items',
  url: '/access-requests/:id/decide-items',
  section: '/access-requests',
  fields,
  place,
  draft: (visit) => draftPart(visit.params.id ?? '', visit.query.after),
  putBack,

  async get(visit) {
    const { request, etag } = await readRequest(visit);
    const { after = '' } = visit.query;
    const { items, names, all, next } = await readPage(visit, after || undefined);
    const href = `/access-requests/${request.id}`;
    return show({
      title: 'Items of the bundle',
      version: etag,
      back: { href, text: 'Back to the request' },
      values: valuesOf(items),
      model: {
        caption: aboutWords(request),
        all,
        undecided: request.undecided,
        after,
        mayDecide: canDo(request.allowed, 'access-requests/decide-items'),
        decisions: decisionItems,
        exemptions: [
          { value: '', text: 'None' },
          ...exemptionsOn(new Date().toISOString().slice(0, 10), request.requester?.kind).map(
            ({ code, label, citation }) => ({
              value: code,
              text: `${label} (${citation.replace('Data Protection Act 2018', 'DPA 2018')})`,
            }),
          ),
        ],
        saidNot: [
          {
            value: 'yes',
            text: 'Say nothing of it in the answer: that would confirm what must not be confirmed',
          },
        ],
        items: items.map((one, index) => ({
          ...one,
          number: index + 1,
          names: Object.fromEntries(fieldNames.map((field) => [field, nameOf(field, index)])),
          kind: labelOf(one.kind),
          date: dateWords(one.happened),
          agency: names[one.agencyId ?? ''] ?? 'Not recorded',
          text: one.text,
          decided: one.decided ? decidedWords(one.decided) : null,
        })),
        more: next ? `${href}/decide-items?after=${next}` : null,
        cancel: href,
      },
    });
  },

  async post(visit) {
    const after = visit.typed('after');
    const rows = sentRows(visit);
    const texts = new Map<string, string>();
    const needsText = rows.some((row) => visit.typed(nameOf('marks', row)) !== undefined);
    if (needsText) for (const { id, text } of (await readPage(visit, after)).items) texts.set(id, text ?? '');
    const errors: Record<string, string> = {};
    const items = rows.map((row) => {
      const at = (field: (typeof fieldNames)[number]) => visit.typed(nameOf(field, row));
      const [id = '', decision, marks] = [at('id'), at('decision'), at('marks')];
      if (decision === 'release') return { id, decision };
      const spans =
        marks && decision === 'redact' ? spansOf(texts.get(id) ?? '', marks.replaceAll('\r', '')) : undefined;
      if (spans === null)
        errors[nameOf('marks', row)] = 'Each line must stand in the item as it is written there';
      const replacement = decision === 'redact' ? at('replacement') : undefined;
      return {
        id,
        decision,
        exemption: at('exemption'),
        ...(spans ? { spans } : {}),
        ...(replacement ? { replacement } : {}),
        ...(decision === 'withhold' && at('unsaid') === 'yes' ? { unsaid: true } : {}),
      };
    });
    if (Object.keys(errors).length > 0) return again(errors);
    const id = visit.params.id ?? '';
    await visit.send(path`/api/v1/access-requests/${id}/decide-items`, { items });
    const here = `/access-requests/${encodeURIComponent(id)}/decide-items`;
    return goTo(after ? `${here}?after=${encodeURIComponent(after)}` : here, 'The decisions are kept.');
  },
};
