/** One day of a month on the wall: its number, its date, and whether it is of that month at all. */
export interface MonthDay {
  date: string;
  day: number;
  inMonth: boolean;
}

const iso = (at: Date): string => at.toISOString().slice(0, 10);

/** The first day of a month as YYYY-MM-DD: of the one that an address names as YYYY-MM, else of the one of today. */
export function monthOf(asked: string | undefined, today: string): string {
  return asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? `${asked}-01` : `${today.slice(0, 7)}-01`;
}

/** The first day of the month so many months later, or earlier. */
export function monthsOn(first: string, months: number): string {
  const at = new Date(`${first}T00:00:00.000Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return iso(at);
}

/** The weeks of a month from Monday, each with its seven days; days of the months beside fill the first and the last. */
export function weeksOf(first: string): MonthDay[][] {
  const at = new Date(`${first}T00:00:00.000Z`);
  at.setUTCDate(1 - ((at.getUTCDay() + 6) % 7));
  const weeks: MonthDay[][] = [];
  const next = monthsOn(first, 1);
  while (iso(at) < next) {
    const week: MonthDay[] = [];
    for (let index = 0; index < 7; index += 1) {
      const date = iso(at);
      week.push({ date, day: at.getUTCDate(), inMonth: date.slice(0, 7) === first.slice(0, 7) });
      at.setUTCDate(at.getUTCDate() + 1);
    }
    weeks.push(week);
  }
  return weeks;
}
