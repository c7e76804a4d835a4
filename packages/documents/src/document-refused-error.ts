/** Typst refused the document; `unprintable` holds the characters that no font could show, when that is the only reason. */
export class DocumentRefusedError extends Error {
  readonly code = 'DOCUMENT_REFUSED';
  readonly unprintable: readonly string[];

  constructor(message: string) {
    super(message);
    this.name = 'DocumentRefusedError';
    this.unprintable = unprintableIn(message);
  }
}

// The compiler hands its diagnostics over as text only, each text inside quoted twice.
function unprintableIn(message: string): string[] {
  const problems = message.split('SourceDiagnostic {').slice(1);
  const texts = problems.map((problem) => /the text `\\"(.*?)\\"` could not be displayed/.exec(problem)?.[1]);
  if (texts.some((text) => text === undefined)) return [];
  return [...new Set(texts.flatMap((text) => marksOf(unescaped(unescaped(text ?? '')))))];
}

// Joiners and variation marks print nothing by themselves: the mark they join is the one without a glyph.
function marksOf(cluster: string): string[] {
  const visible = [...cluster].filter((mark) => !/\p{Default_Ignorable_Code_Point}/u.test(mark));
  return visible.length > 0 ? visible : [...cluster];
}

function unescaped(text: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, hex, mark) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (named[mark] ?? mark),
  );
}
