import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detect } from '#shared/formats/detect.ts'
import { formatOf } from '#shared/formats/registry.ts'
import { registryAbilities } from './abilities.ts'
import { compare, convert } from './design-work.ts'
import { MACHINES } from './machines/catalogue.ts'
import type { Recipe } from './workshop.ts'

const FIXTURES = join(import.meta.dirname, '../../../shared/formats/fixtures/stitchables')
const fixtures = readdirSync(FIXTURES).map(name => ({
  name,
  bytes: new Uint8Array(readFileSync(join(FIXTURES, name))),
}))

const written = MACHINES.flatMap(machine =>
  machine.formats.filter(({ format }) => registryAbilities.writes(format)).map(accepted => ({ machine, accepted })),
)

test.each(written.map(one => [`${one.machine.name} as ${one.accepted.format}`, one] as const))(
  'what is made for the %s stitches the same, whatever it is made from',
  (_, { machine, accepted }) => {
    for (const { name, bytes } of fixtures) {
      const recipe: Recipe = {
        from: detect(bytes, name).format,
        to: accepted.format,
        toleranceMm: machine.toleranceMm,
        startAtOrigin: machine.startAtOrigin,
        dialect: accepted.write?.dialect,
        lineEnd: accepted.write?.lineEnd,
      }
      const made = convert({ bytes, recipe })
      // A format that tells places in steps may move each by as much.
      const allowed = 0.05 + (formatOf(accepted.format)?.limits?.stepMm ?? 0)
      expect(compare({ original: bytes, recipe, result: made.bytes }).maxDeviationMm).toBeLessThanOrEqual(allowed)
    }
  },
)

describe('a file that came back is refused', () => {
  const recipe: Recipe = { from: 'bqm', to: 'bqm', toleranceMm: 0.05, startAtOrigin: true }
  const bqm = (...moves: string[]) =>
    new TextEncoder().encode(
      ['G00X0.0000Y-0.0000', ...moves, 'M02'].map((move, index) => `N${index + 10}${move}\n`).join(''),
    )
  const twice = bqm('G01X1.0000Y0.0000', 'G01X0.0000Y0.0000', 'G01X1.0000Y0.0000')

  test.each([
    ['with a line moved by a hair too much', bqm('G01X1.0000Y0.0030', 'G01X0.0000Y0.0000', 'G01X1.0000Y0.0000')],
    ['with a line stitched once that was stitched twice', bqm('G01X1.0000Y0.0000')],
    ['that ends elsewhere', bqm('G01X1.0000Y0.0000', 'G01X0.0000Y0.0000', 'G01X0.9500Y0.0000')],
    ['cut short', bqm('G01X0.5000Y0.0000', 'G01X0.0000Y0.0000', 'G01X0.5000Y0.0000')],
  ])('%s', (_, result) => {
    expect(() => compare({ original: twice, recipe, result })).toThrow(
      expect.objectContaining({ code: 'check-failed' }),
    )
  })

  test('and the same with other line ends is not', () => {
    const result = new TextEncoder().encode(new TextDecoder().decode(twice).replaceAll('\n', '\r\n'))
    expect(compare({ original: twice, recipe, result }).maxDeviationMm).toBe(0)
  })
})
