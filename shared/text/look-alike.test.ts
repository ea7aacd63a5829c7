import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAlikes, pairKey } from './look-alike.ts'

const none = new Set<string>()
const named = (...names: string[]) => names.map(name => ({ id: name, name }))
const groups = (...names: string[]) => lookAlikes(named(...names), none).map(group => group.map(({ name }) => name))

test('one word in many writings is suggested as one', () => {
  expect(groups('Feather', 'Leaf', 'feathers', 'Fethers')).toEqual([['Feather', 'feathers', 'Fethers']])
  expect(groups('Wild Flowers', 'wild-flower', 'Wildflowers')).toEqual([['Wild Flowers', 'wild-flower', 'Wildflowers']])
  expect(groups('Anne Bright', 'Ann Bright', 'Ane Brihgt')).toEqual([['Anne Bright', 'Ann Bright']])
  expect(groups('Café', 'CAFE', 'Berries', 'Berry', 'Bunch', 'Bunches')).toHaveLength(3)
})

test('different words are left alone', () => {
  expect(groups('Rose', 'Nose', 'Border 1', 'Border 2', 'Leaf', 'Leap', 'Swirl', 'Star', 'Stars and Stripes')).toEqual(
    [],
  )
  expect(groups('***', '!!!', '1', '2')).toEqual([])
})

test('what she said is not the same is not suggested again', () => {
  const apart = new Set([pairKey('Flower', 'Flowers')])
  expect(lookAlikes(named('Flower', 'Flowers'), apart)).toEqual([])
})

test('every word is like itself with one letter more, less or another', () => {
  const word = fc.stringMatching(/^[a-z]{8,14}t$/)
  fc.assert(
    fc.property(word, fc.nat(6), fc.constantFrom('', 'b', 'q'), (name, at, letter) => {
      const typed = name.slice(0, at) + letter + name.slice(at + 1)
      expect(groups(name, `${typed}!`)).toEqual([[name, `${typed}!`]])
    }),
  )
})

test('three thousand names are compared in moments, each pair once', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `Pattern tag number ${index}`)
  expect(groups(...names)).toEqual([])
  expect(groups(...names, 'Patern tag number 7')).toEqual([['Pattern tag number 7', 'Patern tag number 7']])
})
