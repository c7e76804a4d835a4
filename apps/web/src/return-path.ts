/** The path to return to after sign-in: the one asked for when it lies on this site and is no sign-in page, else the start page. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\'))
    return '/';
  const url = new URL(asked, 'http://this.site');
  if (url.host !== 'this.site' || url.pathname.startsWith('/session/')) return '/';
  return `${url.pathname}${url.search}`;
}
