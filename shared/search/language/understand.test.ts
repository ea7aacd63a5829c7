import { describe, expect, test } from 'vitest'
import type { Piece, Vocabulary } from './types.ts'
import { understand } from './understand.ts'
import { without } from './without.ts'

const stranger: Vocabulary = { has: () => false, near: () => [] }
const pieces = (query: string, vocabulary = stranger) => understand(query, vocabulary, 'in').pieces
const said = (query: string) => pieces(query).map(({ not, label }) => (not ? `no ${label}` : label))
const sizeOf = (query: string) => pieces(query).find(piece => piece.sizeMm)
const inches = (piece: Piece | undefined) => piece?.sizeMm && Math.round((piece.sizeMm.about / 25.4) * 10) / 10
const concepts = (piece: Piece | undefined) => piece?.any.flatMap(one => ('concept' in one ? [one.concept] : [])) ?? []

describe('what is asked for', () => {
  test.each([
    ['feather border', ['feathers', 'border']],
    ['that soft feathery border, not too dense, that I bought', ['soft', 'feathers', 'border', 'no dense']],
    ['show me something with butterflies please', ['butterflies']],
    ['I am looking for a pantograph with maple leaves for a man', ['edge-to-edge', 'maple leaves', 'masculine']],
    ['one continuous line stars', ['continuous', 'stars']],
    ['merry christmas e2e', ['christmas', 'edge-to-edge']],
    ['orange peel', ['orange peel']],
    ['grandmother’s fan', ['fans']],
  ])('%s', (query, labels) => {
    expect(said(query)).toEqual(labels)
  })

  test('the longest phrase wins: a maple leaf is no leaf of any other tree', () => {
    expect(said('maple leaf')).toEqual(['maple leaves'])
    expect(concepts(pieces('maple leaf')[0])).not.toContain('oak-leaf')
  })

  test('asking for a flower finds a rose, asking for a rose finds no daisy', () => {
    expect(concepts(pieces('flower')[0])).toContain('rose')
    expect(concepts(pieces('rose')[0])).not.toContain('daisy')
  })

  test('asking for christmas finds what is made for it, after what is named so', () => {
    const weights = new Map(
      pieces('christmas')[0]!.any.flatMap(one => ('concept' in one ? [[one.concept, one.weight]] : [])),
    )
    expect(weights.get('christmas')!).toBeGreaterThan(weights.get('poinsettia')!)
    expect(weights.get('poinsettia')!).toBeGreaterThan(0.3)
  })

  test('who asks for bunnies or ducks is glad of either', () => {
    for (const piece of pieces('bunnies or ducks'))
      expect(concepts(piece)).toEqual(expect.arrayContaining(['rabbit', 'duck']))
    expect(concepts(pieces('bunnies and ducks')[0])).not.toContain('duck')
    expect(pieces('border or sashing').map(piece => piece.kinds)).toEqual([
      ['border', 'sashing'],
      ['border', 'sashing'],
    ])
  })

  test('of patriotic stars a star is only the half', () => {
    expect(concepts(pieces('patriotic')[0])).toContain('star')
    expect(concepts(pieces('patriotic stars')[0])).not.toContain('star')
    expect(concepts(pieces('patriotic stars')[0])).toContain('flag')
  })

  test('a rose is a flower even when both are asked for', () => {
    expect(concepts(pieces('flower rose')[0])).toContain('rose')
  })

  test('fall leaves are autumn and leaves: an oak leaf is both, a palm leaf is not', () => {
    const autumn = concepts(pieces('fall leaves')[0])
    expect(autumn).toContain('oak-leaf')
    expect(autumn).not.toContain('palm-leaf')
  })

  test('when nothing but small words is typed they are words, too', () => {
    expect(said('the one')).toEqual(['the', 'one'])
    expect(said('   ')).toEqual([])
  })

  test('a word that quilters have no word for is understood as English has it', () => {
    expect(concepts(pieces('schnauzer')[0])).toContain('dog')
    expect(concepts(pieces('monsoon')[0])).toContain('wind')
  })
})

