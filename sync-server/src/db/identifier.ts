/** The one place where a name becomes part of SQL text. */

/** What a tenant may be called. */
export const SLUG = /^[a-z][a-z0-9_]{2,30}$/
const NAME = /^[a-z][a-z0-9_]{0,62}$/

export const isSlug = (text: string): boolean => SLUG.test(text)

/**
 * A name of ours as an SQL identifier, in quotes: lower-case letters, digits and underscores, begun by a letter, 63 at most, so that nothing
 * in it can end the quotes and Postgres cuts nothing off.
 * @throws on any other text
 */
export function identifier(name: string): string {
  // `$` in a pattern also matches before a last line feed only with the flag m, which this has not.
  if (!NAME.test(name)) throw new Error('not a name that may stand in SQL')
  return `"${name}"`
}

/** Text as an SQL string literal, for the few statements that take no parameters (passwords of roles). */
export function literal(text: string): string {
  if (!/^[\x20-\x5b\x5d-\x7e]*$/.test(text)) throw new Error('not a text that may stand in SQL')
  return `'${text.replaceAll("'", "''")}'`
}
