import { MemoryGrowth } from '@mase/exchange/testing';
import { changeMany } from '@mase/store';
import { uuidv7 } from 'uuidv7';
import { median } from './load/clients.mjs';
import { giverOf, openBench } from './partnership.mjs';

const tables = ['record', 'history', 'written', 'case_reader', 'audit', 'audit_subject', 'search_term'];

function* children(count, from) {
  for (let index = 0; index < count; index += 1)
    yield {
      name: 'children/record-child',
      payload: {
        localId: `${from + index}`,
        birthDate: '2010-02-03',
        sex: 'female',
        ethnicity: 'WBRI',
        from: 'bench',
      },
    };
}

/** The rows that one command of the import left, as text by table: the floor writes as many and as large. */
async function sampleRows(bench) {
  const found = await bench.owner.query(
    "select id from record where kind = 'child' order by at desc limit 1",
  );
  const id = found.rows[0].id;
  const rows = {};
  for (const table of tables) {
    const column = { record: 'id', audit: 'record_id', audit_subject: 'person_id' }[table] ?? 'record_id';
    rows[table] = (
      await bench.owner.query(`select to_jsonb(t) as row from ${table} t where ${column} = $1`, [id])
    ).rows.map((one) => one.row);
  }
  return rows;
}

/** Multi-row SQL of the same tables, rows and bytes, 500 records a transaction, and nothing else. */
async function floorRun(bench, sample, count) {
  const started = performance.now();
  for (let done = 0; done < count; done += 500) {
    const client = await bench.owner.connect();
    try {
      await client.query('begin');
      const ids = Array.from({ length: 500 }, () => ({ record: uuidv7(), command: uuidv7() }));
      for (const table of tables) {
        const rows = ids.flatMap((id) =>
          sample[table].map((row) => ({
            ...row,
            ...(table === 'record' ? { id: id.record } : {}),
            ...(table === 'audit' ? { id: id.command } : {}),
            ...(table === 'written' ? { id: uuidv7() } : {}),
            ...('record_id' in row ? { record_id: id.record } : {}),
            ...('command_id' in row ? { command_id: id.command } : {}),
            ...('person_id' in row ? { person_id: id.record, audit_id: id.command } : {}),
          })),
        );
        await client.query({
          name: `floor ${table}`,
          text: `insert into ${table} select * from json_populate_recordset(null::public.${table}, $1::json)`,
          values: [JSON.stringify(rows)],
        });
      }
      await client.query('commit');
    } finally {
      client.release();
    }
  }
  return (count * 1000) / (performance.now() - started);
}

async function productRun(bench, giver, count, from, memory) {
  const started = performance.now();
  let taken = 0;
  for await (const result of changeMany(bench.store, giver, children(count, from))) {
    if (result.outcome !== 'accepted') throw new Error(JSON.stringify(result));
    taken += 1;
  }
  const pace = (taken * 1000) / (performance.now() - started);
  memory?.look();
  return pace;
}

/**
 * How much more may be held after any slice than before the first, in megabytes. A batch of 500 rows and its statement are some
 * megabytes, in the heap and in buffers; what the system gave is not given back at once. 100,000 rows that stayed would be
 * some hundred megabytes of heap.
 */
const bounds = { heapUsed: 32, external: 32, arrayBuffers: 32, rss: 256 };

/** S8: an import through `changeMany` against multi-row SQL that writes the same rows; memory must not grow with rows. MASE_BENCH_ROWS makes it smaller. */
export async function s8({ rows = Number(process.env.MASE_BENCH_ROWS ?? 100_000), slices = 10 } = {}) {
  const bench = await openBench();
  try {
    const giver = await giverOf(bench, 'coordinator');
    await productRun(bench, giver, 500, 1);
    const sample = await sampleRows(bench);
    await floorRun(bench, sample, 500);
    const rounds = [];
    const memory = new MemoryGrowth();
    const each = Math.ceil(rows / slices / 500) * 500;
    for (let slice = 0; slice < slices; slice += 1) {
      const product = await productRun(bench, giver, each, 1000 + slice * each, memory);
      const floor = await floorRun(bench, sample, Math.max(500, Math.round(each / 2500) * 500));
      rounds.push({ product, floor, ratio: product / floor });
    }
    const ratio = median(rounds.map((one) => one.ratio));
    const promise = 0.4;
    const beyond = memory.beyond(bounds);
    return {
      name: `S8 import of ${each * slices} rows`,
      ...{ ratio, promise },
      product: median(rounds.map((one) => one.product)),
      floor: median(rounds.map((one) => one.floor)),
      megabytesBefore: memory.before,
      megabytesGrownByAtMost: memory.grown(),
      megabytesItMayGrowBy: bounds,
      memoryBeyond: beyond,
      holds: ratio >= promise && beyond.length === 0,
    };
  } finally {
    await bench.close();
  }
}
