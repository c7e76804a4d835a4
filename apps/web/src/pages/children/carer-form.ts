import { readFileSync } from 'node:fs';
import { contactWays, labelOf } from '@mase/workflow/words';
import { enter, type Fields, select } from '../../error-words.js';
import type { FormValues } from '../../form-values.js';
import type { Page } from '../../page.js';
import { templateUrl } from '../../templating/template-url.js';
import type { Visit } from '../../visit.js';
import type { Carer } from './about.js';

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];
const parts = ['way', 'value', 'bestWay', 'when', 'notSay'] as const;
/** How many ways to reach somebody the form has room for: one more than are known, three at the least, six at most. */
const roomFor = (known: number): number => Math.min(6, Math.max(3, known + 1));
const most = roomFor(6);

const fieldsOfWay = (index: number): Fields => {
  const which = `of way ${index + 1}`;
  return {
    [`contacts-${index}-way`]: select(`the kind ${which}`),
    [`contacts-${index}-value`]: enter(`the number or address ${which}`),
    [`contacts-${index}-bestWay`]: enter(`the best way ${which}`),
    [`contacts-${index}-when`]: enter(`when it is safe ${which}`),
    [`contacts-${index}-notSay`]: enter(`what is not said ${which}`),
  };
};

/** How the fields of a carer are called. */
export const carerFields: Fields = {
  name: enter('the name'),
  relation: enter('who they are to the child'),
  asParent: select('whether they are a parent or care as one'),
  livesWith: select('whether they live with the child'),
  mayContact: select('whether they may be contacted'),
  safeHow: enter('what is safe, or why nobody contacts them'),
  ...Object.assign({}, ...Array.from({ length: most }, (_, index) => fieldsOfWay(index))),
};

/** The form of a carer, for one who is new and for one who is changed. */
export const carerView = readFileSync(templateUrl('pages/children/carer-form.hbs'), 'utf8');

/** What the form needs besides what is known. */
export const carerChoices = (known = 0) => ({
  yesNo,
  lives: [...yesNo, { value: 'not-yet-known', text: 'Not yet known' }],
  safe: [
    { value: 'yes', text: 'Yes' },
    { value: 'ask-first', text: 'Ask the child first' },
    { value: 'no', text: 'No: nothing goes to them' },
  ],
  kinds: [{ value: '', text: 'Choose' }, ...contactWays.map((one) => ({ value: one, text: labelOf(one) }))],
  ways: Array.from({ length: roomFor(known) }, (_, index) => ({
    number: index + 1,
    ...Object.fromEntries(parts.map((part) => [part, `contacts-${index}-${part}`])),
  })),
});

/** Which blocks of the form something was written into. */
const filled = (visit: Visit): number[] =>
  Array.from({ length: most }, (_, index) => index).filter((index) =>
    parts.some((part) => visit.typed(`contacts-${index}-${part}`)),
  );

/** A carer as the form says it, without blocks that were left empty. */
export function carerBody(visit: Visit): Record<string, unknown> {
  const contacts = filled(visit).map((index) =>
    Object.fromEntries(
      parts.flatMap((part) => {
        const typed = visit.typed(`contacts-${index}-${part}`);
        return typed ? [[part, typed]] : [];
      }),
    ),
  );
  const own = ['name', 'relation', 'asParent', 'livesWith', 'mayContact', 'safeHow'];
  return {
    ...Object.fromEntries(own.map((name) => [name, visit.typed(name)])),
    ...(contacts.length > 0 ? { contacts } : {}),
  };
}

/** A fault of a way to reach somebody stands at the block in which it was written. */
export const carerPlace: NonNullable<Page['place']> = (pointer, visit) => {
  const [, list, index, part] = pointer.split('/');
  if (list !== 'contacts' || index === undefined) return undefined;
  return `contacts-${filled(visit)[Number(index)] ?? 0}-${part ?? 'value'}`;
};

/** What is known of a carer, as the form starts with it. */
export function carerValues({ contacts, asParent, id, since: _since, ...own }: Carer): FormValues {
  const ways = contacts.flatMap((way, index) =>
    parts.flatMap((part) => (way[part] ? [[`contacts-${index}-${part}`, way[part]] as const] : [])),
  );
  const { name, relation, livesWith, mayContact, safeHow } = own;
  return {
    ...{ name, relation, livesWith, mayContact, safeHow, carerId: id },
    ...(asParent ? { asParent } : {}),
    ...Object.fromEntries(ways),
  };
}
