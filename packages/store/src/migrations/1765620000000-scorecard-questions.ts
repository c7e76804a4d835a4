import { parameters, passed } from './1765100000000-scorecard-terms.js';

/** What a scorecard is asked without the rules of its area. */
export const types = 'timestamptz, timestamptz, timestamptz, bigint, text';
/** What the profile of the area says of counting; without it every case that is taken on is an episode. */
export const rules = `rules json default '{"episodesFrom": "none"}'`;

/** Who is told the counts of a scorecard, and whether it counts by the rules of the area. */
export interface Question {
  readers: readonly string[];
  hasRules?: true;
  /** The function that counts, where that is not the sum of the facts. */
  counts?: string;
}

const settings = `language plpgsql stable security definer set search_path = public, pg_temp
        set plan_cache_mode = 'force_custom_plan'`;
const owned = (signature: string, grantee: string) => `
      grant create on schema public to mase_figures;
      alter function ${signature} owner to mase_figures;
      revoke create on schema public from mase_figures;
      revoke all on function ${signature} from public;
      grant execute on function ${signature} to ${grantee};`;

/** A function that the role of the figures alone calls: facts, or counts of them. */
export const putFunction = (
  name: string,
  { returns, query, hasRules }: { returns: string; query: string; hasRules: boolean },
) => `
      create function ${name}(${parameters}${hasRules ? `, ${rules}` : ''}) returns table (${returns}) language sql stable parallel safe as $$ ${query} $$;
      ${owned(`${name}(${types}${hasRules ? ', json' : ''})`, 'mase_figures')}`;

/** The same, in place of the one that is there. */
export const putAgain = (
  name: string,
  { returns, query, hasRules }: { returns: string; query: string; hasRules: boolean },
) => `
      create or replace function ${name}(${parameters}${hasRules ? `, ${rules}` : ''}) returns table (${returns}) language sql stable parallel safe as $$ ${query} $$;`;

const whens = (
  questions: { readonly [scorecard: string]: Question },
  query: (name: string, asked: string, question: Question) => string,
) =>
  Object.entries(questions)
    .map(([name, question]) => {
      const allowed = `array[${question.readers.map((role) => `'role:${role}'`).join(', ')}]`;
      const asked = question.hasRules ? `${passed}, rules` : passed;
      return `when '${name}' then if principals && ${allowed} then return query ${query(name, asked, question)}; end if;`;
    })
    .join('\n            ');

const question = (head: string, body: string) => `
      create function ${head} ${settings} as $$
        #variable_conflict use_column
        declare principals text[] := coalesce((select app_principals())::text[], '{}');
        begin
          case scorecard
            ${body}
          end case;
        end $$;`;

type Questions = { readonly [scorecard: string]: Question };

/** The two questions of the api: the counts of a scorecard, and the records behind one of them; by the rules of the area where any counts by them. */
export function putQuestions(questions: Questions): string {
  const more = withRules(questions) ? `, ${rules}` : '';
  const also = withRules(questions) ? ', json' : '';
  return `
      ${question(
        `scorecard_counts(scorecard text, ${parameters}${more}) returns table (measure text, part text, n bigint)`,
        whens(questions, (name, asked, { counts }) =>
          counts
            ? `select c.measure, c.part, c.n from ${counts}(${asked}) c`
            : `select f.measure, f.part, sum(f.amount)::bigint from ${name}_facts(${asked}) f group by 1, 2`,
        ),
      )}
      ${owned(`scorecard_counts(text, ${types}${also})`, 'mase_app')}
      ${question(
        `scorecard_records(scorecard text, counted text, parts text[], ${parameters}${more}) returns setof uuid`,
        whens(
          questions,
          (name, asked) =>
            `select distinct f.record_id from ${name}_facts(${asked}) f where f.measure = counted and (parts is null or f.part = any (parts))`,
        ),
      )}
      ${owned(`scorecard_records(text, text, text[], ${types}${also})`, 'mase_app')}`;
}

/** Takes the two questions away, so that they can be put with other scorecards. */
export function dropQuestions(questions: Questions): string {
  const also = withRules(questions) ? ', json' : '';
  return `
      drop function scorecard_counts(text, ${types}${also});
      drop function scorecard_records(text, text, text[], ${types}${also});`;
}

const withRules = (questions: Questions) => Object.values(questions).some(({ hasRules }) => hasRules);
