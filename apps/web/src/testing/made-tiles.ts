const varint = (number: number): number[] =>
  number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))];
const bytes = (field: number, content: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const count = (field: number, number: number): number[] => [...varint(field * 8), ...varint(number)];
const text = (field: number, words: string): number[] => bytes(field, [...Buffer.from(words)]);
const there = (way: number): number => (way << 1) ^ (way >> 31);

/** A layer with one feature, called Made-up, by the Mapbox Vector Tile specification 2.1. */
function layer(name: string, type: 'line' | 'area', points: readonly [number, number][]): number[] {
  const [[x, y] = [0, 0], ...rest] = points;
  let [atX, atY] = [x, y];
  const steps = rest.flatMap(([toX, toY]) => {
    const step = [there(toX - atX), there(toY - atY)];
    [atX, atY] = [toX, toY];
    return step;
  });
  const geometry = [9, there(x), there(y), rest.length * 8 + 2, ...steps, ...(type === 'area' ? [15] : [])];
  const feature = [
    ...bytes(2, [0, 0]),
    ...count(3, type === 'line' ? 2 : 3),
    ...bytes(4, geometry.flatMap(varint)),
  ];
  const named = [...text(3, 'name'), ...bytes(4, text(1, 'Made-up'))];
  return bytes(3, [...count(15, 2), ...text(1, name), ...bytes(2, feature), ...named, ...count(5, 4096)]);
}

const wholeTile: [number, number][] = [
  [0, 0],
  [4096, 0],
  [4096, 4096],
  [0, 4096],
];

/**
 * An archive of map tiles that nobody surveyed (PMTiles 3): the world under one water, with one road. Whoever made it
 * names themselves with markup, as some do.
 */
export function madeTiles(): Buffer {
  const tile = Buffer.from([
    ...layer('water', 'area', wholeTile),
    ...layer('roads', 'line', [
      [0, 0],
      [4096, 4096],
    ]),
  ]);
  const folder = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const about = Buffer.from(
    JSON.stringify({
      attribution:
        '<a href="https://survey.example">Made-up survey</a><img src="https://survey.example/seen">',
      vector_layers: [
        { id: 'water', fields: { name: 'String' } },
        { id: 'roads', fields: { name: 'String' } },
      ],
    }),
  );
  const head = Buffer.alloc(127);
  head.write('PMTiles', 0, 'latin1');
  head[7] = 3;
  const parts = [folder.length, about.length, 0, tile.length];
  let offset = 127;
  for (const [index, length] of parts.entries()) {
    head.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    head.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    offset += length;
  }
  for (const at of [72, 80, 88]) head.writeBigUInt64LE(1n, at);
  // Clustered, nothing compressed, vector tiles, zoom 0 alone, the whole world.
  head.set([1, 1, 1, 1, 0, 0], 96);
  head.writeInt32LE(-1_800_000_000, 102);
  head.writeInt32LE(-850_000_000, 106);
  head.writeInt32LE(1_800_000_000, 110);
  head.writeInt32LE(850_000_000, 114);
  return Buffer.concat([head, folder, about, tile]);
}
