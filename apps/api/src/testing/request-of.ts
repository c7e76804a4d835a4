/** What a table of addresses asks: "/api/v1/children" reads, "/api/v1/children/search {…}" sends what follows. */
export function requestOf(address: string): { url: string; method: 'GET' | 'POST'; payload?: object } {
  const at = address.indexOf(' {');
  if (at < 0) return { url: address, method: 'GET' };
  return { url: address.slice(0, at), method: 'POST', payload: JSON.parse(address.slice(at + 1)) };
}
