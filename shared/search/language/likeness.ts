/** Rows of the keyboard most of our quilters type on. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const VOWELS = 'aeiouy'
/** Sounds written in more than one way, letter by letter. */
const ALIKE = ['ck', 'cs', 'kq', 'sz', 'gj', 'vw', 'fv', 'iy', 'mn', 'dt']

const LETTERS = 26
const exchange = exchangeCosts()

/** Twice the same letter, or once: the commonest error of all. */
const DOUBLED = 0.45
const MISSING = 0.85
const ADDED = 0.85
/** A vowel left out or put in: it is often not heard. */
const VOWEL = 0.6
const SWAPPED = 0.65

/**
 * 0: another word … 1: the same one. Errors that fingers and ears make cost less than others: letters doubled, swapped, next to each other on the keyboard,
 * one vowel for another. What differs by more than `most` errors (weighed) counts as 0.
 */
export function likenessOf(typed: string, word: string, most = errorsForgiven(typed.length)): number {
  if (typed === word) return 1
  const errors = weighedErrors(typed, word, most)
  return errors > most ? 0 : 1 - errors / Math.max(typed.length, word.length)
}

/** Short words differ by one letter on purpose. */
export function errorsForgiven(letters: number): number {
  if (letters <= 3) return 0
  if (letters === 4) return 0.85
  return letters <= 6 ? 1.3 : letters <= 8 ? 1.9 : 2.4
}

function weighedErrors(a: string, b: string, most: number): number {
  // Every letter too many costs something: that bounds how far from the diagonal a way can lead.
  const reach = Math.ceil(most / DOUBLED)
  if (Math.abs(a.length - b.length) > reach) return most + 1
  let before: number[] = []
  let last = firstRow(b)
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [last[0]! + ADDED]
    let least = row[0]!
    for (let j = 1; j <= b.length; j++) {
      const added = last[j]! + (a[i - 1] === a[i - 2] ? DOUBLED : isVowel(a[i - 1]!) ? VOWEL : ADDED)
      const missing = row[j - 1]! + (b[j - 1] === b[j - 2] ? DOUBLED : isVowel(b[j - 1]!) ? VOWEL : MISSING)
      let cost = Math.min(added, missing, last[j - 1]! + exchanged(a.charCodeAt(i - 1), b.charCodeAt(j - 1)))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + SWAPPED)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length]!
}

function firstRow(word: string): number[] {
  return Array.from({ length: word.length + 1 }, (_, letters) => letters * MISSING)
}

const isVowel = (letter: string): boolean => VOWELS.includes(letter)

function exchanged(a: number, b: number): number {
  if (a === b) return 0
  const [left, right] = [a - 97, b - 97]
  return left >= 0 && left < LETTERS && right >= 0 && right < LETTERS ? exchange[left * LETTERS + right]! : 1
}

function exchangeCosts(): Float64Array {
  const costs = new Float64Array(LETTERS * LETTERS).fill(1)
  const set = (a: string, b: string, cost: number) => {
    const [left, right] = [a.charCodeAt(0) - 97, b.charCodeAt(0) - 97]
    for (const place of [left * LETTERS + right, right * LETTERS + left]) costs[place] = Math.min(costs[place]!, cost)
  }
  for (const a of VOWELS) for (const b of VOWELS) set(a, b, 0.65)
  for (const [a, b] of ALIKE.map(pair => [...pair])) set(a!, b!, 0.6)
  for (const [row, keys] of KEYS.entries())
    for (const [column, key] of [...keys].entries()) {
      const below = KEYS[row + 1] ?? ''
      for (const other of [keys[column + 1], below[column], below[column - 1]]) if (other) set(key, other, 0.75)
    }
  return costs
}
