import { describe, expect, it } from 'vitest';
import { barChart } from './bar-chart.js';
import { headlineOf } from './headline.js';

const months = {
  id: 'by-month',
  caption: 'Incidents by month',
  counted: ['incident', 'incidents'] as const,
  series: ['Crimes', 'Not crimes'],
  lines: [
    { label: 'April 2026', values: [4, 7] },
    { label: 'May 2026', values: [2, null] },
  ],
};

describe('a chart of bars', () => {
  it('says in a sentence where most stand, and that small numbers are kept back', () => {
    expect(headlineOf(months)).toBe(
      'Most: April 2026, 11 incidents. Small numbers are kept back and not drawn.',
    );
    const alike = ['North', 'South'].map((label) => ({ label, values: [1] }));
    expect(headlineOf({ ...months, lines: alike })).toBe('All are alike: 1 incident each.');
  });

  it('names itself, prints the numbers of every bar, and holds no style, script or name of its own', async () => {
    const chart = await barChart(months);
    const picture = String(chart?.picture);
    expect(picture).toMatch(
      /^<svg class="mase-bars" role="img" aria-labelledby="by-month-title by-month-says"/,
    );
    for (const words of ['>April 2026<', '>4 + 7<', '>2 + kept back<']) expect(picture).toContain(words);
    expect(picture).not.toMatch(/<style|style=|class="[^m]|aria-label=|font-family/);
    expect(chart?.legend).toEqual([
      { text: 'Crimes', shade: 0 },
      { text: 'Not crimes', shade: 1 },
    ]);
  });

  it('prints what somebody called a place or an outcome as text, whatever it holds', async () => {
    const hostile = '</text><script>x</script>"&';
    const lines = [
      { label: hostile, values: [1] },
      ...months.lines.map(({ label }) => ({ label, values: [2] })),
    ];
    const picture = String((await barChart({ ...months, caption: hostile, lines }))?.picture);
    expect(picture).not.toContain('<script');
    expect(picture).toContain('&lt;script&gt;');
  });

  it('is not drawn where there is nothing to compare: of one line, or of none but noughts and what is kept back', async () => {
    expect(await barChart({ ...months, lines: months.lines.slice(0, 1) })).toBeNull();
    const none = ['North', 'South'].map((label, n) => ({ label, values: [n === 0 ? 0 : null] }));
    expect(await barChart({ ...months, lines: none })).toBeNull();
  });
});
