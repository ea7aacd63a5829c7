import { describe, expect, test } from 'vitest'
import { notesBeside, notesName, textOf } from './notes-beside.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const plume = { patternName: 'Plume', designer: 'Anna', documents: [], inside: [], told: [] }

describe("the designer's notes beside a pattern", () => {
  test('are nothing when nothing would be lost', () => {
    expect(notesBeside(plume)).toBeNull()
    expect(notesBeside({ ...plume, inside: ['  '] })).toBeNull()
  })

  test('are her own text, byte for byte, when there is one', () => {
    const terms = Uint8Array.from([0xa9, 0x20, 0x41])
    expect(notesBeside({ ...plume, documents: [{ name: 'terms.txt', bytes: terms }] })).toBe(terms)
  })

  test('hold what stood inside the file that was converted, in a text the oldest editor shows right', () => {
    const notes = notesBeside({ ...plume, inside: ['© Anna 2024', 'Do not sell.'] })
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(notes!)).toBe(
      '\ufeffPlume, Anna\r\n\r\n© Anna 2024\r\nDo not sell.\r\n',
    )
  })

  test('do not repeat inside notes that her text already has', () => {
    const terms = bytes('Terms: © Anna 2024')
    expect(notesBeside({ ...plume, documents: [{ name: 'terms.txt', bytes: terms }], inside: ['© Anna 2024'] })).toBe(
      terms,
    )
  })

  test('begin with the true size where the file itself cannot say it, and keep her text all the same', () => {
    const terms = bytes('Terms: © Anna 2024')
    const text = textOf(
      notesBeside({
        ...plume,
        documents: [{ name: 'terms.txt', bytes: terms }],
        told: ['True size: 12 inches wide.'],
      })!,
    )
    expect(text).toMatch(/^\ufeff?Plume, Anna\r\n\r\nTrue size: 12 inches wide\.\r\n\r\nterms\.txt\r\n\r\nTerms/)
  })

  test('join several texts under their names', () => {
    const notes = textOf(
      notesBeside({
        ...plume,
        documents: [
          { name: 'a.txt', bytes: bytes('one') },
          { name: 'b.txt', bytes: bytes('two') },
        ],
      })!,
    )
    expect(notes).toContain('a.txt\r\n\r\none')
    expect(notes).toContain('b.txt\r\n\r\ntwo')
  })

  test('say that they are notes where the machine reads TXT as a pattern', () => {
    expect(notesName('Plume', 32, ['qli'])).toBe('Plume.txt')
    expect(notesName('Plume', 32, ['hqf', 'pointlist'])).toBe('Plume notes.txt')
    expect(notesName('a'.repeat(32), 32, ['pointlist'])).toBe(`${'a'.repeat(26)} notes.txt`)
  })
})
