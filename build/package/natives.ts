/** Parts of the program that are made for one kind of computer only, and which of them goes where. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const PLATFORMS = ['win32', 'darwin', 'linux'] as const
export type Platform = (typeof PLATFORMS)[number]
export const ARCHS = ['x64', 'arm64'] as const
export type Arch = (typeof ARCHS)[number]

interface Native {
  /** What our code asks for; the parts of its family follow it. */
  readonly asked: string
  /** Below node_modules; `*` stands for the kind of computer. */
  readonly family: string
  /** Which of the family is for this one; null: its makers have none for it. */
  readonly own: (platform: Platform, arch: string) => string | null
}

const CANVAS: Readonly<Record<Platform, string>> = { win32: '-msvc', darwin: '', linux: '-gnu' }

const NATIVES: readonly Native[] = [
  {
    asked: 'better-sqlite3',
    family: 'better-sqlite3/prebuilds/*.node',
    own: (platform, arch) => `${platform}-${arch}`,
  },
  {
    asked: '@napi-rs/canvas',
    family: '@napi-rs/canvas-*',
    own: (platform, arch) => `${platform}-${arch}${CANVAS[platform]}`,
  },
  {
    asked: 'sqlite-vec',
    family: 'sqlite-vec-*',
    // There is none for Windows on ARM: what is built on it has to do without there.
    own: (platform, arch) =>
      platform === 'win32' && arch === 'arm64' ? null : `${platform === 'win32' ? 'windows' : platform}-${arch}`,
  },
]

/**
 * Patterns for electron-builder that leave out everything made for another computer. `${arch}` is filled in by it for each one;
 * its `${platform}` is the computer that packs, not the one packed for, so that is written out.
 */
export function leaveOutOthers(platform: Platform): string[] {
  return NATIVES.map(({ family, own }) => {
    const [before, after] = family.split('*') as [string, string]
    const whole = `!node_modules/${before}!(${own(platform, '${arch}')})${after}`
    // A package is a folder; a single file is not.
    return after === '' ? `${whole}{,/**/*}` : whole
  })
}

export interface FoundNatives {
  /** Below node_modules, in the order of the table. */
  readonly found: string[]
  /** In sentences; empty: exactly what this computer needs is there. */
  readonly problems: string[]
}

/**
 * Looks at a packed program: one native part of each kind, and the right one.
 *
 * @param shipped paths of the packages that have to be in it (shipped.ts)
 */
export function checkNatives(
  nodeModules: string,
  platform: Platform,
  arch: Arch,
  shipped: ReadonlySet<string>,
): FoundNatives {
  const found: string[] = []
  const problems: string[] = []
  for (const { asked, family, own } of NATIVES) {
    const folder = join(nodeModules, family.includes('/') ? family.slice(0, family.lastIndexOf('/')) : '')
    const [before, after] = family.slice(family.lastIndexOf('/') + 1).split('*') as [string, string]
    const here = existsSync(folder)
      ? readdirSync(folder).filter(
          name => name.startsWith(before) && name.endsWith(after) && name.length > before.length,
        )
      : []
    const wanted = shipped.has(`node_modules/${asked}`) ? own(platform, arch) : null
    const wantedName = wanted === null ? null : `${before}${wanted}${after}`
    if (wantedName !== null && !here.includes(wantedName)) {
      problems.push(`${family.replace('*', wanted!)} is missing: install with --os=${platform} --cpu=${arch}`)
    }
    for (const name of here) if (name !== wantedName) problems.push(`${name} is for another computer`)
    found.push(...here)
  }
  return { found, problems }
}