describe('kinds, densities, lines', () => {
  test.each(['e2e', 'edge to edge', 'edge-to-edge', 'panto', 'pantographs', 'all over', 'allover'])(
    '%s is edge-to-edge',
    query => {
      expect(pieces(query)[0]?.kinds).toEqual(['edge-to-edge'])
    },
  )

  test.each([
    ['dense', 'dense'],
    ['tight', 'dense'],
    ['open', 'open'],
    ['airy', 'open'],
    ['low density', 'open'],
  ])('%s asks for %s quilting', (query, density) => {
    expect(pieces(query)[0]).toMatchObject({ kind: 'density', density, not: false })
  })

  test('light quilting is open, christmas lights are lights', () => {
    expect(pieces('light')[0]?.density).toBe('open')
    expect(said('christmas lights')).toEqual(['christmas lights'])
  })

  test.each(['continuous', 'one line', 'no jumps', 'without jumps'])('%s asks for one line', query => {
    expect(pieces(query)).toMatchObject([{ kind: 'line', line: 'one', not: false }])
  })

  test('large and small are hints, never more', () => {
    expect(pieces('small stars')[0]).toMatchObject({ kind: 'size', weight: 0.3 })
  })
})

describe('what must not be there', () => {
  test.each([
    ['feathers not dense', ['feathers', 'no dense']],
    ['leaves without hearts', ['leaves', 'no hearts']],
    ['leaves no hearts or flowers', ['leaves', 'no hearts', 'no flowers']],
    ['leaves without hearts and flowers', ['leaves', 'no hearts', 'no flowers']],
    ['no hearts, flowers', ['no hearts', 'flowers']],
    ['stars -hearts', ['stars', 'no hearts']],
    ['leaves but not maple leaves', ['leaves', 'no maple leaves']],
    ['christmas except santa', ['christmas', 'no santa']],
    ['not a border', ['no border']],
    ['not sure what it is called but it has leaves', ['leaves']],
    ['forget-me-not', ['forget me nots']],
    ['I don’t want feathers', ['no feathers']],
    ['I don’t know what it is called, leaves', ['leaves']],
    ['anything but hearts', ['no hearts']],
    ['nothing but hearts', ['hearts']],
    ['leaves w/o hearts', ['leaves', 'no hearts']],
    ['-maple leaf, stars', ['no maple leaves', 'stars']],
  ])('%s', (query, labels) => {
    expect(said(query)).toEqual(labels)
  })

  test('no flowers means no roses either, but says nothing of gardens', () => {
    const absent = concepts(pieces('no flowers')[0])
    expect(absent).toContain('rose')
    expect(absent).not.toContain('garden')
  })
})

describe('sizes', () => {
  test.each([
    ['6 inch', 6],
    ['6"', 6],
    ['6in', 6],
    ['6-inch block', 6],
    ['six inch border', 6],
    ['5 1/2 inches', 5.5],
    ['5½"', 5.5],
    ['10x10', 10],
    ['10" x 10"', 10],
    ['15 cm', 5.9],
    ['200mm', 7.9],
    ['6 to 8 inches', 7],
    ['6-8"', 7],
    ['between 6 and 8 in', 7],
    ['1 ft', 12],
  ])('%s is about %d inches', (query, size) => {
    expect(inches(sizeOf(query))).toBe(size)
  })

  test.each(['2 hearts', 'b2b', 'swirl 12', 'pattern 1234', '3d', '2 in a row', 'numbers 123'])(
    '%s is no size',
    query => {
      expect(pieces(query).every(piece => piece.any.length > 0)).toBe(true)
    },
  )

  test('under and over have one end', () => {
    expect(sizeOf('under 5"')?.sizeMm).toMatchObject({ min: 0, max: 127 })
    expect(sizeOf('at least 8 inches')?.sizeMm?.min).toBeCloseTo(203.2)
  })

  test('8 x 12 is a width and a height', () => {
    const size = sizeOf('8 x 12 cm')
    expect(size?.sizeMm).toMatchObject({ about: 80, side: 'width' })
    expect(size?.otherMm).toMatchObject({ about: 120, side: 'height' })
  })

  test('a border of six inches is six inches high', () => {
    expect(sizeOf('6 inch border')?.sizeMm?.side).toBe('height')
    expect(sizeOf('6 inch block')?.sizeMm?.side).toBeUndefined()
  })

  test('without a unit it is her own', () => {
    expect(understand('10x10', stranger, 'cm').pieces[0]?.sizeMm?.about).toBe(100)
  })
})

