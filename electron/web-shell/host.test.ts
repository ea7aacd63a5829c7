import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CallContext } from '#shared/contract/method.ts'
import { createWebHost } from './host.ts'
import { browserCommand, hasDisplay } from './open-browser.ts'

let dir: string
let home: string
let stick: string
const opened = vi.fn(async () => {})
const none: CallContext<never> = { signal: new AbortController().signal, progress() {} }

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bobbin-host-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  home = join(dir, 'anna')
  stick = join(dir, 'media', 'STICK')
  for (const folder of ['Patterns 10', 'Patterns 9', '.hidden', 'Patterns 9/Feathers']) {
    await mkdir(join(home, folder), { recursive: true })
  }
  await mkdir(join(dir, 'anna-neighbour'))
  await mkdir(stick, { recursive: true })
  await writeFile(join(home, 'letter.txt'), '')
})

const host = () =>
  createWebHost({
    home,
    libraryDir: join(home, 'Bobbin'),
    drives: async () => [stick],
    version: '1',
    openInBrowser: opened,
  })

describe('folders to choose from', () => {
  test('begin at home, in the order people count, without files and hidden ones', async () => {
    expect(await host()['host.folders']({}, none)).toEqual({
      path: home,
      parent: null,
      folders: [
        { name: 'Patterns 9', path: join(home, 'Patterns 9') },
        { name: 'Patterns 10', path: join(home, 'Patterns 10') },
      ],
    })
  })

  test('lead back up, but never above home or the stick', async () => {
    const below = await host()['host.folders']({ under: join(home, 'Patterns 9', 'Feathers') }, none)
    expect(below.parent).toBe(join(home, 'Patterns 9'))
    expect((await host()['host.folders']({ under: stick }, none)).parent).toBeNull()
  })

  test('never show what is outside, be it by .., by a link or by a name that begins alike', async () => {
    await symlink(dir, join(home, 'way-out'))
    for (const under of [
      dir,
      '/',
      join(home, '..'),
      join(home, 'way-out'),
      `${home}-neighbour`,
      join(home, 'letter.txt'),
      'relative',
      '/nowhere',
      `${home}\0`,
    ]) {
      await expect(host()['host.folders']({ under }, none)).rejects.toMatchObject({ code: 'folder-not-found' })
    }
  })

  test('can be made, with a plain name, inside only', async () => {
    const made = await host()['host.makeFolder']({ under: stick, name: 'My quilts' }, none)
    expect(made.path).toBe(join(stick, 'My quilts'))
    for (const name of ['..', '../x', 'a/b', 'a\\b', 'NUL', 'a\0b']) {
      await expect(host()['host.makeFolder']({ under: stick, name }, none)).rejects.toMatchObject({
        code: 'name-refused',
      })
    }
    await expect(host()['host.makeFolder']({ under: dir, name: 'x' }, none)).rejects.toMatchObject({
      code: 'folder-not-found',
    })
  })
})

test('only safe addresses are opened', async () => {
  await host()['host.openLink']({ url: 'https://example.com/a' }, none)
  expect(opened).toHaveBeenCalledExactlyOnceWith('https://example.com/a')
  for (const url of ['http://example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'ms-settings:x']) {
    await expect(host()['host.openLink']({ url }, none)).rejects.toMatchObject({ code: 'link-refused' })
  }
})

test('a browser is opened only where there is a screen, and never through a shell', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'w' })).toBe(true)
  expect(hasDisplay('darwin', {})).toBe(true)
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const [program, args] = browserCommand(platform, 'https://x/?a=1&b=2')
    expect(program).not.toMatch(/cmd|sh$/)
    expect(args.at(-1)).toBe('https://x/?a=1&b=2')
  }
})

test('files named on the command line are told to the first window that asks, once', async () => {
  const named = createWebHost({
    home,
    libraryDir: join(home, 'Bobbin'),
    drives: async () => [],
    version: '1',
    openInBrowser: opened,
    openFiles: ['/patterns/plume.qli'],
  })
  expect(await named['host.takeOpenFiles']({}, none)).toEqual({ paths: ['/patterns/plume.qli'] })
  expect(await named['host.takeOpenFiles']({}, none)).toEqual({ paths: [] })
})
