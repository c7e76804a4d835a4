import { DocumentRefusedError } from './document-refused-error.js';
import type { DocumentTemplate } from './document-template.js';
import { compilePdf } from './typst-compiler.js';

// Each attempt names more characters by number; a document needs one, or two when a mark only shows up once another is gone.
const ATTEMPTS = 5;

/** The document as one self-contained HTML file; throws MissingVariableError naming template and path. */
export function renderHtml<Model>(template: DocumentTemplate<Model>, model: Model): string {
  return template.html(model);
}

/**
 * The document as a PDF/UA-1 file: tagged, bookmarked, marked on every page; the same model gives the same bytes on one machine.
 * Made in a thread of its own, one at a time; the caller's event loop stays free.
 * Characters that no font holds are printed by number, such as `[U+4E2D]`.
 * Throws MissingVariableError naming template and path, and DocumentRefusedError when Typst refuses the document.
 */
export async function renderPdf<Model>(template: DocumentTemplate<Model>, model: Model): Promise<Buffer> {
  const unprintable = new Set<string>();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await compilePdf(template.typst(model, unprintable));
    } catch (error) {
      const known =
        error instanceof DocumentRefusedError
          ? error.unprintable.filter((mark) => !unprintable.has(mark))
          : [];
      if (known.length === 0 || attempt === ATTEMPTS) throw error;
      for (const mark of known) unprintable.add(mark);
    }
  }
}
