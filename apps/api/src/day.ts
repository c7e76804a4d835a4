const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a day of the calendar between 1900 and 2199, written YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !dayPattern.test(value) || value < '1900' || value >= '2200') return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
