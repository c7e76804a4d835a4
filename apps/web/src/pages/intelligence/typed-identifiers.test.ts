import { expect, it } from 'vitest';
import { identifierFilled } from './typed-identifiers.js';

it.each([
  ['phone', '07700 900123', 'phone:447700900123', { phones: '07700 900123' }],
  ['vehicle', 'YX12 YYX', 'vehicle:YX12YYX', { vehicles: 'YX12 YYX' }],
  [
    'address',
    '1 Sample Street, ZZ1 1ZZ',
    'address:1 sample street zz11zz',
    { addresses: '1 Sample Street, ZZ1 1ZZ' },
  ],
  ['device', '490154203237518', 'device:490154203237518', { devices: '490154203237518' }],
  [
    'handle',
    '@made_up on Snapchat',
    'handle:snapchat:made_up',
    { 'platform-0': 'snapchat', 'handle-0': 'made_up' },
  ],
  ['person', 'Somebody made up', 'person:1', {}],
] as const)(
  'a %s that is known begins a form in the field in which it would be typed',
  (kind, name, node, fields) => {
    expect(identifierFilled({ kind, id: null, name, node })).toEqual(fields);
  },
);
