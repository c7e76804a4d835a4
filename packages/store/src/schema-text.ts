import type { ClientBase } from 'pg';
import { indexPurposes } from './index-purposes.js';

const HEADER = `-- The schema as the catalogue of a migrated database tells it, sorted; written by npm run docs.
-- To be read and compared, not run: mase migrate makes a database.`;

// The role that owns the tables has another name on another server.
const role = (oid: string) =>
  `case when ${oid} = 0 then 'public' when ${oid} = (select relowner from pg_class where oid = 'public.record'::regclass)
    then 'mase_owner' else pg_get_userbyid(${oid})::text end`;
/** Not what came with an extension, which stands in the text by its name. */
const ours = (thing: string) =>
  `not exists (select 1 from pg_depend d where d.objid = ${thing}.oid and d.deptype = 'e')`;
const inPublic = (relation: string) => `${relation}.relnamespace = 'public'::regnamespace`;

const tables = `
  select t.relname as name, t.relrowsecurity as held, t.relforcerowsecurity as forced, (
    select json_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
      order by a.attnum)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns, (
    select coalesce(json_agg(format('constraint %I %s', c.conname, pg_get_constraintdef(c.oid))
      order by array_position(array['p', 'u', 'f', 'c', 'x']::"char"[], c.contype), c.conname), '[]')
    from pg_constraint c where c.conrelid = t.oid and c.contype <> 'n') as constraints
  from pg_class t where ${inPublic('t')} and t.relkind in ('r', 'p') order by t.relname collate "C"`;

const indexes = `
  select t.relname as table, i.relname as name, pg_get_indexdef(x.indexrelid) as text
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  where ${inPublic('t')} and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)
  order by i.relname collate "C"`;

const triggers = `
  select t.relname as table, pg_get_triggerdef(g.oid) as text from pg_trigger g join pg_class t on t.oid = g.tgrelid
  where ${inPublic('t')} and not g.tgisinternal order by g.tgname collate "C"`;

const policies = `
  select t.relname as table, p.polname as name, p.polpermissive as permissive,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as verb,
    (select string_agg(one, ', ' order by one) from (select ${role('r')} as one from unnest(p.polroles) r) named) as roles,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class t on t.oid = p.polrelid where ${inPublic('t')} order by p.polname collate "C"`;

const grants = `
  select t.relname as table, format('grant %s on %I to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
    t.relname, ${role('g.grantee')}) as text
  from pg_class t cross join lateral aclexplode(t.relacl) g
  where ${inPublic('t')} and g.grantee <> t.relowner group by t.relname, g.grantee
  union all
  select t.relname, format('grant %s (%I) on %I to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
    a.attname, t.relname, ${role('g.grantee')})
  from pg_class t join pg_attribute a on a.attrelid = t.oid cross join lateral aclexplode(a.attacl) g
  where ${inPublic('t')} and g.grantee <> t.relowner group by t.relname, a.attname, g.grantee
  order by 1, 2`;

const functions = `
  select pg_get_functiondef(f.oid) as text, f.oid::regprocedure::text as name, ${role('f.proowner')} as owner,
    (select string_agg(one, ', ' order by one) from (select ${role('g.grantee')} as one
      from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g where g.grantee <> f.proowner) named) as callers
  from pg_proc f where f.pronamespace = 'public'::regnamespace and ${ours('f')} order by f.oid::regprocedure::text collate "C"`;

const schemaGrants = `
  select format('grant %s on schema public to %s', lower(g.privilege_type), ${role('g.grantee')}) as text
  from pg_namespace n cross join lateral aclexplode(n.nspacl) g
  where n.nspname = 'public' and pg_get_userbyid(g.grantee) like 'mase\\_%' order by 1`;

const extensions = `
  select format('create extension %I', extname) as text from pg_extension
  where extnamespace = 'public'::regnamespace order by extname collate "C"`;

interface TableLine {
  name: string;
  held: boolean;
  forced: boolean;
  columns: string[];
  constraints: string[];
}

interface PolicyLine {
  table: string;
  name: string;
  permissive: boolean;
  verb: string;
  roles: string;
  using: string | null;
  check: string | null;
}

interface Line {
  table: string;
  name: string;
  text: string;
}

/**
 * The schema of a migrated database as SQL text, read from its catalogue: the same for every database that the same
 * migrations made. Throws where an index serves no stated query.
 */
export async function schemaText(client: ClientBase): Promise<string> {
  const ask = async <T extends object>(text: string) => (await client.query<T>(text)).rows;
  const [lines, parts, rules] = [
    await ask<TableLine>(tables),
    await partsOf(ask),
    await ask<PolicyLine>(policies),
  ];
  const called = await ask<Line & { owner: string; callers: string | null }>(functions);
  const sections = [
    HEADER,
    (await ask<Line>(extensions)).map(({ text }) => `${text};`).join('\n'),
    (await ask<Line>(schemaGrants)).map(({ text }) => `${text};`).join('\n'),
    ...lines.map((line) => tableText(line, parts, rules)),
    // What is granted on anything that is no table, such as a sequence.
    parts
      .filter((part) => lines.every(({ name }) => name !== part.table))
      .map(({ text }) => `${text};`)
      .join('\n'),
    ...called.map(({ text, name, owner, callers }) =>
      [
        `${text.trimEnd()};`,
        `alter function ${name} owner to ${owner};`,
        `${callers?.includes('public') ? '' : `revoke execute on function ${name} from public;\n`}${callers ? `grant execute on function ${name} to ${callers};` : ''}`,
      ].join('\n'),
    ),
  ];
  return `${sections
    .filter(Boolean)
    .map((section) => section.trimEnd())
    .join('\n\n')}\n`;
}

async function partsOf(ask: <T extends object>(text: string) => Promise<T[]>): Promise<Line[]> {
  const found = (await ask<Line>(indexes)).map((line) => {
    const purpose = indexPurposes[line.name];
    if (!purpose) throw new Error(`The index ${line.name} serves no query named in index-purposes.ts`);
    return { ...line, text: `-- ${purpose}\n${line.text}` };
  });
  return [...found, ...(await ask<Line>(triggers)), ...(await ask<Line>(grants))];
}

function tableText(table: TableLine, parts: readonly Line[], rules: readonly PolicyLine[]): string {
  const { name, held, forced } = table;
  const inside = [...table.columns, ...table.constraints].map((line) => `  ${line}`).join(',\n');
  return [
    `create table ${name} (\n${inside}\n);`,
    ...(held ? [`alter table ${name} enable row level security;`] : []),
    ...(forced ? [`alter table ${name} force row level security;`] : []),
    ...parts.filter((part) => part.table === name).map(({ text }) => `${text};`),
    ...rules.filter((rule) => rule.table === name).map(policyText),
  ].join('\n');
}

function policyText({ name, table, permissive, verb, roles, using, check }: PolicyLine): string {
  return [
    `create policy ${name} on ${table}${permissive ? '' : ' as restrictive'} for ${verb} to ${roles}`,
    ...(using ? [`  using (${using})`] : []),
    ...(check ? [`  with check (${check})`] : []),
  ]
    .join('\n')
    .concat(';');
}
