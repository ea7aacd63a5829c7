// npm run bench [-- NAME …] [--patterns 100000] [--tenants 200] [--seconds 20], names as below: prints one table; figures are medians with their spread, never a verdict.
import { parseArgs } from 'node:util'
import { benchAnswers } from './answers.ts'
import { benchCloudFiles } from './cloud-files.ts'
import { benchCloudPush } from './cloud-push.ts'
import { benchCold } from './cold.ts'
import { benchCloudIdle, benchCloudLoad } from './cloud-load.ts'
import { benchCloudWindow } from './cloud-window.ts'
import { benchCloudUpkeep } from './cloud-upkeep.ts'
import { benchConvert } from './convert.ts'
import { benchCore } from './core.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchDuplicatesScan } from './duplicates-scan.ts'
import { benchExtents } from './extents.ts'
import { benchImport } from './import.ts'
import { benchLikeThis } from './like-this.ts'
import { benchMany } from './many.ts'
import { benchPainted } from './painted.ts'
import { benchParse } from './parse.ts'
import { benchSearch } from './search.ts'
import { benchShape } from './shape.ts'
import { benchSync } from './sync.ts'
import type { BenchOptions, BenchRow } from './types.ts'
import { benchWall } from './wall.ts'

const benches: Record<string, (options: BenchOptions) => Promise<BenchRow[]>> = {
  parse: benchParse,
  convert: benchConvert,
  extents: benchExtents,
  core: benchCore,
  many: benchMany,
  import: benchImport,
  wall: benchWall,
  answers: benchAnswers,
  search: benchSearch,
  shape: benchShape,
  duplicates: benchDuplicates,
  'duplicates-scan': benchDuplicatesScan,
  'like-this': benchLikeThis,
  cold: benchCold,
  'cloud-files': benchCloudFiles,
  painted: benchPainted,
  sync: benchSync,
  'cloud-push': benchCloudPush,
  'cloud-upkeep': benchCloudUpkeep,
  'cloud-load': benchCloudLoad,
  'cloud-idle': benchCloudIdle,
  'cloud-window': benchCloudWindow,
}

const { values, positionals: wanted } = parseArgs({
  options: { patterns: { type: 'string' }, tenants: { type: 'string' }, seconds: { type: 'string' } },
  allowPositionals: true,
})
const options: BenchOptions = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)] as const),
)
const unknown = wanted.filter(name => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const figure = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3)

function line(row: BenchRow): string {
  const { ours, peer } = row
  const spread = `${figure(ours.median)} ${ours.unit} (${figure(ours.min)} to ${figure(ours.max)})`
  const beside = peer
    ? `   ${peer.name}: ${figure(peer.median)} (${figure(peer.min)} to ${figure(peer.max)})${peer.median === 0 ? '' : `, ratio ${figure(ours.median / peer.median)}`}`
    : ''
  return `${row.name.padEnd(58)} ${spread}${beside}${row.note ? `\n    ${row.note}` : ''}`
}

/** Takes long or much room: only when it is named. */
const onlyWhenNamed = new Set(['cloud-idle'])

const names = wanted.length > 0 ? wanted : Object.keys(benches).filter(name => !onlyWhenNamed.has(name))
for (const name of names) {
  console.log(`\n${name}`)
  for (const row of await benches[name]!(options)) console.log(line(row))
}
