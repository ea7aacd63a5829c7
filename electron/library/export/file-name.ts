/** File names that any stick, machine and computer takes. Pure. */
import type { NameRule } from './machines/preset.ts'

/** Names that Windows keeps for itself, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/** Letters that do not come apart into a plain letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  '–': '-',
  '—': '-',
  '−': '-',
  '·': '-',
}

/**
 * A name within a machine's rule: plain English letters and digits plus the rule's marks, cut at a word where that keeps at least
 * half of it. Empty when nothing of the name can be written (a name in another script): the caller has a word for that.
 */
export function nameForMachine(name: string, rule: NameRule): string {
  const plain = Array.from(name.replaceAll('&', ' and ').normalize('NFKD'), letter => PLAIN_LETTERS[letter] ?? letter)
    .join('')
    .replace(/[\p{M}'’‘`´"“”]/gu, '')
  const allowed = Array.from(plain, letter => (isAllowed(letter, rule) ? letter : ' ')).join('')
  const cut = cutAtWord(tidy(allowed), rule.longest)
  return unreserved(cut).replaceAll(' ', gapOf(rule)).slice(0, rule.longest)
}

/** What stands between two words of a name: a blank, or where the machine takes none, the next best. */
export function gapOf({ marks }: Pick<NameRule, 'marks'>): string {
  return [' ', '_', '-'].find(gap => marks.includes(gap)) ?? ''
}

/** A name that Windows, macOS and a FAT stick can hold, keeping every letter of every language. */
export function nameForFolder(name: string, longest: number): string {
  const safe = name
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- control characters are what has to go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\p{Surrogate}/gu, '')
  return unreserved(fitBytes(cutAtWord(tidy(safe), longest)))
}

/** Linux counts a name in bytes, 255 at most; what is left is for an extension and a number. */
const MOST_BYTES = 230

function fitBytes(name: string): string {
  const letters = Array.from(name)
  while (Buffer.byteLength(letters.join('')) > MOST_BYTES) letters.pop()
  return tidy(letters.join(''))
}

/**
 * `name`, or `name 2`, `name 3` … the first that `isFree`; the number never makes the name longer than the rule.
 * @param gap before the number
 */
export function firstFree(
  name: string,
  longest: number,
  isFree: (candidate: string) => boolean,
  gap: string = ' ',
): string {
  if (isFree(name)) return name
  for (let number = 2; ; number++) {
    const candidate = numbered(name, number, longest, gap)
    if (isFree(candidate)) return candidate
  }
}

export function numbered(name: string, number: number, longest: number, gap: string = ' '): string {
  const ending = `${gap}${number}`
  return cutName(name, longest - ending.length) + ending
}

/** At most so many letters, without a blank at the end. */
export function cutName(name: string, longest: number): string {
  return tidy(Array.from(name).slice(0, longest).join(''))
}

/** What two names are compared by where capital letters do not count (FAT, NTFS, macOS). */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function isAllowed(letter: string, rule: NameRule): boolean {
  return /^[A-Za-z0-9]$/.test(letter) || rule.marks.includes(letter)
}

/** One blank between words, none at the ends, no dot at an end (Windows drops it, other systems hide the file). */
function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').replace(/^[ .]+|[ .]+$/g, '')
}

function cutAtWord(name: string, longest: number): string {
  const letters = Array.from(name)
  if (letters.length <= longest) return name
  const cut = letters.slice(0, longest).join('')
  const word = letters[longest] === ' ' ? cut.length : cut.lastIndexOf(' ')
  return tidy(word >= cut.length / 2 ? cut.slice(0, word) : cut)
}

function unreserved(name: string): string {
  return RESERVED.test(name.split('.')[0] ?? '') ? `Pattern ${name}` : name
}
