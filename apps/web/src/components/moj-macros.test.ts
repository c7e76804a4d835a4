import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { describe, expect, it } from 'vitest';
import { environment } from '../templating/environment.js';
import { mojExamples } from '../testing/moj-examples.js';
import { normalHtml } from '../testing/normal-html.js';
import { trustedParams } from '../testing/trusted-params.js';

const require = createRequire(import.meta.url);
const mojFolder = join(dirname(require.resolve('@ministryofjustice/frontend/package.json')));
const govukFolder = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/** The package publishes macros but no fixtures, so its own macros print what is expected. */
const macros = nunjucks.configure([govukFolder, mojFolder], { autoescape: true });
macros.addFilter('date', (_timestamp: string, words: string) => words);

/** Our alert has no dismiss button, because the script that shows it writes markup from text. */
const undismissible = (html: string): string =>
  html.replace(/<div class="moj-alert__action">[\s\S]*?<\/button>\s*<\/div>/, '');

const macroName = (component: string): string =>
  component.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const env = environment();

describe.each(Object.entries(mojExamples))('%s', (component, examples) => {
  it.each(examples)('prints what the Ministry of Justice macro prints for: $name', ({ params }) => {
    const source = `{% from "moj/components/${component.slice(4)}/macro.njk" import ${macroName(component)} %}{{ ${macroName(component)}(params) }}`;
    const expected = undismissible(macros.renderString(source, { params }));
    expect(expected).not.toBe('');
    const html = env.component(component, trustedParams(forHandlebars(params)) as Record<string, unknown>);
    expect(normalHtml(html)).toBe(normalHtml(expected));
  });
});

/** The macro formats a timestamp itself; ours takes the prepared words. */
function forHandlebars(params: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(params).replaceAll('"format":', '"text":'));
}

describe('moj-sortable-table', () => {
  it('is a GOV.UK table whose heads the sorting script can turn into buttons, save those that are fixed', () => {
    const html = env.component('moj-sortable-table', {
      head: [{ text: 'Due' }, { text: 'Next step', fixed: true }],
      rows: [
        [
          { text: '26 November 2026', attributes: { 'data-sort-value': '2026-11-26' } },
          { text: 'Confirm grade' },
        ],
      ],
    });
    expect(html).toContain('data-module="moj-sortable-table"');
    expect(html).toMatch(/<th[^>]*aria-sort="none"[^>]*>Due/);
    expect(html).toMatch(/<th(?![^>]*aria-sort)[^>]*>Next step/);
    expect(html).toContain('data-sort-value="2026-11-26"');
  });
});
