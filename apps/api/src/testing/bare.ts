/** An answer without ids, references made from ids, digests and times: what two partnerships that are the same both say. */
export function bare(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/[0-9a-f]{64}|sha256( [0-9a-f]{4}){4}/g, 'DIGEST')
    .replaceAll(/\b[A-Z]{1,2}-[0-9A-Z]{4,5}-[0-9A-Z]{4,5}/g, 'REFERENCE')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT')
    .replaceAll(/"(next|link)":"[^"]*"/g, '"$1":"CURSOR"');
}
