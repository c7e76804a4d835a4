import {
  type FileChild,
  HeadingLevel,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { HtmlElement } from './html-tree.js';
import { codePoint } from './typst-text.js';

type Style = Pick<IRunOptions, 'bold' | 'italics' | 'color'>;

const headings: Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]> = {
  h1: HeadingLevel.TITLE,
  h2: HeadingLevel.HEADING_1,
  h3: HeadingLevel.HEADING_2,
  h4: HeadingLevel.HEADING_3,
};
const inline = new Set(['strong', 'em', 'span', 'br', 'a', 'b', 'i', 'footer']);
const left = new Set(['nav']);
const quiet = '505A5F';

/** The parts of a document as the parts of a Word file, in their order; navigation and page furniture are left out. */
export function docxBlocks(element: HtmlElement): FileChild[] {
  const blocks: FileChild[] = [];
  let line: HtmlElement['children'] = [];
  const flush = () => {
    if (line.some((one) => typeof one !== 'string' || one.trim() !== ''))
      blocks.push(paragraph({ ...element, children: line }));
    line = [];
  };
  for (const child of element.children) {
    if (typeof child === 'string' || inline.has(child.tag)) line.push(child);
    else {
      flush();
      blocks.push(...blockOf(child));
    }
  }
  flush();
  return blocks;
}

function blockOf(element: HtmlElement): FileChild[] {
  const { tag, classes } = element;
  if (left.has(tag) || classes.includes('marking')) return [];
  if (tag === 'p' || tag in headings || tag === 'dt' || tag === 'dd' || tag === 'caption')
    return [paragraph(element)];
  if (tag === 'ul' || tag === 'ol') return elements(element).flatMap((item) => listItem(item));
  if (tag === 'table') return tableOf(element);
  return docxBlocks(element);
}

const elements = ({ children }: HtmlElement): HtmlElement[] =>
  children.filter((one): one is HtmlElement => typeof one !== 'string');

function paragraph(element: HtmlElement): Paragraph {
  const { tag, classes } = element;
  const heading = headings[tag];
  const bold = tag === 'dt' || tag === 'caption';
  const quoted = tag === 'blockquote';
  return new Paragraph({
    ...(heading ? { heading } : {}),
    ...(tag === 'dd' || quoted ? { indent: { left: 400 } } : {}),
    ...(tag === 'dt' || heading || bold ? { keepNext: true } : {}),
    ...(classes.includes('call-out')
      ? { shading: { type: ShadingType.CLEAR, fill: 'F0F2F3', color: 'auto' } }
      : {}),
    spacing: { after: tag === 'dt' ? 20 : 120 },
    children: runsOf(element, bold ? { bold: true } : {}),
  });
}

function listItem(element: HtmlElement): FileChild[] {
  const own = element.children.filter((one) => typeof one === 'string' || inline.has(one.tag));
  const inner = elements(element).filter((one) => !inline.has(one.tag));
  return [
    new Paragraph({ bullet: { level: 0 }, children: runsOf({ ...element, children: own }, {}) }),
    ...inner.flatMap(blockOf),
  ];
}

function runsOf({ tag, classes, children }: HtmlElement, style: Style): TextRun[] {
  const own: Style = {
    ...style,
    ...(tag === 'strong' || tag === 'b' ? { bold: true } : {}),
    ...(tag === 'em' || tag === 'i' || classes.includes('not-recorded') ? { italics: true } : {}),
    ...(classes.includes('note') || tag === 'footer' ? { color: quiet } : {}),
  };
  return children.flatMap((child, index) => {
    if (typeof child !== 'string') {
      if (child.tag === 'br') return [new TextRun({ break: 1 })];
      const before = child.tag === 'footer' ? [new TextRun({ break: 1 })] : [];
      return [...before, ...runsOf(child, own)];
    }
    const text = printable(child.replace(/\s+/g, ' '));
    const shown = index === 0 && children.length > 0 && style === own ? text.trimStart() : text;
    return shown === '' ? [] : [new TextRun({ text: shown, ...own })];
  });
}

/** Word cannot hold control characters: they are printed by number, as in the PDF. */
function printable(text: string): string {
  return [...text].map((mark) => (/\p{Cc}/u.test(mark) ? codePoint(mark) : mark)).join('');
}

function tableOf(element: HtmlElement): FileChild[] {
  const caption = elements(element).find(({ tag }) => tag === 'caption');
  const rows = (tag: string) =>
    elements(element)
      .filter((one) => one.tag === tag)
      .flatMap(elements);
  const cell = (one: HtmlElement, header: boolean) =>
    new TableCell({
      ...(header ? { shading: { type: ShadingType.CLEAR, fill: 'F0F2F3', color: 'auto' } } : {}),
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ children: runsOf(one, one.tag === 'th' ? { bold: true } : {}) })],
    });
  const row = (one: HtmlElement, header: boolean) =>
    new TableRow({
      ...(header ? { tableHeader: true } : {}),
      cantSplit: true,
      children: elements(one).map((each) => cell(each, header)),
    });
  return [
    ...(caption ? [paragraph(caption)] : []),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [...rows('thead').map((one) => row(one, true)), ...rows('tbody').map((one) => row(one, false))],
    }),
    new Paragraph({ spacing: { after: 60 }, children: [] }),
  ];
}
