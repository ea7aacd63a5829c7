/** What SQLite can hold in a column. Booleans are 0 and 1, times integer milliseconds. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** A statement with its values kept apart: text is written by us, values are only ever bound. */
export interface Sql {
  readonly text: string
  readonly params: readonly SqlValue[]
}

const isSql = (part: SqlValue | Sql): part is Sql => typeof part === 'object' && part !== null && 'text' in part

/** Tagged template. A value becomes a bound `?`; another Sql is put in as it stands, with its values. */
export function sql(strings: TemplateStringsArray, ...parts: (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const params: SqlValue[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      params.push(...part.params)
    } else {
      text += '?'
      params.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return { text, params }
}

/** Fragments with `between` (such as ` and `) in between. */
export function joinSql(parts: readonly Sql[], between: string): Sql {
  return { text: parts.map(part => part.text).join(between), params: parts.flatMap(part => part.params) }
}

const NAME = /^[a-z][a-z_]*$/

/** A table or column name chosen at run time from our own lists; anything else is a mistake of ours. */
export function sqlName(name: string): Sql {
  if (!NAME.test(name)) throw new Error(`no column or table is called ${JSON.stringify(name)}`)
  return { text: name, params: [] }
}

/** A long list as ONE bound value, so that the statement's text (and its cached plan) is the same for any length. */
export function sqlList(values: readonly (string | number)[]): Sql {
  return { text: '(select value from json_each(?))', params: [JSON.stringify(values)] }
}
