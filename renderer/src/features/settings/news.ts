/** What is new, told from the project's own list of changes. */
import changelog from '#changelog?raw'

/** One version and what it brought. */
export interface News {
  readonly version: string
  readonly lines: readonly string[]
}

/** Reads the list of changes: a heading a version, a line a change; newest first as it is written. */
export function newsOf(text: string): News[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map(part => {
      const [heading = '', ...lines] = part.split('\n')
      return { version: heading.trim(), lines: lines.flatMap(line => /^- (.+)$/.exec(line)?.[1]?.trim() ?? []) }
    })
    .filter(({ lines }) => lines.length > 0)
}

/** The newest versions' news; older ones nobody looks for here. */
const VERSIONS_SHOWN = 3

export function newestNews(): News[] {
  return newsOf(changelog).slice(0, VERSIONS_SHOWN)
}
