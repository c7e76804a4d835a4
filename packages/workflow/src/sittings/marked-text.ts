/** A piece of a text: as it stands, or with the words in whose place it was put. */
export interface TextPiece {
  text: string;
  was?: string;
}

/** A text in which names are replaced one after another, and which still knows what stood where. */
export interface MarkedText {
  /** In the place of what was replaced stands one character that is in no other place of it. */
  text: string;
  replaced: ReadonlyMap<string, Required<TextPiece>>;
}

/** Before the characters of the last plane but one, which nobody writes and which are neither letter nor number. */
const beforeMarks = 0xf_0000;

/** A text in which nothing is replaced yet. */
export const unmarked = (text: string): MarkedText => ({ text, replaced: new Map() });

/** The text with `instead` wherever the pattern fits; what was replaced before is found by no pattern of words again. */
export function replaceIn({ text, replaced }: MarkedText, pattern: RegExp, instead: string): MarkedText {
  const all = new Map(replaced);
  let code = beforeMarks + replaced.size;
  const left = text.replace(pattern, (was) => {
    do code += 1;
    while (text.includes(String.fromCodePoint(code)));
    const mark = String.fromCodePoint(code);
    all.set(mark, { text: instead, was });
    return mark;
  });
  return left === text ? { text, replaced } : { text: left, replaced: all };
}

/** The text piece by piece, in its order: what stands as it was, and what was put in the place of something. */
export function piecesOf({ text, replaced }: MarkedText): TextPiece[] {
  const pieces: TextPiece[] = [];
  let plain = '';
  const end = () => {
    if (plain) pieces.push({ text: plain });
    plain = '';
  };
  for (const character of text) {
    const mark = replaced.get(character);
    if (!mark) plain += character;
    else {
      end();
      pieces.push(mark);
    }
  }
  end();
  return pieces;
}

/** What the pieces say together. */
export const saidBy = (pieces: readonly TextPiece[]): string => pieces.map(({ text }) => text).join('');
