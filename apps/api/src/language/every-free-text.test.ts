import { lexiconOn } from '@mase/workflow';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { describe, expect, it } from 'vitest';
import '../app.js';
import { ChangeMinutesBody } from '../sittings/change-minutes.js';
import { shortestFreeText, voiceOf } from './free-text.js';
import { languageOf } from './language-of.js';

interface Rule {
  propertyName: string;
  constraints?: unknown[];
  name?: string;
}
const { validationMetadatas } = getMetadataStorage() as unknown as {
  validationMetadatas: Map<{ name: string; prototype: object }, Rule[]>;
};

/** Texts that are long and in which nobody speaks of a child in words of his or her own, and why. */
const noProse: { [field: string]: string } = {
  'ProposeChangeBody.file': 'a file of data; its wording is checked by mase instrument check',
  'ProposeProfileBody.file': 'a file of data; its wording is checked by mase profile check',
  'CheckLanguageBody.text': 'the text that is checked',
  'WrittenIdentifierBody.text': 'a number, a plate, an address or a name that is used',
  'LinkEndBody.text': 'a number, a plate, an address or a name that is used',
};

const texts = [...validationMetadatas]
  .filter(([{ name }]) => name.endsWith('Body'))
  .flatMap(([shape, rules]) =>
    rules
      .filter(({ name }) => name === 'isLength')
      .map(({ propertyName, constraints = [] }) => ({
        field: `${shape.name}.${propertyName}`,
        most: Number(constraints[1] ?? 0),
        voice: voiceOf(Object.create(shape.prototype) as object, propertyName),
      })),
  );
const long = texts.filter(({ most, field }) => most >= shortestFreeText && !(field in noProse));

describe('the free texts of every command', () => {
  it('are more than a hundred fields, those of minutes, plans and assessments among them', () => {
    expect(long.length).toBeGreaterThan(100);
    const fields = long.map(({ field }) => field);
    for (const one of ['MinuteSectionBody.text', 'AssessRiskBody.analysis', 'RecordViewBody.words'])
      expect(fields).toContain(one);
  });

  it.each(long)('$field is checked for language', ({ voice }) => {
    expect(voice).toBeDefined();
  });

  it('minutes are checked where they are edited, section by section', () => {
    const sections = [
      { heading: 'Robin', text: 'Nothing to change.' },
      { heading: 'Sam', text: 'She is placing herself at risk. “A slag”, he shouted.' },
    ];
    const body = plainToInstance(ChangeMinutesBody, { sections });
    expect(languageOf(body, lexiconOn('2026-11-20'))).toMatchObject([
      { pointer: '/sections/1/text', term: 'putting-self-at-risk', quoted: false },
      { pointer: '/sections/1/text', term: 'promiscuous', quoted: true },
    ]);
  });
});
