export { textsOf, withTexts } from './testing/model-texts.js';
export { type Bookmark, type OpenedPdf, openPdf, type PdfTag } from './testing/open-pdf.js';
export { pdfFaults } from './testing/pdf-faults.js';
export { textOfHtml } from './testing/text-of-html.js';
export { withoutSpace } from './testing/without-space.js';
