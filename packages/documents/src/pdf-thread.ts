// Runs as a thread of its own: it imports nothing of ours and uses only types that Node can strip, so that it starts from src and dist alike.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What the thread is asked: to make a PDF of this main file; parts that it does not have yet come along, each a file of a name. */
export interface PdfQuestion {
  id: number;
  main: string;
  fresh: { path: string; source: string }[];
}

/** What the thread answers: the file's bytes, or the compiler's words why not. */
export type PdfAnswer = { id: number; pdf: Uint8Array<ArrayBuffer> } | { id: number; refusal: string };

const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

// Layouts kept from this many documents ago: enough for the copies of one sitting, which share most sheets.
const CACHE_AGE = 12;

const { resolve } = createRequire(import.meta.url);
// No template reads a file: what is shown as its folder holds the house's own style alone, and the parts of documents.
const folder = fileURLToPath(new URL('../templates/house', import.meta.url));
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(font))) }],
});

parentPort?.on('message', (question: PdfQuestion) => {
  const answer = answerTo(question);
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
  compiler.evictCache(CACHE_AGE);
});

function answerTo({ id, main, fresh }: PdfQuestion): PdfAnswer {
  try {
    for (const { path, source } of fresh) compiler.addSource(`${folder}${path}`, source);
    return { id, pdf: new Uint8Array(compiler.pdf({ mainFileContent: main }, { pdfStandard: 'ua-1' })) };
  } catch (error) {
    return { id, refusal: error instanceof Error ? error.message : String(error) };
  }
}
