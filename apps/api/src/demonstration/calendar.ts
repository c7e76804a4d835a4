const dayMs = 86_400_000;

/** Days and times of the demonstration, counted from its present; times are those of the clock in London. */
export class Calendar {
  constructor(private readonly present: string) {}

  /** So many working days before the present (at least one), at a time such as `09:30`, as an instant. */
  before(workingDays: number, time = '09:30'): string {
    let day = Date.parse(this.present.slice(0, 10));
    for (let left = workingDays; left > 0; ) {
      day -= dayMs;
      if (!isWeekend(day)) left -= 1;
    }
    return instant(day, time);
  }

  /** The date, YYYY-MM-DD, so many working days before the present. */
  dateBefore(workingDays: number): string {
    return this.before(workingDays).slice(0, 10);
  }

  /** The date so many days after the present. */
  dateAfter(days: number): string {
    return new Date(Date.parse(this.present.slice(0, 10)) + days * dayMs).toISOString().slice(0, 10);
  }

  /** A birth date as it would be had this been 2026: everybody keeps his or her age, whatever the year. */
  born(date: string): string {
    return `${Number(date.slice(0, 4)) + Number(this.present.slice(0, 4)) - 2026}${date.slice(4)}`;
  }

  /** A Thursday, so many weeks after the next one (before it where negative), at a time. */
  thursday(weeks: number, time = '14:00'): string {
    let day = Date.parse(this.present.slice(0, 10)) + dayMs;
    while (new Date(day).getUTCDay() !== 4) day += dayMs;
    return instant(day + weeks * 7 * dayMs, time);
  }

  /** So many minutes before the present. */
  minutesAgo(minutes: number): string {
    return new Date(Date.parse(this.present) - minutes * 60_000).toISOString();
  }
}

const isWeekend = (day: number) => [0, 6].includes(new Date(day).getUTCDay());
const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function instant(day: number, time: string): string {
  const winter = Date.parse(`${new Date(day).toISOString().slice(0, 10)}T${time}:00.000Z`);
  const shown = Date.parse(`${london.format(winter).replace(' ', 'T')}.000Z`);
  return new Date(winter - (shown - winter)).toISOString();
}
