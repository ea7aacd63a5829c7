// Packs Bobbin: node build/package/package.ts [--win] [--mac] [--linux] [--x64] [--arm64] [--dir] [--publish] [--electron-dist DIR]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Arch, build, Platform } from 'electron-builder'
import { builderConfig } from './builder-config.ts'
import { licencesFile } from './licences-file.ts'
import { ARCHS } from './natives.ts'
import { packagesLeftOut, packagesOfCode, readLock, shippedPackages } from './shipped.ts'

const root = join(import.meta.dirname, '..', '..')
const { values } = parseArgs({
  options: {
    win: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    x64: { type: 'boolean', default: false },
    arm64: { type: 'boolean', default: false },
    /** The program as a folder, without an installer. */
    dir: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    'electron-dist': { type: 'string' },
  },
})

const askedArchs = ARCHS.filter(arch => values[arch])
const ownArch = process.arch === 'arm64' ? 'arm64' : 'x64'
const archs = askedArchs.length > 0 ? askedArchs : values.dir ? ([ownArch] as const) : ARCHS

const lock = readLock(root)
const shipped = shippedPackages(lock, packagesOfCode(root))
mkdirSync(join(root, 'dist'), { recursive: true })
// React and all else that is in the window's bundle is shipped as well, in its own way.
const production = [...shipped, ...packagesLeftOut(lock, shipped)]
writeFileSync(join(root, 'dist', 'LICENCES.txt'), licencesFile(root, production))

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>
}
const config = builderConfig({
  archs,
  shipped,
  leftOut: packagesLeftOut(lock, shipped),
  env: process.env,
  electronVersion: devDependencies.electron!,
})
const electronDist = values['electron-dist']

const asked = [values.win && Platform.WINDOWS, values.mac && Platform.MAC, values.linux && Platform.LINUX].filter(
  platform => platform !== false,
)
const platforms = asked.length > 0 ? asked : [Platform.current()]
const targets = new Map(
  platforms.map(platform => [platform, new Map(archs.map(arch => [Arch[arch], values.dir ? ['dir'] : []]))]),
)
const made = await build({
  projectDir: root,
  targets,
  config: electronDist === undefined ? config : { ...config, electronDist },
  publish: values.publish ? 'always' : 'never',
})
for (const file of made) process.stdout.write(`${file}\n`)
