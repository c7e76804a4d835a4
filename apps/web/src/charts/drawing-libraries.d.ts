// What of the two libraries a chart uses. Their own types bring those of a browser, which nothing on a server may name.

declare module '@observablehq/plot' {
  /** A layer of a picture. */
  type Mark = object;
  /** Draws marks on the document that the options name; answers the picture. */
  export function plot(options: object): unknown;
  export function barX(rows: readonly object[], options: object): Mark;
  export function text(rows: readonly object[], options: object): Mark;
  export function ruleX(values: readonly number[]): Mark;
}

declare module 'linkedom' {
  export function parseHTML(html: string): { document: unknown };
}
