import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLanguage } from './check-language.js';
import { compiled } from './compile-lexicon.js';
import { findTerm, lexiconOn, lexicons } from './lexicon.js';
import { wordsOf } from './words-of.js';

const lexicon = lexiconOn('2026-11-20');
const termsIn = (text: string) => checkLanguage(text, lexicon).map(({ term }) => term);

const sentences: { [term: string]: string[] } = {
  'putting-self-at-risk': [
    'She is placing herself at risk.',
    'He put himself at serious risk of harm',
    'their risk-taking behaviour',
    'PUTTING THEMSELVES AT\nRISK',
  ],
  prostitute: ['a child prostitute', 'teenage prostitution', 'she was selling herself'],
  promiscuous: ['promiscuous', 'her promiscuity', 'sleeping around'],
  'lifestyle-choice': ['a lifestyle choice', 'life-style choices', 'he has chosen to stay there'],
  'risky-choices': ['making poor relationship choices', 'she makes her own choices'],
  'sexually-risky': ['sexually risky behaviour', 'the way she dressed', 'sexualised clothing'],
  'sex-with-adult': ['sexual activity with an adult male', 'having sex with older men', 'consented to sex'],
  'sexually-active': ['sexually active since twelve', 'multiple sexual partners'],
  'contacting-adults': ['has been contacting adults online', 'chatting to unknown men online'],
  'in-return-for-sex': ['offered drugs in return for sex', 'sexual favours', 'sex for money'],
  'involved-in-exploitation': ['involved in CSE', 'her involvement in child sexual exploitation'],
  'sending-images': ['sending explicit pictures to an adult', 'shared nudes', 'sexting'],
  boyfriend: ['her older boyfriend', 'in a relationship with an older man'],
  associating: ['associating with older males', 'hanging around with', 'the wrong crowd'],
  'running-drugs': ['running drugs', 'recruited by a gang', 'working for the gang'],
  'gang-member': ['a gang member', 'gang-affiliated', 'a member of a gang'],
  streetwise: ['streetwise', 'street-wise', 'mature for her age'],
  loner: ['a bit of a loner'],
  'named-after-use': ['used as a money mule', 'a slave', 'plugging drugs'],
  'child-pornography': ['child pornography', 'pornographic images of children'],
  'historical-abuse': ['historical sexual abuse', 'a historic allegation'],
  'not-engaging': [
    'disengaged',
    'is not engaging',
    'He doesn’t engage',
    'refuses to engage',
    'a hard-to-reach family',
    'wasting police time',
  ],
  'disguised-compliance': ['disguised compliance'],
  troublemaker: ['a troublemaker', 'beyond parental control'],
  'why-not-leave': ['Why didn’t she just leave?', 'he must have known', 'brought it on herself'],
  'would-not-tell': ['failed to disclose', 'refuses to give a statement'],
  absconded: ['absconded from placement', 'a frequent runaway', 'misper'],
  'attention-seeking': ['attention-seeking', 'wants attention'],
  manipulative: ['is manipulative', 'plays staff off'],
  challenging: ['challenging behaviour', 'behavioural issues', 'a difficult child'],
  'given-up': ['damaged goods', 'a dysfunctional family'],
  'got-involved': ['got herself into trouble', 'getting mixed up with', 'drifted into crime'],
  'frequent-flyer': ['a frequent flyer', 'well known to police'],
  'offender-label': ['a child perpetrator', 'young sex offender'],
  'young-adult-words': ['this young woman', 'underage girls'],
  'risk-level': ['high risk', 'remains at medium-risk'],
  survivor: ['survivors', 'a CSE victim'],
  'raise-awareness': ['keep herself safe', 'raise her awareness'],
  'failed-to-protect': ['mother has failed to protect him', 'his parents are unable to safeguard him'],
  doubting: ['the alleged victim', 'she claims that'],
};

