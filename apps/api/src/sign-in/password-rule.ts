/** What a password of a local account must be, in words for whoever chooses one. */
export const passwordRule =
  'A password has 15 to 200 characters, at least eight of them different. It is none that others often use, and is not made of your name, your address or the words of this service.';

/** Of whom a password must not speak. */
export interface PasswordOwner {
  email: string;
  name?: string | undefined;
  partnership?: string | undefined;
}

/** Words that everybody who works here would try first. */
const wordsOfTheService = [
  'mase',
  'safeguarding',
  'exploitation',
  'partnership',
  'children',
  'social',
  'services',
  'council',
  'police',
  'panel',
  'password',
];

/** Further characters are not looked at: the estimate takes longer with each. */
const estimated = 100;

/** The estimate's grade from 0 to 4 that is asked for: more than ten thousand million guesses. */
const asked = 4;

/**
 * Whether a password of an account is too easy to guess: too short, too much the same, one of fifty thousand that are
 * known from leaks or close to one, or made of words that belong to its owner or to this service (OWASP ASVS 5.0,
 * 6.2.4, 6.2.11 and 6.2.12).
 */
export async function isWeak(password: string, owner: PasswordOwner): Promise<boolean> {
  if (password.length < 15 || password.length > 200 || new Set(password).size < 8) return true;
  const low = password.toLowerCase();
  if (wordsOf(owner).some((word) => low.includes(word))) return true;
  const rest = wordsOfTheService.reduce((left, word) => left.replaceAll(word, ''), low);
  if (rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < 8) return true;
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const estimate = new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    maxLength: estimated,
  });
  return estimate.check(password).score < asked;
}

function wordsOf({ email, name = '', partnership = '' }: PasswordOwner): string[] {
  const [local = ''] = email.toLowerCase().split('@');
  const words = [email, name, partnership].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [local, ...words].filter((word) => word.length >= 4);
}
