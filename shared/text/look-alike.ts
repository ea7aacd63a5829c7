import { typingErrors } from './edit-distance.ts'
import { foldName } from './fold.ts'

export interface NamedThing {
  readonly id: string
  readonly name: string
}

/** Below this a letter more or less makes another word: "rose" and "nose". */
const LONG_ENOUGH = 6

/**
 * Names that are likely the same thing written twice: equal but for case, accents and signs, one and many ("Feather", "feathers"), or one
 * typing error apart ("Fethers"). Only ever a suggestion. `apart` holds pairs (`pairKey`) that somebody said are not the same.
 */
export function lookAlikes<T extends NamedThing>(things: readonly T[], apart: ReadonlySet<string>): T[][] {
  const stems = things.map(thing => stemOf(thing.name))
  const digits = stems.map(digitsOf)
  const groups = createGroups(things.length)
  for (const [a, b] of candidatePairs(stems)) {
    // "Border 1" and "Border 2" are two on purpose.
    if (digits[a] === digits[b] && isAlike(stems[a]!, stems[b]!) && !apart.has(pairKey(things[a]!.id, things[b]!.id)))
      groups.join(a, b)
  }
  return groups.all().map(members => members.map(index => things[index]!))
}

/** Two ids as one word, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** A name without what people write now so, now so: accents, signs between words, and whether it is one or many. */
function stemOf(name: string): string {
  const letters = foldName(name)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
  if (letters.length < 4) return letters
  return letters
    .replace(/ies$/u, 'y')
    .replace(/(s|x|ch|sh)es$/u, '$1')
    .replace(/([^s])s$/u, '$1')
}

function isAlike(a: string, b: string): boolean {
  if (a === b) return a !== ''
  if (Math.min(a.length, b.length) < LONG_ENOUGH) return false
  return typingErrors(a, b, 1) <= 1
}

const digitsOf = (text: string): string => text.replace(/\P{N}+/gu, ' ').trim()

/** A row of numbered names shares its forms; each is compared with so many that follow. */
const NEIGHBOURS = 12

/**
 * Pairs worth comparing. Words one error apart share a form that has one letter less, so that three thousand names are compared in
 * moments and not each with each.
 */
function candidatePairs(stems: readonly string[]): [number, number][] {
  const byForm = new Map<string, number[]>()
  stems.forEach((stem, index) => {
    for (const form of formsOf(stem)) {
      const there = byForm.get(form)
      if (there) there.push(index)
      else byForm.set(form, [index])
    }
  })
  return [...byForm.values()].flatMap(same =>
    same.flatMap((a, at) => same.slice(at + 1, at + 1 + NEIGHBOURS).map((b): [number, number] => [a, b])),
  )
}

function formsOf(stem: string): Set<string> {
  const forms = new Set([stem])
  if (stem.length < LONG_ENOUGH) return forms
  const letters = [...stem]
  for (let index = 0; index < letters.length; index++) forms.add(letters.toSpliced(index, 1).join(''))
  return forms
}

/** Things joined two by two, as groups. */
function createGroups(count: number) {
  const leader = Array.from({ length: count }, (_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (leader[at] !== at) at = leader[at]!
    return at
  }
  return {
    join(a: number, b: number) {
      leader[find(b)] = find(a)
    },
    all(): number[][] {
      const groups = Map.groupBy(leader.keys(), find)
      return [...groups.values()].filter(members => members.length > 1)
    },
  }
}