const innocent = [
  'Men have been contacting the child online.',
  'The child is being sexually exploited by an adult.',
  'He placed the child at risk by telling others where she lives.',
  'Professionals involved in child sexual exploitation met on Thursday.',
  'Modern slavery: the referral was made under section 52.',
  'Her lifestyle is healthy; she chose the blue bag and went back to school.',
  'The nurse is running drugs education at the school.',
  'Partner agencies: several partners attended.',
  'Rwy’n byw yng Nghaerdydd. Mae’r plentyn yn ddiogel gyda’i nain.',
  'risk. Taking the bus, she came home',
  'placing\n\nherself at risk of it',
  'A promiscuousness that nobody meant.',
];

describe('the checker of language', () => {
  it.each(Object.entries(sentences))('points out %s in each of its forms', (term, examples) => {
    for (const text of examples) expect(termsIn(text), text).toContain(term);
  });

  it('has an example of every term, and a source and a sentence of its own for each', () => {
    expect(Object.keys(sentences).sort()).toEqual(lexicon.terms.map(({ id }) => id).sort());
    for (const { why, say, source, id } of lexicon.terms) {
      expect(lexicon.sources, id).toHaveProperty(source);
      expect(why).toMatch(/^[A-Z].*\.$/);
      expect(say.length).toBeGreaterThan(0);
    }
  });

  it.each(innocent)('leaves alone: %s', (text) => {
    expect(termsIn(text)).toEqual([]);
  });

  it('says where a term stands, why it harms, what could be said, and whose view that is', () => {
    const text = 'Seen at home.\r\n“Fine” – 😀 she is\u00a0a child prostitute, they wrote.';
    expect(checkLanguage(text, lexicon)).toEqual([
      {
        term: 'prostitute',
        label: 'child prostitute',
        offset: text.indexOf('child prostitute'),
        length: 16,
        line: 2,
        text: 'child prostitute',
        why: expect.stringContaining('cannot agree'),
        say: [expect.stringContaining('exploited')],
        source: expect.any(String),
        weight: 'avoid',
        quoted: false,
      },
    ]);
  });

  it.each([
    'She said “I was promiscuous” and cried.',
    'She said "I was promiscuous" and cried.',
    "She said 'I was promiscuous, weren't I' and cried.",
    'She said ‘I wasn’t promiscuous’ and cried.',
    'Elle a dit « promiscuous » hier.',
    '> he wrote: promiscuous',
  ])('marks as quoted what stands between quotation marks: %s', (text) => {
    expect(checkLanguage(text, lexicon)).toMatchObject([{ term: 'promiscuous', quoted: true }]);
  });

  it.each([
    'The boys’ promiscuous behaviour and the girls’ coats',
    'It’s promiscuous, isn’t it',
    'He said “no.\n\nA promiscuous girl” it says',
    '“Yes”, she was promiscuous, “no”',
  ])('takes no apostrophe and no open mark for a quotation: %s', (text) => {
    expect(checkLanguage(text, lexicon)).toMatchObject([{ term: 'promiscuous', quoted: false }]);
  });

  it('takes the whole of somebody’s own words as quoted', () => {
    const [found] = checkLanguage('I was promiscuous', lexicon, { ownWords: true });
    expect(found).toMatchObject({ quoted: true, offset: 6 });
  });

  it('finds a term however its letters are composed, and whatever cannot be seen between them', () => {
    expect(termsIn('pro\u00admis\u200bcuous')).toEqual(['promiscuous']);
    expect(termsIn('ＡPROMISCUOUS'.slice(1))).toEqual(['promiscuous']);
    expect(termsIn('promiscuous\u0301')).toEqual([]);
  });

  it('gives the longest term alone where one stands inside another', () => {
    expect(checkLanguage('sexually risky behaviour', lexicon).map(({ text }) => text)).toEqual([
      'sexually risky behaviour',
    ]);
  });

  it('gives places within the text, in its order, whatever is written', () => {
    const pieces = Object.values(sentences).flat();
    const piece = fc.oneof(
      fc.constantFrom(...pieces, '"', '’', '“', '\n\n', '> '),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const found = checkLanguage(text, lexicon);
        for (const one of found) {
          expect(text.slice(one.offset, one.offset + one.length)).toBe(one.text);
          expect(one.line).toBe(text.slice(0, one.offset).split(/\r\n|\n|\r/).length);
        }
        expect(found.map(({ offset }) => offset)).toEqual(
          found.map(({ offset }) => offset).sort((one, other) => one - other),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the text: at most sixty times as long for ten times as much, however it is made up', () => {
    const units = [
      'not really always ',
      'a "\' ’ “ ',
      '> x\n',
      'take sexual '.repeat(2),
      `${'x'.repeat(99)} `,
      '\n ',
    ];
    for (const unit of units) {
      const [short, long] = [10_000, 100_000].map((length) => unit.repeat(Math.ceil(length / unit.length)));
      const [brief, whole] = best([
        () => checkLanguage(short ?? '', lexicon),
        () => checkLanguage(long ?? '', lexicon),
      ]);
      expect((whole ?? 0) / Math.max(brief ?? 0, 0.1), unit).toBeLessThan(60);
    }
  });

  it('checks 100 kB of prose in at most forty times the time in which its words are split at spaces', () => {
    const prose = 'The child was seen at home with her mother, who said that she had slept well. '.repeat(
      1300,
    );
    const [floor, check] = best([
      () => prose.toLowerCase().split(/\s+/),
      () => checkLanguage(prose, lexicon),
    ]) as [number, number];
    expect(check / floor, `${check.toFixed(1)} ms, floor ${floor.toFixed(1)} ms`).toBeLessThan(40);
  });
});

/** The least time of each piece of work in turns of all: what else the machine does falls on all alike. */
function best(works: (() => unknown)[]): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 7; turn += 1)
    works.forEach((work, index) => {
      const start = performance.now();
      work();
      least[index] = Math.min(least[index] as number, performance.now() - start);
    });
  return least;
}

