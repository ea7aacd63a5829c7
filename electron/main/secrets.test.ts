import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createSecrets, type SafeStorage } from './secrets.ts'

let dir: string
let file: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-secrets-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  file = join(dir, 'secrets.json')
})

/** Locks by turning the bytes round, and only knows its own. */
function keychain(change: Partial<SafeStorage> = {}, mark = 'k1:'): SafeStorage {
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: text => Buffer.from(mark + [...text].reverse().join('')),
    decryptString(locked) {
      const text = locked.toString()
      if (!text.startsWith(mark)) throw new Error('another keychain')
      return text.slice(mark.length).split('').reverse().join('')
    },
    ...change,
  }
}

test('a secret is kept locked, over a restart, for this person only', () => {
  createSecrets(file, keychain()).set('sign-in', 'open sesame')
  createSecrets(file, keychain()).set('other', 'x')
  const again = createSecrets(file, keychain())
  expect([again.get('sign-in'), again.get('other'), again.get('none'), again.get('__proto__')]).toEqual([
    'open sesame',
    'x',
    null,
    null,
  ])
  expect(readFileSync(file, 'utf8')).not.toContain('sesame')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(dir)).toEqual(['secrets.json'])
  again.remove('sign-in')
  expect([again.get('sign-in'), again.get('other')]).toEqual([null, 'x'])
})

test('without a real keychain nothing is kept, and she is told in a sentence', () => {
  const without: Partial<SafeStorage>[] = [
    { getSelectedStorageBackend: () => 'basic_text' },
    { isEncryptionAvailable: () => false },
  ]
  for (const change of without) {
    const secrets = createSecrets(file, keychain(change))
    expect(() => secrets.set('a', 'b')).toThrow(expect.objectContaining({ code: 'no-keychain' }))
    expect(secrets.get('a')).toBeNull()
  }
  expect(readdirSync(dir)).toEqual([])
})

test('a secret of another keychain, or of a damaged file, is as good as none', () => {
  createSecrets(file, keychain()).set('a', 'b')
  expect(createSecrets(file, keychain({}, 'k2:')).get('a')).toBeNull()
  writeFileSync(file, '{"a":')
  const secrets = createSecrets(file, keychain())
  expect(secrets.get('a')).toBeNull()
  secrets.set('a', 'new')
  expect(secrets.get('a')).toBe('new')
})
