/**
 * What electron-builder itself puts into the program, for every system and processor, tried with a small project whose native parts and
 * whose Electron are empty files of the right names.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { builderConfig } from './builder-config.ts'
import { ARCHS, checkNatives, type Platform as PlatformName } from './natives.ts'
import { type Lock, packagesLeftOut, packagesOfCode, readLock, shippedPackages } from './shipped.ts'

const root = join(import.meta.dirname, '..', '..')
const VARIANTS = ['win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64', 'linuxmusl-x64']
const CANVAS = ['win32-x64-msvc', 'win32-arm64-msvc', 'darwin-x64', 'darwin-arm64', 'linux-x64-gnu', 'linux-arm64-gnu']
let dir: string

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), text)
}

const optional = Object.fromEntries(CANVAS.map(variant => [`@napi-rs/canvas-${variant}`, '1.0.0']))
const dependencies = { 'better-sqlite3': '1.0.0', '@napi-rs/canvas': '1.0.0', react: '1.0.0', pino: '1.0.0' }
const packages: Record<string, { optionalDependencies?: Record<string, string> }> = {
  'better-sqlite3': {},
  '@napi-rs/canvas': { optionalDependencies: optional },
  ...Object.fromEntries(Object.keys(optional).map(name => [name, {}])),
  react: {},
  pino: {},
}
const lock: Lock = {
  packages: {
    '': {},
    ...Object.fromEntries(Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry])),
  },
}
const shipped = shippedPackages(lock, new Set(['better-sqlite3', '@napi-rs/canvas', 'pino']))

beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'bobbin-packed-')))
  put(
    'package.json',
    JSON.stringify({
      name: 'bobbin',
      version: '1.0.0',
      description: 'x',
      author: 'x',
      main: 'out/main/index.js',
      dependencies,
    }),
  )
  put('package-lock.json', JSON.stringify({ name: 'bobbin', lockfileVersion: 3, packages: lock.packages }))
  for (const [name, entry] of Object.entries(packages)) {
    const part = name.startsWith('@napi-rs/canvas-') ? { [`skia.${name.slice(16)}.node`]: 'native' } : {}
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', ...entry }))
    for (const [file, text] of Object.entries({
      'index.js': '',
      'index.d.ts': '',
      'README.md': '',
      LICENSE: 'MIT',
      ...part,
    })) {
      put(`node_modules/${name}/${file}`, text)
    }
  }
  for (const variant of VARIANTS) put(`node_modules/better-sqlite3/prebuilds/${variant}.node`, 'native')
  put('node_modules/better-sqlite3/deps/sqlite3.c', 'source')
  put('out/main/index.js', 'export {}')
  put('out/renderer/index.html', '<html></html>')
  put('out/types/x.tsbuildinfo', '{}')
  put('electron/main/index.ts', 'source')
  put('dist/LICENCES.txt', 'licences')
  cpSync(join(root, 'build', 'icons'), join(dir, 'build', 'icons'), { recursive: true })
  cpSync(join(root, 'build', 'package'), join(dir, 'build', 'package'), { recursive: true })
  fakeElectron()
  // The builder tells of its work line by line.
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(dir, { recursive: true, force: true })
})

/** Electron's folders with empty files in them. */
function fakeElectron(): void {
  put('electron-linux/electron')
  chmodSync(join(dir, 'electron-linux/electron'), 0o755)
  put('electron-win/electron.exe')
  for (const system of ['linux', 'win']) {
    put(`electron-${system}/resources/x`)
    put(`electron-${system}/locales/en-US.pak`)
  }
  const contents = 'electron-mac/Electron.app/Contents'
  const plist = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>`
  put(`${contents}/MacOS/Electron`)
  put(`${contents}/Info.plist`, plist)
  put(`${contents}/Resources/electron.icns`)
  put(`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak`)
  for (const helper of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    put(`${contents}/Frameworks/Electron Helper${helper}.app/Contents/Info.plist`, plist)
    put(`${contents}/Frameworks/Electron Helper${helper}.app/Contents/MacOS/Electron Helper${helper}`)
  }
}

const SYSTEMS = [
  [
    'win32',
    Platform.WINDOWS,
    'electron-win',
    (arch: string) => (arch === 'x64' ? 'win-unpacked' : `win-${arch}-unpacked`),
    'resources',
  ],
  [
    'darwin',
    Platform.MAC,
    'electron-mac',
    (arch: string) => (arch === 'x64' ? 'mac' : `mac-${arch}`),
    'Bobbin.app/Contents/Resources',
  ],
  [
    'linux',
    Platform.LINUX,
    'electron-linux',
    (arch: string) => (arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`),
    'resources',
  ],
] as const

