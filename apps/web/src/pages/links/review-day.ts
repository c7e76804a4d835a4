/** The day of the next review as a form begins with it: half a year ahead. */
export function reviewDay(): Record<string, string> {
  const usual = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = usual.split('-');
  return { 'reviewBy-day': day, 'reviewBy-month': month, 'reviewBy-year': year };
}
