import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCode, readCode, showCode } from './code-words.ts'
import { countedEmail, foldEmail, isListed } from './email.ts'
import { countedAddress } from './limits.ts'
import { makeRefreshToken, readRefreshToken } from './refresh-words.ts'
import { createSeals, sha256 } from './seals.ts'
import { newSlug } from './slug.ts'
import { isSlug } from '#server/db/identifier.ts'

/** The same bytes in every run: hashes of a counter. */
let counter = 0
const random = {
  bytes(count: number): Uint8Array {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () => sha256(String(counter++)))
    return Buffer.concat(blocks).subarray(0, count)
  },
}

describe('a code', () => {
  test('is read as it was made, however it is typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8, 9),
        fc.constantFrom(' ', '', '–', ' - ', '.'),
        fc.boolean(),
        (letters, between, small) => {
          const code = makeCode(random, letters)
          const typed = showCode(code).replaceAll('-', between)
          expect(readCode(small ? typed.toLowerCase() : typed, letters)).toBe(code)
        },
      ),
    )
  })

  test('has no letter that could be taken for another, and each letter as often as any other', () => {
    const letters = new Map<string, number>()
    for (const letter of makeCode(random, 40_000)) letters.set(letter, (letters.get(letter) ?? 0) + 1)
    expect([...letters.keys()].filter(letter => '0O1IL2Z5S8BGUVAE'.includes(letter))).toEqual([])
    expect(letters.size).toBe(20)
    // 2,000 each, five standard deviations of room.
    for (const count of letters.values()) expect(Math.abs(count - 2_000)).toBeLessThan(225)
  })

  test('is shown in groups that are easy to read out', () => {
    expect(showCode('HJ4K7MRT')).toBe('HJ4K-7MRT')
    expect(showCode('HJ4K7MRTX')).toBe('HJ4-K7M-RTX')
  })

  test('that cannot be one is none', () => {
    for (const typed of ['', 'HJ4K-7MR', 'HJ4K-7MRTX', 'HJ4K-7MR0', 'ＨＪ４Ｋ７ＭＲＴ'])
      expect(readCode(typed, 8)).toBeNull()
  })
})

describe('an e-mail', () => {
  test.each([
    ['Rose@Example.ORG ', 'rose@example.org'],
    ['rose+guild@example.org', 'rose+guild@example.org'],
    ['rose@müller.example', 'rose@xn--mller-kva.example'],
  ])('%s is the mailbox %s', (typed, folded) => expect(foldEmail(typed)).toBe(folded))

  test.each([
    '',
    'rose',
    'rose@',
    '@example.org',
    'rose@localhost',
    'rose@127.0.0.1',
    'ro se@example.org',
    'rose@exam ple.org',
    'rose@example.org, thief@example.org',
    'rose@example.org\nBcc: thief@example.org',
    '"rose"@example.org',
    '.rose@example.org',
    // Folds to "mike" in some languages: it would be somebody else's mailbox.
    'mıke@example.org',
    '\u212aate@example.org',
  ])('%j is none', typed => expect(foldEmail(typed)).toBeNull())

  test('folding twice changes nothing, and nothing in it could end a header', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string(), fc.string({ unit: 'binary' })), typed => {
        const folded = foldEmail(typed)
        if (folded === null) return
        expect(foldEmail(folded)).toBe(folded)
        expect(folded).toMatch(/^[\x21-\x7e]+$/)
        expect(folded).not.toMatch(/[,;<>"()\s]/)
      }),
    )
  })

  test('is counted as one mailbox however it is tagged, and listed by mailbox or whole domain', () => {
    expect(countedEmail('rose+1@example.org')).toBe('rose@example.org')
    expect(isListed('rose@guild.org', ['@guild.org'])).toBe(true)
    expect(isListed('rose@not-guild.org', ['@guild.org', 'ann@not-guild.org'])).toBe(false)
  })
})

test('addresses are counted by household: IPv4 whole, IPv6 by its first half', () => {
  expect(countedAddress('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(countedAddress('2001:db8:0:7:1:2:3:4')).toBe('2001:db8:0:7')
  expect(countedAddress('2001:db8:0:7::9')).toBe('2001:db8:0:7')
  expect(countedAddress('2001:0db8::1')).toBe('2001:db8:0:0')
  expect(countedAddress('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(countedAddress('::1')).toBe('0:0:0:0')
})

test('a refresh token tells its device and generation to nobody who changed it', () => {
  const seals = createSeals([randomBytes(32)])
  const words = { deviceId: '01a2b3c4-d5e6-7788-99aa-bbccddeeff00', generation: 70_000 }
  const token = makeRefreshToken(seals, random, words)
  expect(readRefreshToken(seals, token)).toEqual(words)
  expect(readRefreshToken(createSeals([randomBytes(32)]), token)).toBeNull()
  const bytes = Buffer.from(token, 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = changed[at]! ^ 4
    expect(readRefreshToken(seals, changed.toString('base64url'))).toBeNull()
  }
  expect(readRefreshToken(seals, 'nonsense')).toBeNull()
})

test('a new tenant’s name is a slug and says nothing of her', () => {
  for (let turn = 0; turn < 200; turn++) expect(isSlug(newSlug(random))).toBe(true)
})
