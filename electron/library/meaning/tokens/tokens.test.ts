import { describe, expect, test } from 'vitest'
import { bytePairs, mergedPieces } from './byte-pairs.ts'
import { wordPiece } from './word-piece.ts'

describe('word pieces', () => {
  // The example of the makers of BERT: a word that is not known whole is known by its parts.
  const VOCABULARY = [
    '[UNK]',
    '[CLS]',
    '[SEP]',
    'want',
    '##want',
    '##ed',
    'wa',
    'un',
    'runn',
    '##ing',
    ',',
    'low',
    '羽',
  ]
  const read = (text: string, options: { lowerCase?: boolean; maxTokens?: number } = {}) =>
    wordPiece(VOCABULARY.join('\n'), { lowerCase: true, maxTokens: 32, ...options })(text).ids.map(id => VOCABULARY[id])

  test('a word falls into the longest pieces from the left', () => {
    expect(read('UNwant\u00E9d,running')).toEqual(['[CLS]', 'un', '##want', '##ed', ',', 'runn', '##ing', '[SEP]'])
  })

  test('a word of which one piece is unknown is unknown whole', () => {
    expect(read('unwantedX running')).toEqual(['[CLS]', '[UNK]', 'runn', '##ing', '[SEP]'])
  })

  test('upper case and accents stay where the vocabulary has them', () => {
    expect(read('LOW', { lowerCase: false })).toEqual(['[CLS]', '[UNK]', '[SEP]'])
  })

  test('Chinese signs stand alone, control signs are not there', () => {
    expect(read('羽羽\u0000low')).toEqual(['[CLS]', '羽', '羽', 'low', '[SEP]'])
  })

  test('a long text is cut so that the end still has room', () => {
    expect(read('low low low low low', { maxTokens: 4 })).toEqual(['[CLS]', 'low', 'low', '[SEP]'])
  })

  test('a vocabulary without its marks is refused', () => {
    expect(() => wordPiece('low\nhigh', { lowerCase: true, maxTokens: 8 })).toThrow('[UNK]')
  })
})

describe('byte pairs', () => {
  // The example of the paper: low, lower, newest, widest, with the first merges learnt from them.
  const MERGES = ['e s', 'es t</w>', 'l o', 'lo w', 'n e', 'ne w', 'new est</w>', 'low</w> x', 'w </w>']
  const ranks = new Map(MERGES.map((pair, index) => [pair, index]))

  test('the strongest pair is put together first', () => {
    expect(mergedPieces('newest', ranks)).toEqual(['newest</w>'])
    expect(mergedPieces('lowest', ranks)).toEqual(['low', 'est</w>'])
    expect(mergedPieces('lower', ranks)).toEqual(['low', 'e', 'r</w>'])
  })

  test('a word is its bytes, each written as a letter that can be seen', () => {
    expect(mergedPieces('é', new Map())).toEqual(['Ã', '©</w>'])
    expect(mergedPieces('\u2013', new Map())).toEqual(['â', 'Ģ', 'ĵ</w>'])
  })

  const PIECES = ['low', 'est</w>', 'e', 'r</w>', "'s</w>", '<|startoftext|>', '<|endoftext|>', '!', '5</w>']
  const vocabulary = JSON.stringify(Object.fromEntries(PIECES.map((piece, index) => [piece, index])))
  const options = { maxTokens: 8, start: '<|startoftext|>', end: '<|endoftext|>' }
  const read = (text: string, fill?: string) =>
    bytePairs(vocabulary, `#version: 0.2\n${MERGES.join('\n')}\n`, { ...options, fill })(text)
  const pieces = (ids: readonly number[]) => ids.map(id => PIECES[id])

  test('a text begins and ends with its marks, and is filled up where the model wants one length', () => {
    expect(pieces(read(' LOWEST  lower').ids)).toEqual([
      '<|startoftext|>',
      'low',
      'est</w>',
      'low',
      'e',
      'r</w>',
      '<|endoftext|>',
    ])
    expect(read('lowest', '!').mask).toEqual([1, 1, 1, 1, 0, 0, 0, 0])
    expect(pieces(read('lowest', '!').ids.slice(4))).toEqual(['!', '!', '!', '!'])
  })

  test('digits stand alone and a long text keeps its end', () => {
    expect(pieces(read('55').ids)).toEqual(['<|startoftext|>', '5</w>', '5</w>', '<|endoftext|>'])
    expect(read('lowest '.repeat(50)).ids).toHaveLength(8)
    expect(read('lowest '.repeat(50)).ids.at(-1)).toBe(PIECES.indexOf('<|endoftext|>'))
  })
})
