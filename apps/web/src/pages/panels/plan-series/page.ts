import { path } from '../../../api-client.js';
import { dateWords, timeWords } from '../../../date-words.js';
import { select } from '../../../error-words.js';
import { again, goTo, type Page, show } from '../../../page.js';
import { ruleWords } from '../panel.js';
import { ruleFields } from '../series-form.js';

interface Proposed {
  date: string;
  startsAt: string;
  endsAt: string;
  ruleDate: string;
  holiday: string | null;
  provisional: boolean;
  taken: boolean;
}

/** Why a sitting is on its day, in words; nothing where the rule alone says so. */
function whyWords({ holiday, ruleDate, taken }: Proposed): string {
  const words = [
    ...(holiday ? [`${dateWords(ruleDate)} is ${holiday}: moved to the next working day.`] : []),
    ...(taken ? ['The panel sits on this day already: it is left out.'] : []),
  ];
  return words.join(' ');
}

/** The days that a rule gives, with why each; what stays ticked is scheduled, all of it or nothing. */
export const page: Page = {
  id: 'panels/plan-series',
  url: '/panels/:id/plan-series',
  section: '/sittings',
  fields: { dates: select('the days'), from: select('the first day'), until: select('the last day') },

  async get(visit) {
    const id = visit.params.id ?? '';
    // After a refusal the rule stands in the form, and no longer in the address.
    const asked = Object.fromEntries(
      [...ruleFields, 'from', 'until'].flatMap((name) => {
        const value = visit.query[name] ?? visit.typed(name);
        return value ? [[name, value]] : [];
      }),
    );
    if (visit.request.method === 'GET' && !(asked.every && asked.from && asked.until))
      return goTo(`/panels/${encodeURIComponent(id)}/series`);
    const { body } = await visit.read<{ items: Proposed[]; panel: string; version: number }>(
      `${path`/api/v1/panels/${id}/series`}?${new URLSearchParams(asked)}`,
    );
    const free = body.items.filter(({ taken }) => !taken);
    return show({
      title: 'Confirm the sittings',
      version: `"${body.version}"`,
      back: { href: `/panels/${encodeURIComponent(id)}/series` },
      values: { dates: free.map(({ date }) => date) },
      model: {
        caption: body.panel,
        rule: ruleWords({
          every: asked.every ?? '',
          weekday: asked.weekday ?? '',
          startTime: asked.startTime ?? '',
          minutes: Number(asked.minutes),
          ...(asked.weeks ? { weeks: Number(asked.weeks) } : {}),
          ...(asked.nth ? { nth: asked.nth } : {}),
        }),
        count: free.length,
        provisional: free.some(({ provisional }) => provisional),
        cancel: `/panels/${encodeURIComponent(id)}`,
        kept: Object.entries(asked).map(([name, value]) => ({ name, value })),
        all: free.map(({ date }) => date).join(' '),
        taken: body.items.filter((one) => one.taken).map(({ date }) => dateWords(date)),
        days: free.map((one) => ({
          value: one.date,
          text: `${dateWords(one.date)}, ${timeWords(one.startsAt)} to ${timeWords(one.endsAt)}`,
          ...(whyWords(one) ? { hint: { text: whyWords(one) } } : {}),
        })),
      },
    });
  },

  async post(visit) {
    const id = encodeURIComponent(visit.params.id ?? '');
    const ticked = visit.typedList('dates') ?? [];
    if (ticked.length === 0) return again({ dates: 'Tick at least one day' });
    const all = (visit.typed('all') ?? '').split(' ').filter(Boolean);
    const leaveOut = all.filter((date) => !ticked.includes(date));
    const typed = Object.fromEntries(
      [...ruleFields, 'from', 'until'].flatMap((name) => {
        const value = visit.typed(name);
        return value ? [[name, name === 'weeks' || name === 'minutes' ? Number(value) : value]] : [];
      }),
    );
    await visit.send(`/api/v1/panels/${id}/plan-series`, {
      ...typed,
      ...(leaveOut.length > 0 ? { leaveOut } : {}),
    });
    return goTo(
      `/panels/${id}`,
      'The sittings are scheduled and the members are told. Next: open the agenda of the first.',
    );
  },
};
