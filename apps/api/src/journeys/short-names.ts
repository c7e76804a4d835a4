/** First names of English use with what they are shortened to, where the short form does not begin as the name does. */
const shortened: { [name: string]: readonly string[] } = {
  ...{
    william: ['Bill', 'Billy', 'Will', 'Liam'],
    robert: ['Bob', 'Bobby', 'Rob'],
    richard: ['Dick', 'Rick', 'Ricky'],
  },
  ...{
    edward: ['Ted', 'Teddy', 'Ned'],
    henry: ['Harry', 'Hal'],
    james: ['Jim', 'Jimmy', 'Jamie'],
    john: ['Jack', 'Johnny'],
  },
  ...{ margaret: ['Peggy', 'Meg', 'Maggie', 'Greta'], mary: ['Molly', 'Polly'], sarah: ['Sally', 'Sadie'] },
  ...{
    elizabeth: ['Liz', 'Lizzie', 'Beth', 'Betty', 'Libby', 'Eliza', 'Betsy'],
    katherine: ['Kate', 'Katie', 'Kitty', 'Kit'],
  },
  ...{
    catherine: ['Kate', 'Katie', 'Kitty', 'Cathy'],
    ann: ['Nancy', 'Annie'],
    anne: ['Nancy', 'Annie'],
    helen: ['Nell'],
  },
  ...{
    eleanor: ['Nell', 'Nelly', 'Nora', 'Ellie'],
    isabella: ['Bella', 'Izzy'],
    alexandra: ['Sandra', 'Lexi', 'Sasha'],
  },
  ...{
    alexander: ['Sandy', 'Lex', 'Sasha'],
    anthony: ['Tony'],
    antonia: ['Toni'],
    michael: ['Mick', 'Mickey', 'Mike'],
  },
  ...{
    charles: ['Chuck'],
    andrew: ['Drew'],
    christopher: ['Kit', 'Topher'],
    theodore: ['Ted', 'Teddy'],
    rebecca: ['Becky', 'Becca'],
  },
  ...{
    mohammed: ['Mo'],
    muhammad: ['Mo'],
    mohamed: ['Mo'],
    abigail: ['Gail'],
    susan: ['Suzie'],
    dorothy: ['Dot', 'Dolly'],
  },
};

// Two letters that are words of the trade, not somebody.
const abbreviations = new Set(
  'AM PM GP IT UK US EU TV PC PS DI DC DS DV CP IV OK ID HR PE RE MP NI NO SW ER CE DR MR MS QC KC'.split(
    ' ',
  ),
);

const titles = new Set(
  'Aunt Auntie Uncle Nan Nana Gran Grandma Grandad Mum Dad Mr Mrs Miss Ms Dr Sgt Sir PC DC DS'.split(' '),
);

// Words that begin a sentence and are no name: The of Theo, And of Andrew.
const everyday = new Set(
  'a all also an and any are as ask at but can child children come day days did do does for from had has have he her here hers him his how i if in is it its let man men more no nor not now of off old on one or our out own per see she so some son than that the them then there these they this those to too two up us was we were what when where who why with yes yet you'.split(
    ' ',
  ),
);

/** Whether a word is everybody’s, whatever name begins with it. */
export const isEveryday = (word: string): boolean => everyday.has(word.toLowerCase());

const ends = '(?:y|ie|ies|ey|i|s|z|o|a|er)?';
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Patterns of what somebody is called for short: the beginning of the first name (Rob and Robbie of Robin), its English
 * short forms, the initials with or without points, and one letter before the surname. They begin with a capital letter,
 * as names do: a word of that form at the beginning of a sentence goes too, rather than a name staying.
 */
export function shortForms(name: string): string[] {
  const parts = name.split(/[\s,()]+/).filter((part) => /^\p{Lu}/u.test(part) && !titles.has(part));
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  const known = shortened[first.toLowerCase()] ?? [];
  const stems = first.length > 3 ? [...new Set([first.slice(0, 3), first.slice(0, 4)])] : [];
  // Of a doubled consonant: Robbie, Sammy.
  const begun = stems.map((stem) => `${escaped(stem)}${escaped(stem.at(-1) ?? '')}?${ends}`);
  const of =
    first.length <= 3 && first.length > 1 ? [`${escaped(first)}${escaped(first.at(-1) ?? '')}?${ends}`] : [];
  return [...begun, ...of, ...known.map(escaped), ...(last ? initials(first, rest) : [])];
}

function initials(first: string, rest: readonly string[]): string[] {
  const letters = [first, ...rest]
    .flatMap((part) => part.split('-'))
    .map((part) => part.charAt(0).toUpperCase());
  const both = [
    ...new Set([letters.join(''), letters.slice(0, 2).join(''), `${letters[0]}${letters.at(-1)}`]),
  ];
  return both.flatMap((one) => {
    const pointed = [...one].map((letter) => `${escaped(letter)}\\.`).join('\\s?');
    return abbreviations.has(one) ? [pointed] : [pointed, escaped(one)];
  });
}
