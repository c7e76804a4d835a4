const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const benches = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 'neighbours'];

let failed = 0;
for (const name of benches.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  const module = await import(`./${name}.mjs`);
  const result = await module[name]();
  const held = result.holds ?? result.ratio >= result.promise;
  if (!held) failed += 1;
  console.log(`${held ? 'holds' : 'FALLS SHORT'}  ${result.name}`);
  for (const [key, value] of Object.entries(result))
    if (key !== 'name')
      console.log(
        `    ${key}: ${typeof value === 'number' ? Number(value.toPrecision(4)) : JSON.stringify(value)}`,
      );
}
process.exitCode = failed > 0 ? 1 : 0;
