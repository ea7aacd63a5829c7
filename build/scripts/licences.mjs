// Fails when a package that ships has a licence we have not agreed to.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

const agreed = new Set([
  'MIT',
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
const odd = shipped.filter(([, entry]) => !isAgreed(entry.license))
for (const [path, entry] of odd)
  console.error(`${path}: licence ${entry.license ?? 'not stated'} is not on the agreed list`)
process.exit(odd.length === 0 ? 0 : 1)
