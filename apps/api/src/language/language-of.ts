import { checkLanguage, type LanguageFinding, type Lexicon } from '@mase/workflow';
import { type Voice, voiceOf } from './free-text.js';

/** A term in a field of a body, by the field's JSON pointer. */
export interface FieldFinding extends LanguageFinding {
  pointer: string;
}

/** More than so many are not told in one answer. */
export const mostFindings = 100;

const step = (key: string) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * What could be said otherwise in the free texts of a body that was read by its class; nothing of it is changed or
 * refused. The first hundred, in the order of the fields.
 */
export function languageOf(body: object, lexicon: Lexicon): FieldFinding[] {
  const found: FieldFinding[] = [];
  const check = (text: string, pointer: string, voice: Voice) => {
    for (const finding of checkLanguage(text, lexicon, { ownWords: voice === 'own' }))
      found.push({ pointer, ...finding });
  };
  const walk = (value: object, above: string) => {
    for (const [key, inner] of Object.entries(value)) {
      if (found.length >= mostFindings) return;
      const pointer = `${above}${step(key)}`;
      const voice = voiceOf(value, key);
      if (voice && typeof inner === 'string') check(inner, pointer, voice(key));
      else if (voice && typeof inner === 'object' && inner !== null)
        for (const [name, text] of Object.entries(inner)) {
          if (typeof text === 'string') check(text, `${pointer}${step(name)}`, voice(name));
        }
      else if (typeof inner === 'object' && inner !== null) walk(inner, pointer);
    }
  };
  walk(body, '');
  return found.slice(0, mostFindings);
}
