/** The path of the web to go on to after sign-in: as asked where it lies on the web itself, else the start page. */
export function localPath(asked: string | undefined): string {
  if (!asked || asked.length > 1000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\'))
    return '/';
  const url = URL.parse(asked, 'http://this.site');
  const path = url && decoded(url.pathname);
  if (url?.host !== 'this.site' || path === null || /^\/[/\\]|[\p{Cc}\\]/u.test(path)) return '/';
  return `${url.pathname}${url.search}`;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
