import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.js';

describe('where sign-in returns to', () => {
  it.each(['/', '/child-cases/7', '/queue?page=2&sort=due'])(
    'is the page that was asked for: %s',
    (asked) => {
      expect(returnPath(asked)).toBe(asked);
    },
  );

  it.each([
    'https://evil.test/',
    '//evil.test/',
    '/\\evil.test/',
    '/\t/evil.test',
    '\\\\evil.test',
    'javascript:alert(1)',
    'queue',
    '/x\r\nset-cookie: a=b',
    '/session/sign-in',
    '/a/../session/sign-out',
    '',
    undefined,
    ['/a', '/b'],
  ])('is the start page for what lies elsewhere or leads in a circle: %j', (asked) => {
    expect(returnPath(asked)).toBe('/');
  });
});
