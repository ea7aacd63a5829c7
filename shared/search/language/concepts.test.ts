import { expect, test } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { tokensOf } from './tokens.ts'

const about = (name: string) => conceptsOf(tokensOf(name))

test.each([
  ['Monarch Meadow', ['monarch', 'meadow']],
  ['FeatherSwirl_12in', ['feather', 'swirl']],
  ['oak-leaf & acorns', ['oak-leaf', 'acorn']],
  ['OakleafBorder', ['oak-leaf', 'border']],
  ['oakleafborder', ['oak-leaf', 'border']],
  ['Christmas Tree Farm', ['christmas-tree', 'farm']],
  ['Grandma’s Feathers', ['mothers-day', 'feather']],
  ['Baptist Fans', ['baptist-fan']],
  ['butter fly', ['butterfly']],
  ['Leaves', ['leaf']],
  ['Schnauzer', ['dog']],
])('%s is about %j', (name, concepts) => {
  expect(about(name)).toEqual(concepts)
})

test.each([
  ['FTHRBRDR', ['feather', 'border']],
  ['BTRFLYSW', ['butterfly']],
  ['BTTRFLYS', ['butterfly']],
  ['MPLLF', ['maple-leaf', 'leaf']],
  ['SNWFLK01', ['snowflake']],
  ['PMPKNVN', ['pumpkin', 'vine']],
  ['HRTLOOP', ['heart', 'loop']],
  ['PSLYFTHR', ['paisley', 'feather']],
  ['SWRLS', ['swirl']],
])('the squeezed name %s spells %j', (name, concepts) => {
  expect(about(name)).toEqual(concepts)
})

test.each([
  'DXF',
  'HTTP',
  'RICHARDS',
  'WMTZ',
  'rhythm',
  'myth',
  'QLI0012',
  'XKCDZ',
  'BRB',
  'strength',
  'IMG_4412',
  'gnzqxtrv',
  'PDFKLM',
])('the code %s spells nothing', name => {
  expect(about(name).filter(concept => concept !== 'hope')).toEqual([])
})

test('a whole stands beside its parts, so that both ways of typing find it', () => {
  expect(tokensOf('FeatherSwirl').map(token => token.text)).toEqual(['feather', 'swirl', 'featherswirl'])
})

test('a word that only looks squeezed stays whole', () => {
  expect(tokensOf('carpet').map(token => token.text)).toEqual(['carpet'])
  expect(tokensOf('starburst').map(token => token.text)).toEqual(['starburst'])
})
