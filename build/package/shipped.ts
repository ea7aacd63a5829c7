import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders whose code runs outside of the window. What the window itself uses is in its bundle already. */
const CODE = ['electron/main', 'electron/host', 'electron/library', 'shared', 'migrations/local']

interface LockEntry {
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>
}

export function readLock(root: string): Lock {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
}

/** The packages that our own code asks for while it runs, found in the code itself, so that no list can be forgotten. */
export function packagesOfCode(root: string): Set<string> {
  const found = new Set<string>()
  for (const folder of CODE) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const isCode = entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.')
      if (!isCode || /[\\/]testing$/.test(entry.parentPath)) continue
      const code = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      for (const [, source] of code.matchAll(
        /(?:\bfrom|\bimport|\brequire|\bimport\.meta\.url\))\s*\(?\s*'((?:@[\w.-]+\/)?[a-z][\w./-]*)'/g,
      )) {
        const name = packageName(source!)
        if (name !== null) found.add(name)
      }
    }
  }
  // The program brings it.
  found.delete('electron')
  return found
}

function packageName(source: string): string | null {
  if (/^(?:node:|[.#/])/.test(source)) return null
  return source.split('/', source.startsWith('@') ? 2 : 1).join('/')
}

/** Every package that has to be in the packed program: what the code asks for, and what that asks for in its turn. */
export function shippedPackages(lock: Lock, asked: ReadonlySet<string>): Set<string> {
  const shipped = new Set<string>()
  const waiting = [...asked].map(name => `node_modules/${name}`)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entry = lock.packages[path]
    if (entry === undefined || shipped.has(path)) continue
    shipped.add(path)
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const found = resolve(lock, path, name)
      if (found !== null) waiting.push(found)
    }
  }
  return shipped
}

/** Where Node finds a package asked for from inside another one: in that one's own folder, or in one above. */
function resolve(lock: Lock, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const path = `${folder}/node_modules/${name}`
    if (path in lock.packages) return path
    if (!folder.includes('/node_modules/')) break
  }
  const top = `node_modules/${name}`
  return top in lock.packages ? top : null
}

/** What electron-builder would take along by itself, because the window is built from it, and need not. */
export function packagesLeftOut(lock: Lock, shipped: ReadonlySet<string>): string[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !shipped.has(path))
    .map(([path]) => path)
}
