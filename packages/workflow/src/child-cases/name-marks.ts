/** A text as its words alone, in lower case and in their order, whatever stands between. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Characters of one mark, and how many words are marked: as many as a text has that names somebody. */
const width = 4;
const mostWords = 60;
const marks = 36 ** width;

/** A word as a mark that does not tell it (FNV-1a, 32 bits): the salt makes marks of two texts differ. */
function markOf(salt: string, word: string): string {
  let hash = 0x811c9dc5;
  for (const char of `${salt} ${word}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193) >>> 0;
  return (hash % marks).toString(36).padStart(width, '0');
}

/** The words of a text as marks, by which a name is found in it and which do not say it. */
export function nameMarks(salt: string, text: string): string {
  return wordsOf(text)
    .slice(0, mostWords)
    .map((word) => markOf(salt, word))
    .join('');
}

/** Whether the text that these marks are of names somebody of this name: all words of the name, one after another. */
export function marksName(marked: string, salt: string, name: string): boolean {
  const sought = nameMarks(salt, name);
  if (sought === '') return false;
  for (let at = 0; at + sought.length <= marked.length; at += width)
    if (marked.startsWith(sought, at)) return true;
  return false;
}
