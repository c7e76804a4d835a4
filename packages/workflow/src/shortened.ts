/** The beginning of a text, at most so many UTF-16 units long and never ending in half of a character. */
export function shortened(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
