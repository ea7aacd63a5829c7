import { foldName } from '#shared/text/fold.ts'

/** A tag, designer or collection she may mean. */
export interface Known {
  readonly id: string
  readonly name: string
  readonly patterns: number
}

/** More than anybody reads while typing. */
const MOST = 30

/**
 * What the letters so far may mean: names that begin with them first, then names with a word that does, then names with them anywhere.
 * Within each, what she used last comes first, then what most patterns have.
 */
export function completions(
  known: readonly Known[],
  text: string,
  { recent = [], without = [] }: { recent?: readonly string[]; without?: readonly string[] } = {},
): Known[] {
  const letters = foldName(text)
  const used = new Map(recent.map((name, index) => [foldName(name), index]))
  const out = new Set(without)
  const place = (name: string) => used.get(name) ?? recent.length
  return known
    .filter(one => !out.has(one.id))
    .map(one => ({ one, name: foldName(one.name) }))
    .filter(({ name }) => name.includes(letters))
    .sort(
      (a, b) =>
        closeness(a.name, letters) - closeness(b.name, letters) ||
        place(a.name) - place(b.name) ||
        b.one.patterns - a.one.patterns ||
        a.name.localeCompare(b.name),
    )
    .slice(0, MOST)
    .map(({ one }) => one)
}

function closeness(name: string, letters: string): number {
  if (name.startsWith(letters)) return 0
  return name.includes(` ${letters}`) ? 1 : 2
}

/** The one of exactly this name, however it is written. */
export function named(known: readonly Known[], text: string): Known | null {
  const name = foldName(text)
  return known.find(one => foldName(one.name) === name) ?? null
}
