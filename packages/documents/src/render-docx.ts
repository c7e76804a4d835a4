import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { DocumentTemplate } from './document-template.js';
import { docxBlocks } from './docx-blocks.js';
import { findElement, htmlTree } from './html-tree.js';
import type { DocumentHead } from './models/document-head.js';

const small = 17;

/**
 * The document as a Word file with the words of its HTML: headings, tables whose header row repeats, lists, and on every
 * page the marking, whose copy of which version it is, its digest and the page's number. Throws MissingVariableError naming template and path.
 */
export async function renderDocx<Model extends object>(
  template: DocumentTemplate<Model>,
  model: Model & { head: DocumentHead },
): Promise<Buffer> {
  const main = findElement(htmlTree(template.html(model)), 'main');
  if (!main) throw new Error(`${template.name} has no main part`);
  const { title, partnership, marking, copy } = model.head;
  const line = `Copy ${copy.number} of ${copy.of} for ${copy.recipient}, ${copy.agency}, version ${copy.version}, ${copy.digest}`;
  const document = new Document({
    title,
    creator: partnership,
    description: marking,
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } } } },
    sections: [
      {
        headers: { default: new Header({ children: [furniture([{ text: `${marking}   ${line}` }])] }) },
        footers: {
          default: new Footer({
            children: [
              furniture([
                { text: `${marking}   ` },
                { children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] },
              ]),
            ],
          }),
        },
        children: docxBlocks(main),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function furniture(runs: ({ text: string } | { children: string[] })[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    children: runs.map((run) => new TextRun({ ...run, size: small })),
  });
}
