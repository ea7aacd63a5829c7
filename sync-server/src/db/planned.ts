/**
 * Questions asked so often that Postgres should plan them once a connection, not each time. Each begins with a name of its own:
 * sql`${planned('feed')} select …`; its text is always the same but for its parameters, and it names the columns it answers with (a plan of
 * `select *` fails once a migration has added one).
 *
 * News of one changed value is told 1.5 ms earlier of 15.5, for two computers, a server and Postgres on two cores (medians of runs in turn).
 */
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

const NAMED = /^\s*(?:select )?\/\* planned ([a-z-]{1,40}) \*\//

/** At the beginning of a question, or of the columns of a `select`. */
export const planned = (name: string): RawBuilder<unknown> => sql.raw(`/* planned ${name} */`)

/** Has a connection keep the plans of questions that begin with a name. A name with two texts is an error (pg's own). */
export function keepPlans(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown
  const named = (text: unknown, ...rest: unknown[]): unknown => {
    const [values] = rest
    const name = typeof text === 'string' && Array.isArray(values) ? NAMED.exec(text)?.[1] : undefined
    return name === undefined ? query(text, ...rest) : query({ name, text, values })
  }
  client.query = named as typeof client.query
}
