const loopback = ['127.0.0.1', 'localhost', '[::1]', ''];

/** What an address may say besides its place; anything else could name another place, or take TLS back. */
const known = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'application_name'];

/** What is dangerous about an address of the database: that what is asked and answered travels in the clear, or to whoever says to be it. */
export function addressDangers(address: string): string[] {
  const url = URL.parse(address);
  if (!url) return ['An address of the database cannot be read.'];
  const names = [...url.searchParams.keys()];
  const strange = names.filter((name, index) => !known.includes(name) || names.indexOf(name) !== index);
  const dangers = [...new Set(strange)].map((name) =>
    known.includes(name)
      ? `An address of the database says ${name} more than once: which counts cannot be told.`
      : `An address of the database has the parameter ${name}: write host, port and name in their places, and TLS as sslmode.`,
  );
  if (loopback.includes(url.hostname) || url.searchParams.get('sslmode') === 'verify-full') return dangers;
  return [
    ...dangers,
    `The database is at ${url.hostname} and its address does not end with sslmode=verify-full: records would travel in the clear, or to whoever says to be it.`,
  ];
}
