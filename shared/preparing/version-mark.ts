import { type Preparation, preparation } from '#shared/contract/library/preparation.ts'

/** What a version was made from, and how: stands in its file, so that a library saved to a folder comes home with its versions. */
export interface VersionMark {
  /** SHA-256 of the file it was made from. */
  readonly madeFrom: string
  readonly recipe: Preparation
}

const BEGIN = '<!--bobbin:version '
const END = '-->'
/** A mark stands at the top of a file or nowhere. */
const LOOKED_AT = 4_096

/** The SVG with the mark behind its first line. A recipe has no text of anybody's, so nothing in it could end the comment. */
export function withVersionMark(svg: Uint8Array, { madeFrom, recipe }: VersionMark): Uint8Array<ArrayBuffer> {
  const mark = new TextEncoder().encode(`${BEGIN}${JSON.stringify({ madeFrom, recipe })}${END}\n`)
  const line = svg.indexOf(0x0a) + 1
  const marked = new Uint8Array(svg.length + mark.length)
  marked.set(svg.subarray(0, line))
  marked.set(mark, line)
  marked.set(svg.subarray(line), line + mark.length)
  return marked
}

/** The mark of an SVG; null when there is none that can be understood. Never throws: anybody may write into a file. */
export function versionMarkOf(svg: Uint8Array): VersionMark | null {
  const head = new TextDecoder().decode(svg.subarray(0, LOOKED_AT))
  const begin = head.indexOf(BEGIN)
  const end = head.indexOf(END, begin)
  if (begin === -1 || end === -1) return null
  try {
    const told: unknown = JSON.parse(head.slice(begin + BEGIN.length, end))
    if (typeof told !== 'object' || told === null || !('madeFrom' in told) || !('recipe' in told)) return null
    const recipe = preparation.safeParse(told.recipe)
    const isHash = typeof told.madeFrom === 'string' && /^[0-9a-f]{64}$/.test(told.madeFrom)
    return recipe.success && isHash ? { madeFrom: String(told.madeFrom), recipe: recipe.data } : null
  } catch {
    return null
  }
}
