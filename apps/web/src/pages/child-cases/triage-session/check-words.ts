/** What a check brought, in words. */
export const checkWords: Record<string, string> = {
  'nothing-known': 'Nothing known',
  information: 'Something is known',
  awaited: 'Asked, and awaited',
};
