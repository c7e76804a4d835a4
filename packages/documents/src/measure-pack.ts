import type { PanelPackModel } from './models/panel-pack.js';
import { packageTemplates } from './package-templates.js';
import { renderHtml, renderPdf } from './render.js';

/** How long one pack took to render, in milliseconds, and how large its files are, in bytes. */
export interface PackMeasure {
  children: number;
  htmlMilliseconds: number;
  htmlBytes: number;
  pdfMilliseconds: number;
  pdfBytes: number;
}

/** Renders a pack whose children are repeated up to `count` sheets, and says what it cost; for benchmarks. */
export async function measurePack(example: PanelPackModel, count: number): Promise<PackMeasure> {
  const model = packOf(example, count);
  const started = performance.now();
  const html = renderHtml(packageTemplates.panelPack, model);
  const printed = performance.now();
  const pdf = await renderPdf(packageTemplates.panelPack, model);
  return {
    children: count,
    htmlMilliseconds: printed - started,
    htmlBytes: Buffer.byteLength(html),
    pdfMilliseconds: performance.now() - printed,
    pdfBytes: pdf.length,
  };
}

/** The example with its children repeated, renumbered and renamed until there are `count`, and an agenda to match. */
export function packOf(example: PanelPackModel, count: number): PanelPackModel {
  const children = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const sheet = structuredClone(example.children[index % example.children.length]!);
    sheet.aboutMe.chosenName = `${sheet.aboutMe.chosenName} ${number}`;
    sheet.item = { ...sheet.item, number, title: sheet.aboutMe.chosenName };
    return sheet;
  });
  return {
    ...example,
    children,
    persons: [],
    places: [],
    clusters: [],
    agenda: [{ title: 'Children', items: children.map((sheet) => sheet.item) }],
  };
}
