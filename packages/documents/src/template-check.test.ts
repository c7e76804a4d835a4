import { expect, test } from 'vitest';
import { htmlEnvironment, typstEnvironment } from './environments.js';
import { guardedModel } from './guarded-model.js';

const data = { unprintable: new Set<string>() };

test.each([
  ['{{x}}', 'only {{s x}} and {{t x}} print'],
  ['{{this}}', 'only {{s x}} and {{t x}} print'],
  ['{{{t x}}}', 'a triple-stash prints without escaping'],
  ['{{&x}}', 'a triple-stash prints without escaping'],
  ['{{t x y}}', 'only {{s x}} and {{t x}} print'],
  ['{{t "words"}}', 'only {{s x}} and {{t x}} print'],
  ['{{#if x}}{{#each y}}{{z}}{{/each}}{{/if}}', 'only {{s x}} and {{t x}} print'],
  ['{{#if x}}a{{else}}{{z}}{{/if}}', 'only {{s x}} and {{t x}} print'],
  ['{{#x}}a{{/x}}', 'the block x is unknown'],
  ['{{#if (lookup x y)}}a{{/if}}', 'the helper lookup is unknown'],
])('a PDF template with %s does not compile', (source, reason) => {
  expect(() => typstEnvironment().compile(source, 'pack/body.typ.hbs')).toThrow(reason);
});

test('a refused template is named with file and line', () => {
  expect(() => typstEnvironment().compile('\n\n  {{x}}', 'pack/body.typ.hbs')).toThrow(
    /^pack\/body\.typ\.hbs:3: /,
  );
});

test.each(['{{{x}}}', '{{&x}}', '{{log x}}', '{{#if x}}{{{y}}}{{/if}}'])(
  'an HTML template with %s does not compile',
  (source) => {
    expect(() => htmlEnvironment('').compile(source, 'pack/body.html.hbs')).toThrow(
      /pack\/body\.html\.hbs:1: /,
    );
  },
);

test.each([
  ['{{child.worker.name}}', { child: { worker: {} } }, 'pack: child.worker.name is not in the model'],
  ['{{child.worker.name}}', { child: {} }, 'pack: child.worker is not in the model'],
  [
    '{{#each children}}{{name}}{{/each}}',
    { children: [{ name: 'A' }, {}] },
    'pack: children[1].name is not in the model',
  ],
  ['{{#if listed}}x{{/if}}', {}, 'pack: listed is not in the model'],
  ['{{#if listed}}x{{/if}}', { listed: undefined }, 'pack: listed is not in the model'],
  ['{{name}}', { name: null }, 'body.hbs:1: name cannot be printed: it is null'],
  ['{{name}}', { name: {} }, 'body.hbs:1: name cannot be printed: it is [object Object]'],
  ['{{name}}', { name: Number.NaN }, 'body.hbs:1: name cannot be printed: it is NaN'],
  ['{{constructor}}', {}, 'constructor'],
])('%s given %j is an error and never an empty place', (source, model, message) => {
  const html = htmlEnvironment('').compile(source, 'body.hbs');
  const typst = typstEnvironment().compile(source.replace(/{{([a-z.]+)}}/g, '{{t $1}}'), 'body.hbs');
  expect(() => html(guardedModel(model, 'pack'), data)).toThrow(message);
  expect(() => typst(guardedModel(model, 'pack'), data)).toThrow(message);
});
