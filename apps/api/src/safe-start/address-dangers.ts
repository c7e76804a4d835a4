const loopback = ['127.0.0.1', 'localhost', '[::1]', ''];

/** What is dangerous about an address of the database: that what is asked and answered travels in the clear, or to whoever says to be it. */
export function addressDangers(address: string): string[] {
  const url = URL.parse(address);
  if (!url) return ['An address of the database cannot be read.'];
  if (loopback.includes(url.hostname) || url.searchParams.get('sslmode') === 'verify-full') return [];
  return [
    `The database is at ${url.hostname} and its address does not end with sslmode=verify-full: records would travel in the clear, or to whoever says to be it.`,
  ];
}
