import { describe, expect, it } from 'vitest';
import { environment } from '../templating/environment.js';

const env = environment({ 'page-title': () => 'A title' });
const typed = '<script>alert(1)</script>';

describe('what somebody typed', () => {
  it('is never printed as markup by a text param', () => {
    expect(env.component('inset-text', { text: typed })).toContain('&lt;script&gt;');
  });

  it('stops the page when it reaches an html param', () => {
    expect(() => env.component('inset-text', { html: typed })).toThrow('made by a template');
  });

  it('stops the page when it reaches an attributes param as text', () => {
    expect(() => env.component('tag', { text: 'x', attributes: 'onclick="x"' })).toThrow(
      'attributes must be an object',
    );
  });

  it('cannot close an attribute', () => {
    expect(env.component('hint', { text: 'x', id: '"><b>' })).not.toContain('<b>');
  });
});

describe("a page's view", () => {
  it('throws on a value that its model lacks, printed or passed on', () => {
    expect(() => env.view('{{missing}}')({})).toThrow('missing');
    expect(() => env.view('{{> tag text=record.label}}')({ record: {} })).toThrow('label');
    expect(() => env.view('{{words "a" missing}}')({})).toThrow('missing');
  });

  it('may ask whether a value is there', () => {
    expect(env.view('{{#if missing}}yes{{else}}no{{/if}}{{> tag text=(maybe missing)}}')({})).toContain('no');
  });

  it('is refused at start when it names an unknown helper or does not parse', () => {
    expect(() => env.view('{{no-such-helper 1}}')).toThrow('no-such-helper');
    expect(() => env.view('{{#if x}}')).toThrow();
  });

  it('is refused at start when it prints a value that a helper of the same name would hide', () => {
    expect(() => env.view('{{words}}')).toThrow('this.words');
    expect(env.view('{{this.words}}')({ words: 'seen' })).toBe('seen');
  });

  it('is refused at start when its checkboxes would forget what is ticked', () => {
    expect(() => env.view('{{> checkboxes (field "kinds" items=kinds)}}')).toThrow('(boxes …)');
    expect(() => env.view('{{> checkboxes (boxes "kinds" items=kinds)}}')).not.toThrow();
  });

  it('puts a block inside a component with the values of the page around it', () => {
    expect(env.view('{{#wrap "inset-text"}}<b>{{name}}</b>{{/wrap}}')({ name: 'A & B' })).toContain(
      '<b>A &amp; B</b>',
    );
  });

  it('shares nothing with a component but what it passes on', () => {
    expect(env.view('{{> hint text="x"}}')({ id: 'case-1', classes: 'leak' })).not.toMatch(/case-1|leak/);
  });
});
