/** The text without white space and without the marks that turn its direction, so that lines may break anywhere. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u200b\ufeff\u2066-\u2069\u202a-\u202e]+/gu, '');
}
