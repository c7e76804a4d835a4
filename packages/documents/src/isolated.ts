const TURNING =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u202a-\u202e\u2066-\u2069]/u;

/** The text set apart where it runs, or could run, from right to left, so that it never turns round the words beside it. */
export function isolated(text: string): string {
  return TURNING.test(text) ? `\u2068${text}\u2069` : text;
}
