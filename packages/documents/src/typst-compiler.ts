import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

// Layouts kept from this many documents ago: enough for the copies of one sitting, which share most pages.
const CACHE_AGE = 4;

/** Typst refused the document; `unprintable` holds the characters that no font could show, when that is the only reason. */
export class DocumentRefusedError extends Error {
  readonly code = 'DOCUMENT_REFUSED';

  constructor(
    message: string,
    readonly unprintable: readonly string[],
  ) {
    super(message);
    this.name = 'DocumentRefusedError';
  }
}

let compiler: NodeCompiler | undefined;

/** A PDF of this Typst source that keeps PDF/UA-1, set in the package's fonts and, for what they lack, the machine's; throws DocumentRefusedError. */
export function compilePdf(source: string): Buffer {
  compiler ??= createCompiler();
  try {
    return compiler.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DocumentRefusedError(message, unprintableIn(message));
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function createCompiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(font))) }] });
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
