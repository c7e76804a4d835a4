import { dataFolder, startProduct } from './load/launcher.mjs';

/** S9: the second `npm start` on the same data, from the command to its first page. The first is told beside it. */
export async function s9() {
  const data = dataFolder();
  try {
    const first = await startProduct(data.folder);
    await first.stop();
    const second = await startProduct(data.folder);
    await second.stop();
    return {
      name: 'S9 second npm start to the first page',
      seconds: second.ms / 1000,
      promiseSeconds: 8,
      firstSeconds: first.ms / 1000,
      holds: second.ms <= 8000,
    };
  } finally {
    data.remove();
  }
}
