import { dateTimeWords, dateWords, type PlainPlanModel } from '@mase/documents';
import { canonicalText, digestOf } from '@mase/store';
import type { PlainWords, Profile } from '@mase/workflow';
import { shortDigest } from '../packs/paper-digest.js';

type Content = Omit<PlainPlanModel, 'head'>;

const anyHour = [
  { who: 'If somebody is in danger now', how: 'Call 999. If you cannot speak, press 55 when you are asked.' },
] as const;

function toChild({ child, call }: PlainWords): Omit<Content, 'steps' | 'view'> {
  return {
    greeting: `Dear ${child}`,
    opening: [
      'This is our plan to help keep you safe. What other people do to hurt or frighten you is never your fault.',
      'If something in it is wrong, or does not help, tell us. We can change it.',
    ],
    stepsTitle: 'What we will do',
    viewTitle: 'What you told us',
    calls: [
      { who: 'Your worker', how: call },
      ...anyHour,
      { who: 'Childline', how: '0800 1111. It is free, at any time, and does not show on the bill.' },
    ],
    rights: [
      'Ask us to explain anything in this plan.',
      'Say that you do not agree. We write it down and answer you.',
      'Ask for somebody who speaks up for you. That person is called an advocate.',
    ],
    closing:
      'Keep this where only you can find it. If that is not safe, give it back to us and we will keep it for you.',
  };
}

function toCarer({ reader, child, call }: PlainWords): Omit<Content, 'steps' | 'view'> {
  return {
    greeting: `Dear ${reader}`,
    opening: [
      `This is our plan to help keep ${child} safe. What other people do to hurt or frighten ${child} is never ${child}’s fault, and it is not yours.`,
      'If something in it is wrong, or does not help, tell us. We can change it.',
    ],
    stepsTitle: 'What we will do',
    viewTitle: 'What you told us',
    calls: [
      { who: `${child}’s worker`, how: call },
      ...anyHour,
      {
        who: `If ${child} is missing`,
        how: 'Call 101, or 999 if you fear for anybody’s safety. Do not wait.',
      },
    ],
    rights: [
      'Ask us to explain anything in this plan.',
      'Say that you do not agree. We write it down and answer you.',
      'Tell us when something changes, however small it seems.',
    ],
    closing:
      'This copy is for you alone. Please show it to nobody else, and keep it where others do not find it.',
  };
}

function contentOf(words: PlainWords): Content {
  return {
    ...(words.to === 'child' ? toChild(words) : toCarer(words)),
    steps: words.lines.map(({ what, who, due, know }) => ({
      what,
      who,
      when: due ? `By ${dateWords(due)}` : 'The day is not fixed yet. We will tell you.',
      know,
    })),
    view: words.view,
  };
}

/** The document of a plain copy: its own words and what stands in every one, and nothing else of the case. */
export function plainModel(
  words: PlainWords,
  about: { partnership: string; issuedAt: string; profile: Profile },
): PlainPlanModel & { digest: string } {
  const { partnership, issuedAt, profile } = about;
  const content = contentOf(words);
  const digest = digestOf(canonicalText(JSON.parse(JSON.stringify(content)) as object));
  return {
    ...content,
    head: {
      title: words.to === 'child' ? 'Your safety plan' : `The safety plan for ${words.child}`,
      partnership,
      marking: profile.protectiveMarking,
      copy: {
        number: words.number,
        of: words.number,
        recipient: words.reader,
        role: words.relation?.toLowerCase() ?? 'your own copy',
        agency: 'private',
        issued: dateTimeWords(issuedAt, profile.timeZone),
        version: words.version,
        digest: shortDigest(digest),
      },
    },
    digest,
  };
}
