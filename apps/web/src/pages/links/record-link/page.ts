import { linkKinds, linkSources, recordedLinkKinds } from '@mase/workflow/words';
import { enter, enterDate, select } from '../../../error-words.js';
import { type Answer, again, goTo, type Page, show } from '../../../page.js';
import type { Visit } from '../../../visit.js';
import { platformOptions } from '../../intelligence/typed-identifiers.js';
import { endKindWords, section, sourceWords } from '../link.js';
import { type RecordKind, recordNamed } from '../network-of.js';
import { otherEnds } from '../other-end.js';
import { readNamed, sourcePasted } from '../record-named.js';

/** The kinds of link that a record may have, as options. */
const kindsAt = (kind: RecordKind) =>
  recordedLinkKinds
    .filter((code) => linkKinds[code].joins.some((ends) => ends.some((end) => end === kind)))
    .map((value) => ({ value, text: linkKinds[value].words }));

async function form(visit: Visit): Promise<Answer> {
  const from = recordNamed(visit.query.from);
  if (!from)
    return show({
      title: 'Record a link',
      back: { href: section, text: 'Links' },
      model: { from: null },
    });
  const named = await readNamed(visit, from);
  const node = `${named.kind}:${named.id}`;
  return show({
    title: 'Record a link',
    back: { href: named.href },
    values: { ...(visit.query.to ? { other: visit.query.to } : {}), ...visit.form },
    model: {
      from: `${endKindWords(named.kind)}: ${named.name}`,
      looked: visit.typed('find') !== undefined,
      others: await otherEnds(visit, node),
      kinds: kindsAt(named.kind),
      platforms: platformOptions,
      sources: linkSources.map((value) => ({ value, text: sourceWords[value] })),
      cancel: named.href,
    },
  });
}

/** The end that was chosen, as the body of the command. */
function otherTyped(visit: Visit): object | undefined {
  const other = visit.typed('other');
  const record = recordNamed(other);
  if (record) return record;
  const platform = visit.typed('platform');
  return other
    ? {
        kind: other,
        text: visit.typed('text') ?? '',
        ...(other === 'handle' && platform ? { platform } : {}),
      }
    : undefined;
}

/** The field that a fault means: of the ends, what was chosen or typed. */
function place(pointer: string): string | undefined {
  if (pointer.startsWith('/sourceRecord')) return 'sourceRecord';
  if (/^\/(from|to)\/(text|platform)/.test(pointer)) return pointer.split('/')[2];
  return /^\/(from|to)(\/|$)/.test(pointer) ? 'other' : undefined;
}

/** Records a link from the page of a child, a person or a place; the intelligence desk grades it afterwards. */
export const page: Page = {
  id: 'links/record-link',
  url: '/links/record-link',
  section,
  fields: {
    find: enter('a name'),
    other: select('with whom or what it is linked'),
    text: enter('the number, plate, name or address'),
    platform: select('where online'),
    kind: select('how they are linked'),
    firstOn: enterDate('the first day'),
    lastOn: enterDate('the last day'),
    source: select('where it comes from'),
    sourceRecord: enter('the address of the page of the record that it comes from'),
    words: enter('what was seen or said'),
  },
  draft: (visit) => visit.query.from ?? 'new',
  get: form,
  place,

  async post(visit) {
    if (visit.typed('look')) return form(visit);
    const from = recordNamed(visit.query.from);
    const to = otherTyped(visit);
    if (!from || !to) return again({ other: 'Select with whom or what it is linked' });
    const pasted = visit.typed('sourceRecord');
    const sourceRecord = pasted ? sourcePasted(pasted) : null;
    if (pasted && !sourceRecord)
      return again({
        sourceRecord:
          'Paste the address of the page of a report, an incident, a measure, a case or a missing episode',
      });
    const lastOn = visit.typedDate('lastOn');
    const { href } = await readNamed(visit, from);
    await visit.send('/api/v1/links/record-link', {
      from,
      to,
      kind: visit.typed('kind'),
      firstOn: visit.typedDate('firstOn'),
      ...(lastOn ? { lastOn } : {}),
      source: visit.typed('source'),
      ...(sourceRecord ? { sourceRecord } : {}),
      words: visit.typed('words'),
    });
    return goTo(href, 'The link is recorded: the intelligence desk grades it.');
  },
};
