import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { environment } from '../templating/environment.js';
import { normalHtml } from '../testing/normal-html.js';
import { trustedParams } from '../testing/trusted-params.js';

interface Fixture {
  name: string;
  options: Record<string, unknown>;
  html: string;
}

const require = createRequire(import.meta.url);
const published = (component: string): Fixture[] =>
  JSON.parse(
    readFileSync(require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`), 'utf8'),
  ).fixtures;

const components = [
  ...[
    'back-link',
    'breadcrumbs',
    'button',
    'character-count',
    'checkboxes',
    'date-input',
    'details',
    'error-message',
  ],
  ...[
    'error-summary',
    'fieldset',
    'file-upload',
    'footer',
    'generic-header',
    'hint',
    'input',
    'inset-text',
    'label',
  ],
  ...['notification-banner', 'pagination', 'panel', 'password-input', 'phase-banner', 'radios', 'select'],
  ...[
    'service-navigation',
    'skip-link',
    'summary-list',
    'table',
    'tabs',
    'tag',
    'task-list',
    'textarea',
    'warning-text',
  ],
];

/** The crown, the open government licence and crown copyright, which a council's footer does not carry. */
const crownProperty = [
  /<svg\s[^>]*class="govuk-footer__crown"[\s\S]*?<\/svg>/,
  /<svg\s[^>]*class="govuk-footer__licence-logo"[\s\S]*?<\/svg>/,
  /<span class="govuk-footer__licence-description">[\s\S]*?<\/span>/,
  /<div class="govuk-footer__meta-item">\s*<a\s[^>]*govuk-footer__copyright-logo[\s\S]*?<\/a>\s*<\/div>/,
];

const expected = (component: string, html: string): string =>
  normalHtml(
    component === 'footer' ? crownProperty.reduce((left, part) => left.replace(part, ''), html) : html,
  );

const env = environment();

describe.each(components)('%s', (component) => {
  it.each(published(component).map((fixture) => [fixture.name, fixture] as const))(
    'prints what GOV.UK publishes for: %s',
    (_, fixture) => {
      const html = env.component(component, trustedParams(fixture.options) as Record<string, unknown>);
      expect(normalHtml(html)).toBe(expected(component, fixture.html));
    },
  );
});
