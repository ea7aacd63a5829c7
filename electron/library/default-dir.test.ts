import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { libraryDir } from './default-dir.ts'

const home = '/home/anna'

test('a library is where it was asked for, else where BOBBIN_LIBRARY says', () => {
  const env = { BOBBIN_LIBRARY: '/data/quilts' }
  expect(libraryDir('mine', { platform: 'linux', env, home })).toBe(resolve('mine'))
  expect(libraryDir(undefined, { platform: 'linux', env, home })).toBe('/data/quilts')
})

test('else it is where the system keeps data of programs', () => {
  expect(libraryDir(undefined, { platform: 'linux', env: {}, home })).toBe(join(home, '.local/share/Bobbin'))
  expect(libraryDir(undefined, { platform: 'linux', env: { XDG_DATA_HOME: '/x' }, home })).toBe('/x/Bobbin')
  expect(libraryDir(undefined, { platform: 'darwin', env: {}, home })).toBe(
    join(home, 'Library/Application Support/Bobbin'),
  )
  expect(libraryDir(undefined, { platform: 'win32', env: { APPDATA: '/r' }, home })).toBe(join('/r', 'Bobbin'))
})
