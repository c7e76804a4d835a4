/** Whose words a free text holds: those of whoever writes, or somebody's own, kept as they were said. */
export type Voice = 'author' | 'own';

const voices = new WeakMap<object, Map<string, (name: string) => Voice>>();

/** A text at least so long holds sentences; shorter ones hold names, codes and places, which are not checked. */
export const shortestFreeText = 300;

/** Marks a field of a body class as free text; the later mark counts. The voice may depend on a name within it. */
export function FreeText(voice: Voice | ((name: string) => Voice) = 'author'): PropertyDecorator {
  return (target, key) => {
    const fields = voices.get(target) ?? new Map<string, (name: string) => Voice>();
    fields.set(String(key), typeof voice === 'function' ? voice : () => voice);
    voices.set(target, fields);
  };
}

/** Whose words a field of a body holds; nothing where it is no free text. */
export function voiceOf(body: object, field: string): ((name: string) => Voice) | undefined {
  for (let shape: object | null = Object.getPrototypeOf(body); shape; shape = Object.getPrototypeOf(shape)) {
    const voice = voices.get(shape)?.get(field);
    if (voice) return voice;
  }
  return undefined;
}
