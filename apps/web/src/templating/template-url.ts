/**
 * Where a template lies, by its path below `src`. Templates are read from `src` when running from `dist` too:
 * they are not compiled, so there is one copy.
 */
export function templateUrl(path: string): URL {
  return new URL(`../../src/${path}`, import.meta.url);
}
