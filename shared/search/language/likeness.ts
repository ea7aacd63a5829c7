/** Rows of the keyboard most of our quilters type on. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const VOWELS = 'aeiouy'
/** Sounds written in more than one way, letter by letter. */
const ALIKE = ['ck', 'cs', 'kq', 'sz', 'gj', 'vw', 'fv', 'iy', 'mn', 'dt']

const LETTERS = 26
const FIRST_LETTER = 97

/** Twice the same letter, or once: the commonest error of all. */
const DOUBLED = 0.45
/** A letter missing, or one too many. */
const ODD = 0.85
/** A vowel left out or put in: it is often not heard. */
const ODD_VOWEL = 0.6
const SWAPPED = 0.65
const LEAST_EXCHANGE = 0.6

const exchange = exchangeCosts()

/**
 * 0: another word … 1: the same one. Errors that fingers and ears make cost less than others: letters doubled, swapped, next to each
 * other on the keyboard, one vowel for another. What differs by more than `most` errors (weighed) counts as 0.
 */
export function likenessOf(typed: string, word: string, most = errorsForgiven(typed.length)): number {
  if (typed === word) return 1
  if (Math.abs(typed.length - word.length) > mostOdd(most) || lettersApart(typed, word) > 2 * mostOdd(most)) return 0
  const errors = weighedErrors(typed, word, most)
  return errors > most ? 0 : 1 - errors / Math.max(typed.length, word.length)
}

/** Short words differ by one letter on purpose. */
export function errorsForgiven(letters: number): number {
  if (letters <= 3) return 0
  if (letters === 4) return 0.85
  return letters <= 6 ? 1.3 : letters <= 8 ? 1.9 : 2.4
}

/** Errors other than doubling that fit into so much. */
const mostOdd = (most: number): number => Math.ceil(most / LEAST_EXCHANGE)

/** Letters that only one of two words has: each error but doubling and swapping makes one or two. Counted before the errors are, which takes longer. */
function lettersApart(a: string, b: string): number {
  let only = lettersOf(a) ^ lettersOf(b)
  let count = 0
  for (; only !== 0; only &= only - 1) count++
  return count
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << ((word.charCodeAt(at) - FIRST_LETTER) & 31)
  return letters
}

/** Longer words than this are compared by their beginning. */
const LONGEST = 40
/** Three rows of the table of edits, used again for every word. */
const rows = [0, 1, 2].map(() => new Float64Array(LONGEST + 1))

/** Optimal string alignment with weights, row by row; stops when every way costs more than `most`. */
function weighedErrors(typed: string, word: string, most: number): number {
  const [a, b] = [typed.slice(0, LONGEST), word.slice(0, LONGEST)]
  let [before, last, row] = rows as [Float64Array, Float64Array, Float64Array]
  for (let j = 0; j <= b.length; j++) last[j] = j * ODD
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    const previous = i > 1 ? a.charCodeAt(i - 2) : 0
    const added = oddCost(letter, previous)
    row[0] = last[0]! + ODD
    let least = row[0]!
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      const otherBefore = j > 1 ? b.charCodeAt(j - 2) : 0
      let cost = Math.min(
        last[j]! + added,
        row[j - 1]! + oddCost(other, otherBefore),
        last[j - 1]! + exchanged(letter, other),
      )
      if (letter === otherBefore && previous === other && i > 1) cost = Math.min(cost, before[j - 2]! + SWAPPED)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return last[b.length]!
}

function oddCost(letter: number, before: number): number {
  return letter === before ? DOUBLED : VOWELS.includes(String.fromCharCode(letter)) ? ODD_VOWEL : ODD
}

function exchanged(a: number, b: number): number {
  if (a === b) return 0
  const [left, right] = [a - FIRST_LETTER, b - FIRST_LETTER]
  return left >= 0 && left < LETTERS && right >= 0 && right < LETTERS ? exchange[left * LETTERS + right]! : 1
}

function exchangeCosts(): Float64Array {
  const costs = new Float64Array(LETTERS * LETTERS).fill(1)
  const set = (a: string, b: string, cost: number) => {
    const [left, right] = [a.charCodeAt(0) - FIRST_LETTER, b.charCodeAt(0) - FIRST_LETTER]
    for (const place of [left * LETTERS + right, right * LETTERS + left]) costs[place] = Math.min(costs[place]!, cost)
  }
  for (const a of VOWELS) for (const b of VOWELS) if (a !== b) set(a, b, 0.65)
  for (const pair of ALIKE) set(pair[0]!, pair[1]!, LEAST_EXCHANGE)
  for (const [row, keys] of KEYS.entries())
    for (const [column, key] of [...keys].entries()) {
      const below = KEYS[row + 1] ?? ''
      for (const other of [keys[column + 1], below[column], below[column - 1]]) if (other) set(key, other, 0.75)
    }
  return costs
}
