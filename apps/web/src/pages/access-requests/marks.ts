/** A part of a text, from one character up to another. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Every place in a text where one of the words or phrases stands that were typed, one a line, whatever their case; null
 * where one of them stands nowhere, so that nobody believes that something is blacked out which is not.
 */
export function spansOf(text: string, typed: string): Span[] | null {
  const phrases = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const spans: Span[] = [];
  const lower = text.toLowerCase();
  for (const phrase of phrases) {
    const before = spans.length;
    const wanted = phrase.toLowerCase();
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
      spans.push({ from: at, to: at + wanted.length });
    if (spans.length === before) return null;
  }
  return spans;
}

/** The words that marks stand on, one a line, each once. */
export function phrasesOf(text: string, spans: readonly Span[]): string {
  return [...new Set(spans.map(({ from, to }) => text.slice(from, to)))].join('\n');
}
