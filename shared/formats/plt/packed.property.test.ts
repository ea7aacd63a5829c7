import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toldAll, valueOf } from '#shared/testing/readings.ts'
import { type PackedSink, unpack } from './packed.ts'
import { readPlt } from './read.ts'

const bytesOf = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

/** Packs a number as the reference says: the sign lowest, digits from the lowest up, the last one marked. */
function packed(number: number, base: 32 | 64, fractionBits = 0): string {
  const whole = Math.round(Math.abs(number) * 2 ** fractionBits)
  let left = 2 * whole + (number < 0 ? 1 : 0)
  let text = ''
  for (; left >= base; left = Math.floor(left / base)) text += String.fromCharCode(63 + (left % base))
  return text + String.fromCharCode((base === 64 ? 191 : 95) + left)
}

function unpackAll(text: string): { readonly moves: unknown[]; readonly wrong: string | null; readonly end: number } {
  const moves: unknown[] = []
  const sink: PackedSink = {
    isStopped: false,
    selectPen: pen => void moves.push(`pen ${pen}`),
    move: (x, y, absolute, down) => void moves.push([x, y, absolute ? 'to' : 'by', down ? 'down' : 'up']),
  }
  return { moves, ...unpack(bytesOf(text), 0, sink) }
}

const aNumber = fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 })

test('whatever numbers are packed come out again, in either base, with any fractions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(aNumber, aNumber, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(32 as const, 64 as const),
      fc.integer({ min: 0, max: 12 }),
      (places, base, bits) => {
        const divided = places.map(([x, y, up, at]) => [x / 2 ** bits, y / 2 ** bits, up, at] as const)
        const text = divided.map(
          ([x, y, up, at]) => (up ? '<' : '') + (at ? '=' : '') + packed(x, base, bits) + packed(y, base, bits),
        )
        const head = (base === 32 ? '7' : '') + (bits > 0 ? `>${packed(bits, base)}` : '')
        const { moves, wrong, end } = unpackAll(`${head}${text.join('')};PD`)
        const plain = (n: number) => (n === 0 ? 0 : n)
        expect(moves).toEqual(
          divided.map(([x, y, up, at]) => [plain(x), plain(y), at ? 'to' : 'by', up ? 'up' : 'down']),
        )
        expect([wrong, end]).toEqual([null, head.length + text.join('').length])
      },
    ),
  )
})

test('flags with their eighth bit set are the same flags, and bytes without a meaning are passed over', () => {
  const plain = unpackAll(`:${packed(2, 64)}<=${packed(5, 64)}${packed(-5, 64)}${packed(7, 64)}${packed(0, 64)};`)
  expect(plain.moves).toEqual(['pen 2', [5, -5, 'to', 'up'], [7, 0, 'by', 'down']])
  const high = `\u00ba${packed(2, 64)}\r\n\u00bc \u00bd${packed(5, 64)}\u007f${packed(-5, 64)}\u0090${packed(7, 64)}${packed(0, 64)}\u00bb`
  expect(unpackAll(high).moves).toEqual(plain.moves)
})

test('a packed square is the square, and the pen stays as the last move left it', () => {
  const steps = [
    [400, 0],
    [0, 400],
    [-400, 0],
    [0, -400],
  ].map(([x, y]) => packed(x!, 64) + packed(y!, 64))
  const text = `IN;SP1;PE<=${packed(40, 64)}${packed(80, 64)}${steps.join('')};PA40,0;PU;`
  expect(toldAll(valueOf(readPlt(bytesOf(text))))).toEqual(['1,2 L11,2 L11,12 L1,12 L1,2 L1,0'])
})

test.each([
  ['a number without its last digit', '~~~;', 'packed numbers do not come in pairs'],
  ['a lone number', `${packed(1, 64)};`, 'packed numbers do not come in pairs'],
  ['a number without end', '?'.repeat(40), 'a packed number is too large'],
  ['a huge number', `${'~'.repeat(12)}\u00fe;`, 'a packed number is too large'],
  [
    'fractions without end',
    `>${packed(27, 64)}${packed(1, 64)}${packed(1, 64)};`,
    'a packed number has too many fractions',
  ],
])('%s is wrong', (_, text, wrong) => {
  expect(unpackAll(text).wrong).toBe(wrong)
})
