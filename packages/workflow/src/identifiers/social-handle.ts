import type { Reading } from './reading.js';

/** The places online where somebody goes by a name, as a person reads them. */
export const platforms = {
  snapchat: 'Snapchat',
  instagram: 'Instagram',
  tiktok: 'TikTok',
  facebook: 'Facebook',
  x: 'X (Twitter)',
  youtube: 'YouTube',
  discord: 'Discord',
  telegram: 'Telegram',
  kik: 'Kik',
  wizz: 'Wizz',
  reddit: 'Reddit',
  twitch: 'Twitch',
  roblox: 'Roblox',
  fortnite: 'Fortnite',
  playstation: 'PlayStation',
  xbox: 'Xbox',
  steam: 'Steam',
  onlyfans: 'OnlyFans',
  vinted: 'Vinted',
  other: 'Another place online',
} as const;

/** The code of one of these. */
export type Platform = keyof typeof platforms;

/** Every code of a platform. */
export const platformCodes = Object.keys(platforms) as Platform[];

const addresses: readonly [RegExp, Platform][] = [
  [/^snapchat\.com\/add\//, 'snapchat'],
  [/^instagram\.com\//, 'instagram'],
  [/^tiktok\.com\//, 'tiktok'],
  [/^(m\.)?facebook\.com\//, 'facebook'],
  [/^(twitter|x)\.com\//, 'x'],
  [/^youtube\.com\//, 'youtube'],
  [/^t\.me\//, 'telegram'],
  [/^reddit\.com\/u(ser)?\//, 'reddit'],
  [/^twitch\.tv\//, 'twitch'],
  [/^onlyfans\.com\//, 'onlyfans'],
];

/** The place and the name in the address of a profile, or in `place:name`. */
function taken(text: string): { platform?: Platform; name: string } {
  const address = text.replace(/^https?:\/\//, '').replace(/^www\./, '');
  for (const [pattern, platform] of addresses)
    if (pattern.test(address))
      return { platform, name: (address.replace(pattern, '').split(/[/?#]/)[0] as string) || '' };
  const named = platformCodes.find((code) => text.startsWith(`${code}:`));
  return named ? { platform: named, name: text.slice(named.length + 1) } : { name: text };
}

/**
 * Reads the name somebody uses in one place online, as `place:name` without the @. Capitals make no difference in any
 * of these places. The address of a profile says its place itself.
 */
export function readHandle(text: string, platform?: Platform): Reading {
  const found = taken(text.trim().toLowerCase());
  const place = found.platform ?? platform;
  const name = found.name.trim().replace(/^@+/, '');
  if (!place) return { fault: 'Say where online the name is used.' };
  if (!/^[^\s:@/]{2,64}$/.test(name))
    return { fault: 'Enter the user name as it is written there, such as @made_up_name, without spaces.' };
  return { value: `${place}:${name}` };
}

/** A name and where it is used: “@made_up on Snapchat”. */
export function shownHandle(value: string): string {
  const [place = 'other', name = ''] = value.split(':');
  return place === 'other' ? `@${name} online` : `@${name} on ${platforms[place as Platform]}`;
}

/** The name alone, by which the same person may be found elsewhere. */
export const handleName = (value: string): string => value.slice(value.indexOf(':') + 1);
