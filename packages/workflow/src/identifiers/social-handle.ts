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

/** The name of a profile in an address: the rest of a part of it, unless it is one of these words of the place itself. */
const name = (...own: string[]) =>
  own.length > 0 ? `(?!(?:${own.join('|')})(?:[/?#]|$))([^/?#]+)` : '([^/?#]+)';

/**
 * Addresses of profiles by their place, each after the name of the host. What is the address of something else there, of a
 * post or a group, names nobody: were its first word taken for a name, all such addresses would be one person.
 */
const profiles: readonly [place: Platform, hosts: string, paths: string[]][] = [
  ['snapchat', 'snapchat\\.com', [`add/${name()}`, `@${name()}`]],
  [
    'instagram',
    'instagram\\.com',
    [
      `stories/${name('highlights')}`,
      name('p', 'reels?', 'tv', 'explore', 'direct', 'accounts', 'share', 'stories'),
    ],
  ],
  ['tiktok', 'tiktok\\.com', [`@${name()}`]],
  [
    'facebook',
    '(?:facebook|fb)\\.com',
    [
      'profile\\.php\\?(?:[^#]*&)?id=(\\d+)',
      'people/[^/]+/(\\d+)',
      name(
        ...['[a-z.]+\\.php', 'groups', 'events', 'watch', 'share', 'reel', 'photo', 'people', 'marketplace'],
        ...['messages', 'pages', 'hashtag', 'stories'],
      ),
    ],
  ],
  ['x', '(?:twitter|x)\\.com', [name('i', 'home', 'search', 'hashtag', 'intent', 'explore', 'share')]],
  [
    'youtube',
    'youtube\\.com',
    [
      `(?:c|user|channel)/${name()}`,
      name(
        'c',
        'user',
        'channel',
        'watch',
        'shorts',
        'playlist',
        'live',
        'results',
        'feed',
        'embed',
        'hashtag',
      ),
    ],
  ],
  [
    'telegram',
    '(?:t|telegram)\\.me',
    [`s/${name()}`, name('\\+.*', 'joinchat', 'addstickers', 'share', 'c', 's')],
  ],
  ['reddit', 'reddit\\.com', [`u(?:ser)?/${name()}`]],
  ['twitch', 'twitch\\.tv', [name('videos', 'directory', 'p', 'search')]],
  ['steam', 'steamcommunity\\.com', [`(?:id|profiles)/${name()}`]],
  ['onlyfans', 'onlyfans\\.com', [name('my', 'posts', '\\d+')]],
];

const addresses = profiles.map(([platform, hosts, paths]) => ({
  platform,
  host: new RegExp(`^(?:(?:www|m|mobile|[a-z]{2}-[a-z]{2}|[a-z]{2})\\.)?${hosts}/`),
  paths: paths.map((path) => new RegExp(`^${path}`)),
}));

const noProfile = {
  fault:
    'That is the address of a post or a page, not of a profile: enter the user name, such as @made_up_name.',
};

/** The place and the name in the address of a profile, or in `place:name`; a fault where an address is of no profile. */
function taken(text: string): { platform?: Platform; name: string } | typeof noProfile {
  const address = text.replace(/^https?:\/\//, '');
  const known = addresses.find(({ host }) => host.test(address));
  if (known) {
    const path = address.replace(known.host, '');
    const found = known.paths.flatMap((one) => one.exec(path)?.[1] ?? [])[0];
    return found === undefined ? noProfile : { platform: known.platform, name: found };
  }
  const named = platformCodes.find((code) => text.startsWith(`${code}:`));
  return named ? { platform: named, name: text.slice(named.length + 1) } : { name: text };
}

/**
 * Reads the name somebody uses in one place online, as `place:name` without the @. Capitals make no difference in any
 * of these places. The address of a profile says its place itself; that of a post or a group is refused.
 */
export function readHandle(text: string, platform?: Platform): Reading {
  const found = taken(text.trim().toLowerCase());
  if ('fault' in found) return found;
  const place = found.platform ?? platform;
  const own = found.name.trim().replace(/^@+/, '');
  if (!place) return { fault: 'Say where online the name is used.' };
  if (!/^[^\s:@/]{2,64}$/.test(own))
    return { fault: 'Enter the user name as it is written there, such as @made_up_name, without spaces.' };
  return { value: `${place}:${own}` };
}

/** A name and where it is used: “@made_up on Snapchat”. */
export function shownHandle(value: string): string {
  const [place = 'other', name = ''] = value.split(':');
  return place === 'other' ? `@${name} online` : `@${name} on ${platforms[place as Platform]}`;
}

/** The name alone, by which the same person may be found elsewhere. */
export const handleName = (value: string): string => value.slice(value.indexOf(':') + 1);
