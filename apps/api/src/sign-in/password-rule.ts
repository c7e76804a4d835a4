/** What a password of a local account must be, in words for whoever chooses one. */
export const passwordRule =
  'A password has 15 to 200 characters, at least eight of them different, and not the name of its address in it.';

/** Whether a password is too easy to guess for an account with this address. */
export function isWeak(password: string, email: string): boolean {
  const name = email.split('@')[0]?.toLowerCase() ?? '';
  return (
    password.length < 15 ||
    password.length > 200 ||
    new Set(password).size < 8 ||
    (name !== '' && password.toLowerCase().includes(name))
  );
}
