import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { libraryPlace, movedToFile, windowDir } from './places.ts'

const home = '/nowhere/anna'

test('a library is where it was asked for, else where BOBBIN_LIBRARY says', () => {
  const env = { BOBBIN_LIBRARY: '/data/quilts' }
  expect(libraryPlace('mine', { platform: 'linux', env, home })).toEqual({ dir: resolve('mine'), by: 'asked' })
  expect(libraryPlace(undefined, { platform: 'linux', env, home })).toEqual({ dir: '/data/quilts', by: 'asked' })
})

test('else it is where the system keeps data of programs', () => {
  const dir = (platform: NodeJS.Platform, env = {}) => libraryPlace(undefined, { platform, env, home }).dir
  expect(dir('linux')).toBe(join(home, '.local/share/Bobbin'))
  expect(dir('linux', { XDG_DATA_HOME: '/x' })).toBe('/x/Bobbin')
  expect(dir('darwin')).toBe(join(home, 'Library/Application Support/Bobbin'))
  expect(dir('win32', { APPDATA: '/r' })).toBe(join('/r', 'Bobbin'))
})

test('what the program keeps for itself never lies among the files of the library', () => {
  expect(windowDir({ platform: 'win32', env: { APPDATA: '/r' }, home })).toBe(join('/r', 'Bobbin', 'window'))
  expect(windowDir({ platform: 'linux', env: {}, home })).toBe(join(home, '.config/Bobbin/window'))
})

test('a moved library is found at its new place by every door, and never made anew when its disk is away', () => {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-places-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const world = { platform: 'linux' as const, env: { XDG_CONFIG_HOME: dir, XDG_DATA_HOME: dir }, home }
  const disk = join(dir, 'disk', 'Bobbin')
  mkdirSync(windowDir(world), { recursive: true })
  writeFileSync(movedToFile(windowDir(world)), JSON.stringify({ dir: disk }))
  expect(() => libraryPlace(undefined, world)).toThrow(expect.objectContaining({ code: 'library-not-here' }))
  mkdirSync(disk, { recursive: true })
  writeFileSync(join(disk, 'bobbin.db'), '')
  expect(libraryPlace(undefined, world)).toEqual({ dir: disk, by: 'moved' })
  expect(libraryPlace('/asked', world)).toEqual({ dir: '/asked', by: 'asked' })
  for (const damaged of ['', '{', '{"dir":1}', '{"dir":"relative"}']) {
    writeFileSync(movedToFile(windowDir(world)), damaged)
    expect(libraryPlace(undefined, world).by).toBe('usual')
  }
})