describe('the lexicon', () => {
  it('has patterns without fault in every version, each version with its own day, in order', () => {
    for (const one of lexicons) expect(() => compiled(one)).not.toThrow();
    const days = lexicons.map(({ from }) => from);
    expect(days).toEqual([...new Set(days)].sort());
    for (const { terms } of lexicons) expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  });

  it('points a term out on its days alone', () => {
    const [term] = lexicon.terms;
    const dated = {
      ...lexicon,
      terms: [{ ...term, from: '2027-01-01', until: '2027-12-31' }],
    } as typeof lexicon;
    const onDay = (day: string) => lexiconOn(day, [dated]).terms.length;
    expect(['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'].map(onDay)).toEqual([0, 1, 1, 0]);
  });

  it('says which pattern is at fault', () => {
    const faulty = (pattern: string) => () =>
      compiled({
        ...lexicon,
        terms: [{ ...(lexicon.terms[0] as never as object), patterns: [pattern] }],
      } as never);
    expect(faulty('a|b? c')).toThrow('begins with a place that may be empty');
    expect(faulty('a <nobody>')).toThrow('names no group: nobody');
    expect(faulty('a  b')).toThrow('a place without a word');
  });

  it('gives a term of any version by its id', () => {
    expect(findTerm('loner')?.label).toBe('loner');
    expect(findTerm('nothing')).toBeNull();
  });

  it('takes words as the reader sees them', () => {
    const vocabulary = new Map(["don't", 're', 'enter', 'ŵyn'].map((word, at) => [word, at + 1]));
    const { count, numbers, joined } = wordsOf('Don’t re-enter – “Ŵyn” now', vocabulary);
    expect([...numbers.slice(0, count)]).toEqual([1, 2, 3, 4, 0]);
    expect([...joined.slice(0, count)]).toEqual([0, 1, 1, 0, 0]);
  });
});
