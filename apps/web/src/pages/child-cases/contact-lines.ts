import { areaWords } from '../../area-words.js';
import { dateWords } from '../../date-words.js';
import type { Entry } from './case-view.js';
import { subjectWords } from './casework-words.js';

interface Line {
  label: string;
  text: string;
}

interface Told {
  told: boolean;
  how?: string;
  whyNot?: string;
}

const withWords: Record<string, string> = { parent: 'A parent or carer', other: 'Somebody else' };

function toldLine(label: string, one: Told | undefined): Line[] {
  if (!one) return [];
  return [{ label, text: one.told ? `Told: ${one.how ?? ''}` : `Not told: ${one.whyNot ?? ''}` }];
}

const said = (label: string, text: unknown): Line[] => (typeof text === 'string' ? [{ label, text }] : []);

const dated = (label: string, day: unknown): Line[] =>
  typeof day === 'string' ? [{ label, text: dateWords(day) }] : [];

/** The parent or carer by name, where it was said who of them it was. */
const parentWords = (parent: unknown): string => {
  const { name } = (parent ?? {}) as { name?: string };
  return name ? `Parent or carer, ${name}` : 'Parent or carer';
};

/** What contact, feedback, a conference or a suspension says beside its texts: with whom, alone, who was told, the dates. */
export function contactLines({ kind, body }: Pick<Entry, 'kind' | 'body'>): Line[] {
  if (kind === 'contact')
    return [
      ...(withWords[String(body.with)]
        ? [{ label: 'With', text: withWords[String(body.with)] as string }]
        : []),
      ...(body.answered
        ? [
            {
              label: 'The child answered',
              text: body.answered === 'yes' ? 'Yes' : 'No: counted as an attempt',
            },
          ]
        : []),
      ...(body.alone ? [{ label: 'Seen alone', text: body.alone === 'yes' ? 'Yes' : 'No' }] : []),
    ];
  if (kind === 'feedback')
    return [
      {
        label: 'Of',
        text: [body.about]
          .flat()
          .map((one) => subjectWords[String(one)] ?? '')
          .join(', '),
      },
      ...toldLine('The child', body.child as Told | undefined),
      ...toldLine(parentWords(body.parent), body.parent as Told | undefined),
    ];
  if (kind === 'episode')
    return [
      {
        label: 'Absence',
        text: body.kind === 'away' ? 'Away from placement without authorisation' : 'Missing',
      },
      {
        label: 'Returned',
        text: typeof body.end === 'string' ? dateWords(body.end) : 'Not yet, as far as is recorded',
      },
    ];
  if (kind === 'conference' && typeof body.category === 'string')
    return [{ label: 'Category', text: body.category.replaceAll('-', ' ') }];
  if (kind === 'clock-extension')
    return [
      {
        label: 'Date',
        text: areaWords().clocks[String(body.rule)]?.label ?? String(body.rule).replaceAll('-', ' '),
      },
      ...dated('Due first', body.was),
      ...dated('Put off to', body.to),
    ];
  if (kind === 'resumption') return said('What happened', body.words);
  if (kind === 'suspension' || kind === 'suspension-check')
    return [
      ...said('What is known', body.words),
      ...dated('Expected release or return', body.expected),
      ...dated('Looked at again by', body.checkBy),
    ];
  return [];
}
