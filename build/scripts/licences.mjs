// Fails when a package that ships has a licence we have not agreed to, or is not named in the window (`--write` names it there).
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closure, importedPackages } from '../deploy/cloud/server-modules.mjs'
import { root } from './project.mjs'

const agreed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
])
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

function isAgreed(licence) {
  if (!licence) return false
  // An "A OR B" gives us the choice; "A AND B" binds us to both.
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(part => agreed.has(part.trim())))
}

const shipped = Object.entries(lock.packages).filter(([path, entry]) => path && !entry.dev && !entry.devOptional)
// The server ships by itself, with the packages its sources import.
const served = closure(importedPackages()).map(path => [path, lock.packages[path]])
const odd = [...shipped, ...served].filter(([, entry]) => !isAgreed(entry.license))
for (const [path, entry] of odd)
  console.error(`${path}: licence ${entry.license ?? 'not stated'} is not on the agreed list`)

// A list a person reads: one line a package, whatever machine it is for.
const named = new Map(shipped.map(([path, entry]) => [path.split('node_modules/').at(-1), entry.license]))
const list = [...named].sort(([a], [b]) => (a < b ? -1 : 1))
const text = `[\n${list.map(one => `  ${JSON.stringify(one)}`.replace('","', '", "')).join(',\n')}\n]\n`
const shown = join(root, 'renderer/src/features/settings/licences.json')
if (process.argv.includes('--write')) writeFileSync(shown, text)
const isNamed = readFileSync(shown, 'utf8') === text
if (!isNamed) console.error(`${shown} does not name the packages that ship: node build/scripts/licences.mjs --write`)
process.exit(odd.length === 0 && isNamed ? 0 : 1)
