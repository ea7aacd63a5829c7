import type { Random } from '#shared/domain/ids.ts'

/**
 * The letters of codes: none that can be taken for another on a small screen or in handwriting (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V), and
 * no A or E, so that no words come out. 20 letters: 4.3 bits each.
 */
const LETTERS = '34679CDFHJKMNPQRTWXY'
/** Bytes from here on would make the first letters likelier than the others. */
const FAIR = 256 - (256 % LETTERS.length)

/** A mailed code is asked for together with its e-mail: 8 letters are 34 bits. */
export const MAILED_LETTERS = 8
/** A pairing code stands alone, so a guess may hit anybody's: 9 letters are 38 bits. */
export const PAIRING_LETTERS = 9

/** So many letters, each as likely as any other. */
export function makeCode(random: Random, letters: number): string {
  let code = ''
  while (code.length < letters) {
    for (const byte of random.bytes(letters)) {
      if (byte < FAIR && code.length < letters) code += LETTERS[byte % LETTERS.length]
    }
  }
  return code
}

/** For reading: in groups of four, or of three where that divides it. */
export function showCode(code: string): string {
  const size = code.length % 3 === 0 ? 3 : 4
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? ''
}

/** As it was made, from what somebody typed: any case, any spaces and dashes. Null when it cannot be a code of so many letters. */
export function readCode(typed: string, letters: number): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s\p{Pd}._]/gu, '')
  return code.length === letters && [...code].every(letter => LETTERS.includes(letter)) ? code : null
}
