// The direction of dependencies, as one table. Order matters: the first matching folder speaks for a file.
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** folder -> { may: folders it may import from, packages: names it may import, node: whether `node:` is allowed } */
const table = [
  ['shared/testing', { may: ['shared'], packages: ['fast-check'] }],
  ['shared/util', { may: ['shared/util'] }],
  ['shared/text', { may: ['shared/util', 'shared/text'] }],
  ['shared/geometry', { may: ['shared/util', 'shared/geometry'] }],
  ['shared/shape', { may: ['shared/util', 'shared/geometry', 'shared/shape'] }],
  ['shared/formats', { may: ['shared/util', 'shared/text', 'shared/geometry', 'shared/formats'], packages: ['saxes'] }],
  ['shared/starter', { may: ['shared/util', 'shared/geometry', 'shared/domain', 'shared/starter'] }],
  [
    'shared/planning',
    { may: ['shared/util', 'shared/geometry', 'shared/formats', 'shared/domain', 'shared/planning'] },
  ],
  ['shared/domain', { may: ['shared/util', 'shared/domain'] }],
  ['shared/commands', { may: ['shared/util', 'shared/commands'] }],
  [
    'shared/contract',
    { may: ['shared/util', 'shared/domain', 'shared/commands', 'shared/contract'], packages: ['zod'] },
  ],
  ['shared/preparing', { may: ['shared/util', 'shared/geometry', 'shared/contract', 'shared/preparing'] }],
  ['shared/support', { may: ['shared/contract', 'shared/support'] }],
  ['shared/rpc', { may: ['shared/util', 'shared/domain', 'shared/contract', 'shared/rpc'], packages: ['zod'] }],
  [
    'shared/sync',
    {
      may: ['shared/util', 'shared/domain', 'shared/text', 'shared/sync'],
      packages: ['zod', '@noble/hashes', 'canonicalize'],
    },
  ],
  [
    'sync-server',
    {
      may: ['shared', 'sync-server', 'migrations'],
      node: true,
      notPackages: ['electron', 'react', 'better-sqlite3', '@electric-sql/client'],
    },
  ],
  [
    'electron/library',
    {
      may: ['shared', 'electron/host', 'electron/library', 'migrations'],
      node: true,
      notPackages: ['electron', 'react'],
    },
  ],
  [
    'electron/host',
    { may: ['shared', 'electron/host'], node: true, notPackages: ['electron', 'better-sqlite3', 'react'] },
  ],
  [
    'electron/main',
    { may: ['shared', 'electron/host', 'electron/main'], node: true, notPackages: ['better-sqlite3', 'react'] },
  ],
  ['electron/preload', { may: ['shared', 'electron/preload'], packages: ['electron'] }],
  [
    'electron/web-shell',
    {
      may: ['shared', 'electron/host', 'electron/library', 'electron/web-shell'],
      node: true,
      notPackages: ['electron', 'better-sqlite3'],
    },
  ],
  [
    'electron/cli',
    {
      may: ['shared', 'electron/host', 'electron/library', 'electron/cli'],
      node: true,
      notPackages: ['electron', 'better-sqlite3'],
    },
  ],
  ['renderer/src', { may: ['shared', 'renderer/src'], notPackages: ['electron', 'better-sqlite3', 'ws'] }],
]

const maps = [
  ['#shared/', 'shared/'],
  ['#library/', 'electron/library/'],
  ['#host/', 'electron/host/'],
  ['#web-shell/', 'electron/web-shell/'],
  ['#renderer/', 'renderer/src/'],
  ['#server/', 'sync-server/src/'],
  ['#e2e/', 'renderer/e2e/'],
  ['#migrations/', 'migrations/'],
]

const isInside = (path, folder) => path === folder || path.startsWith(`${folder}/`)
const isTest = path => /\.test\.tsx?$/.test(path)

/** Project path of an import, or { package } for a package and { node } for a built-in. */
function resolveImport(source, file) {
  if (source.startsWith('node:')) return { node: true }
  const mapped = maps.find(([prefix]) => source.startsWith(prefix))
  if (mapped) return { path: mapped[1] + source.slice(mapped[0].length) }
  if (source.startsWith('.')) return { path: join(dirname(file), source).split(sep).join('/') }
  return { package: source.startsWith('@') ? source.split('/').slice(0, 2).join('/') : source.split('/')[0] }
}

/** Why this import breaks a layer, or null. Exported for its test. */
export function layerProblem(file, source) {
  if (source.startsWith('../../')) return 'use the import maps (#shared/, #library/, #renderer/) instead of ../../'
  const entry = table.find(([folder]) => isInside(file, folder))
  if (!entry || isTest(file) || file.includes('/testing/')) return null
  const [folder, rules] = entry
  const target = resolveImport(source, file)
  if (target.node) return rules.node ? null : `${folder} runs where Node's built-ins are missing`
  if (target.package) {
    if (rules.packages && !rules.packages.includes(target.package))
      return `${folder} may not use the package ${target.package}`
    if (!rules.packages && !rules.notPackages) return `${folder} may not use packages`
    if (rules.notPackages?.includes(target.package)) return `${folder} may not use the package ${target.package}`
    if (target.package === 'better-sqlite3' && !isInside(file, 'electron/library/db'))
      return 'only electron/library/db speaks to better-sqlite3'
    return null
  }
  if (!rules.may.some(allowed => isInside(target.path, allowed)))
    return `${folder} may not import from ${dirname(target.path)}`
  return insideProblem(file, target.path)
}

/** Rules between the rooms of one layer. */
function insideProblem(file, target) {
  const feature = /^renderer\/src\/features\/([^/]+)\//
  const [from, to] = [feature.exec(file)?.[1], feature.exec(target)?.[1]]
  if (to && from !== to && !/\/index\.tsx?$/.test(target))
    return `a feature is entered through its index: features/${to}/index.ts`
  if (isInside(file, 'renderer/src/ui') && isInside(target, 'renderer/src/features')) return 'ui knows no feature'
  const handlers = 'electron/library/handlers'
  if (isInside(target, handlers) && !isInside(file, handlers) && file !== 'electron/library/library.ts')
    return 'services know no handler'
  return null
}

export const layers = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(root, context.filename ?? context.getFilename())
      .split(sep)
      .join('/')
    const check = node => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const problem = layerProblem(file, source)
      if (problem) context.report({ node: node.source, message: `${source}: ${problem}` })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}
