import { expect, test } from 'vitest'
import { KINDS } from '#shared/domain/pattern.ts'
import { understand } from '#shared/search/language/understand.ts'
import { kindWords } from './kind-words.ts'

const stranger = { has: () => false, near: () => [] }

test.each(KINDS.filter(kind => kind !== 'other'))('every word %s is found by also asks for it', kind => {
  for (const word of kindWords(kind).replace('edge to edge', 'edge-to-edge').replace('all over', 'allover').split(' '))
    expect(understand(word, stranger, 'in').pieces[0]?.kinds).toEqual([kind])
})