async function pack(platform: Platform, electronDist: string, change: Configuration = {}): Promise<void> {
  const config = builderConfig({
    archs: ARCHS,
    shipped,
    leftOut: packagesLeftOut(lock, shipped),
    env: {},
    electronVersion: '45.4.1',
  })
  await build({
    projectDir: dir,
    targets: new Map([[platform, new Map(ARCHS.map(arch => [Arch[arch], ['dir']]))]]),
    // An empty file is no Windows program that could be marked, and nothing here is signed.
    config: {
      ...config,
      ...change,
      electronDist: join(dir, electronDist),
      disableAsarIntegrity: true,
      win: { ...config.win!, signAndEditExecutable: false },
      mac: { ...config.mac!, identity: null },
    },
    publish: 'never',
  })
}

describe.each(SYSTEMS)('a program for %s', (name, platform, electronDist, folderOf, resourcesIn) => {
  beforeAll(() => pack(platform, electronDist), 120_000)

  test.each(ARCHS)('has of every native part exactly its own (%s)', arch => {
    const resources = join(dir, 'dist', folderOf(arch), resourcesIn)
    const { found, problems } = checkNatives(
      join(resources, 'app.asar.unpacked/node_modules'),
      name as PlatformName,
      arch,
      shipped,
    )
    expect(problems).toEqual([])
    expect(found).toHaveLength(2)
    expect(found[0]).toBe(`${name}-${arch}.node`)
    expect(found[1]).toContain(`canvas-${name}-${arch}`)
  })

  test('has the built program and what it needs, and no sources, no window packages, no documentation', () => {
    const resources = join(dir, 'dist', folderOf('x64'), resourcesIn)
    const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map(file => file.replaceAll('\\', '/'))
    expect(files).toContain('/out/main/index.js')
    expect(files).toContain('/node_modules/pino/index.js')
    expect(files).toContain('/node_modules/pino/LICENSE')
    expect(files).toContain('/build/icons/icon.png')
    expect(
      files.filter(file => /react|\.md$|\.ts$|deps|tsbuildinfo|^\/electron|^\/build\/package|\.icns$/.test(file)),
    ).toEqual([])
  })

  test('has the licences beside it', () => {
    const whole = join(dir, 'dist', folderOf('x64'))
    const found = readdirSync(whole, { recursive: true }).filter(file => String(file).endsWith('LICENCES.txt'))
    expect(found).toHaveLength(1)
  })
})

test('a program that lacks a part of its own computer is refused', async () => {
  rmSync(join(dir, 'node_modules/better-sqlite3/prebuilds/linux-arm64.node'))
  await expect(pack(Platform.LINUX, 'electron-linux')).rejects.toThrow(
    /linux arm64 is not whole: better-sqlite3\/prebuilds\/linux-arm64\.node is missing/,
  )
}, 120_000)

test('everything our code asks for while it runs is shipped, and nothing of the window', () => {
  const own = readLock(root)
  const asked = packagesOfCode(root)
  expect([...asked].sort()).toEqual(
    expect.arrayContaining(['@napi-rs/canvas', 'better-sqlite3', 'electron-updater', 'pino', 'yauzl', 'zod']),
  )
  const paths = shippedPackages(own, asked)
  for (const path of asked) expect(paths).toContain(`node_modules/${path}`)
  expect(paths).toContain('node_modules/sonic-boom')
  expect(paths).toContain('node_modules/electron-updater/node_modules/semver')
  const leftOut = packagesLeftOut(own, paths)
  expect(leftOut).toContain('node_modules/react')
  expect(leftOut).toContain('node_modules/lucide-react')
  expect(existsSync(join(root, 'node_modules', 'better-sqlite3'))).toBe(true)
})