describe('spelling', () => {
  test.each([
    ['fether', 'feather'],
    ['fethers', 'feathers'],
    ['buterfly', 'butterfly'],
    ['pasley', 'paisley'],
    ['snowflaek', 'snowflake'],
    ['pantagraph', 'pantograph'],
    ['crosshach', 'crosshatch'],
    ['poinsetta', 'poinsettia'],
    ['swril', 'swirl'],
    ['geather', 'feather'],
    ['dragnfly', 'dragonfly'],
    ['hallowene', 'halloween'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(pieces(typed)[0]).toMatchObject({ label: meant, repairedFrom: typed })
  })

  test.each(['willow', 'palace', 'carpet', 'wombat', 'schnauzer', 'abbey'])('%s is a word and stays it', word => {
    expect(pieces(word)[0]?.repairedFrom).toBeUndefined()
  })

  test('a word of her own library is never repaired', () => {
    expect(pieces('Fethery', { has: stem => stem === 'fetheri', near: () => [] })[0]?.repairedFrom).toBeUndefined()
  })

  test('a word of her own library is what was meant before any other', () => {
    const own: Vocabulary = { has: () => false, near: () => [{ stem: 'zebulon', likeness: 0.9, text: 'Zebulon' }] }
    expect(pieces('zebulom', own)[0]).toMatchObject({ label: 'Zebulon', repairedFrom: 'zebulom' })
  })

  test.each([
    ['butter fly', ['butterflies']],
    ['oakleaf', ['oak leaves']],
    ['featherborder', ['feathers', 'border']],
    ['cross hatch', ['crosshatching']],
    ['orange peal', ['orange peel']],
    ['crosshatch', ['crosshatching']],
  ])('words joined and split: %s', (query, labels) => {
    expect(said(query)).toEqual(labels)
  })

  test('a squeezed file name can be typed, too', () => {
    expect(said('btrflysw')).toEqual(['butterflies'])
  })
})

describe('while it is typed', () => {
  test('the last word also counts as a beginning', () => {
    expect(understand('feath', stranger, 'in').open).toBe(true)
    expect(pieces('feath')[0]?.any).toContainEqual({ prefix: 'feath', weight: 0.8 })
    expect(pieces('car')[0]?.any).toContainEqual({ prefix: 'car', weight: 0.8 })
  })

  test('after a blank it does not', () => {
    expect(understand('feather ', stranger, 'in').open).toBe(false)
    expect(pieces('feather ')[0]?.any.some(one => 'prefix' in one)).toBe(false)
  })

  test('the last word of a phrase need not be finished', () => {
    expect(said('maple lea')).toEqual(['maple leaves'])
  })
})

describe('a word between quotation marks', () => {
  const hers: Vocabulary = { has: () => false, near: () => [{ stem: 'feather', likeness: 0.9, text: 'feather' }] }

  test('is taken as it stands, where without them it would be repaired', () => {
    expect(pieces('soft fether', hers)[1]).toMatchObject({ label: 'feather', repairedFrom: 'fether' })
    expect(pieces('soft "fether"', hers)[1]).toEqual({
      from: 5,
      to: 13,
      kind: 'word',
      label: 'fether',
      not: false,
      weight: 1,
      any: [{ stem: 'fether', weight: 1 }],
    })
  })

  test('goes with its marks when its chip is taken off, and inches stay inches', () => {
    expect(without('soft "fether"', pieces('soft "fether"', hers)[1]!)).toBe('soft')
    expect(without('soft without "fether"', pieces('soft without "fether"', hers)[1]!)).toBe('soft')
    expect(inches(sizeOf('swirl 6" high'))).toBe(6)
  })
})

describe('taking a chip off', () => {
  test.each([
    ['feather border', 0, 'border'],
    ['feathers with hearts and leaves', 1, 'feathers with leaves'],
    ['feathers without hearts', 1, 'feathers'],
    ['no hearts or flowers', 0, 'no flowers'],
    ['no hearts or flowers', 1, 'no hearts'],
    ['stars, anything but hearts or birds', 1, 'stars, anything but birds'],
    ['-hearts or birds', 0, '-birds'],
    ['6 inch feather border', 0, 'feather border'],
    ['soft feathers, not too dense, for a border', 2, 'soft feathers, for a border'],
    ['butterflies', 0, ''],
  ])('%s without its piece %i is "%s"', (query, index, rest) => {
    expect(without(query, pieces(query)[index]!)).toBe(rest)
  })
})
