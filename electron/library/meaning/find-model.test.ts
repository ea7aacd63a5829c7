import { mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempDir } from '../testing/temp-database.ts'
import { type TinyModelOptions, writeTinyModel } from '../testing/tiny-model.ts'
import { checkModel, findModelFolder } from './find-model.ts'
import { FILE_MAX_BYTES } from './manifest.ts'

function helper(options?: TinyModelOptions): string {
  const folder = tempDir()
  writeTinyModel(folder, options)
  return folder
}

const withFile = (name: string) => (manifest: Record<string, unknown>) => ({
  ...manifest,
  files: [...(manifest.files as object[]), { name, sha256: '0'.repeat(64) }],
})

test('a helper that is what its description says is read', async () => {
  const checked = await checkModel(helper())
  expect(checked.manifest).toMatchObject({ name: 'Tiny words', licence: 'CC0-1.0', dims: 4 })
  expect(checked.bytes).toBeGreaterThan(200)
})

test('a helper is found in the chosen folder and in one below it', async () => {
  const folder = helper()
  const above = tempDir()
  mkdirSync(join(above, 'nothing'))
  writeTinyModel(join(above, 'small-helper'))
  expect(await findModelFolder(folder)).toBe(folder)
  expect(await findModelFolder(above)).toBe(join(above, 'small-helper'))
  expect(await findModelFolder(join(above, 'nothing'))).toBeNull()
  expect(await findModelFolder(join(above, 'not there'))).toBeNull()
})

test.each([
  ['an empty folder', 'meaning-none', () => tempDir()],
  ['a description that is no JSON', 'meaning-description', () => described('{')],
  [
    'a description without a licence',
    'meaning-description',
    () => helper({ describe: manifest => ({ ...manifest, licence: undefined }) }),
  ],
  [
    'a field nobody knows',
    'meaning-description',
    () => helper({ describe: manifest => ({ ...manifest, run: 'x.js' }) }),
  ],
  ['a way out of the folder', 'meaning-description', () => helper({ describe: withFile('../../.bashrc') })],
  ['a whole path', 'meaning-description', () => helper({ describe: withFile('/etc/passwd') })],
  ['a path of Windows', 'meaning-description', () => helper({ describe: withFile('C:\\x') })],
  ['a hidden file', 'meaning-description', () => helper({ describe: withFile('.profile') })],
  [
    'a model without a hash',
    'meaning-description',
    () => helper({ describe: manifest => ({ ...manifest, files: (manifest.files as object[]).slice(1) }) }),
  ],
  ['a file that is not there', 'meaning-file-missing', () => helper({ describe: withFile('more.bin') })],
  ['a file that was changed', 'meaning-file-changed', changed],
  ['a link in the place of a file', 'meaning-file-missing', linked],
  ['a file as large as a film', 'meaning-too-large', large],
  ['a description as large as a book', 'meaning-too-large', () => described(' '.repeat(100_000))],
])('%s is refused: %s', async (_, code, make) => {
  await expect(checkModel(make())).rejects.toMatchObject({ code })
})

function described(text: string): string {
  const folder = helper()
  writeFileSync(join(folder, 'bobbin-model.json'), text)
  return folder
}

function changed(): string {
  const folder = helper()
  writeFileSync(join(folder, 'vocab.txt'), 'other words\n')
  return folder
}

function linked(): string {
  const folder = helper()
  const elsewhere = join(tempDir(), 'vocab.txt')
  renameSync(join(folder, 'vocab.txt'), elsewhere)
  symlinkSync(elsewhere, join(folder, 'vocab.txt'))
  return folder
}

/** No byte of it is on the disk. */
function large(): string {
  const folder = helper()
  truncateSync(join(folder, 'text.onnx'), FILE_MAX_BYTES + 1)
  return folder
}
