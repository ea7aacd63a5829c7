import type { Dice } from '../dice.ts'

export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
export const capitals = (words: string) => words.split(' ').map(capital).join(' ')

/** "Maple Leaf Lane" -> "MapleLeafLane". */
export const camel = (words: string) =>
  words
    .replaceAll(/[^A-Za-z0-9 ]/g, '')
    .split(' ')
    .map(capital)
    .join('')

/** What the old disks left of a name: eight letters, inner vowels dropped when it does not fit. */
export function dosName(words: string, ending: string): string {
  const letters = words.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const room = 8 - ending.length
  if (letters.length <= room) return letters + ending
  const squeezed = letters.charAt(0) + letters.slice(1).replaceAll(/[AEIOU]/g, '')
  return squeezed.slice(0, room) + ending
}

/** One slip of the hand: a letter left out, doubled, or two changed places; never the first one. */
export function misspelt(dice: Dice, word: string): string {
  if (word.length < 5) return word
  const at = 1 + dice.below(word.length - 2)
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ]
  return dice.pick(slips)
}

/** A size as shops write it. */
export function writtenSize(dice: Dice, inches: number): string {
  return dice.pick([`${inches}in`, `${inches} inch`, `${inches}"`, `${inches}inch`, `${inches} in`])
}
