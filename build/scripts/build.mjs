// Builds the window and the Electron parts when a source is newer than the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandFile, root, runNode, say } from './project.mjs'

const stamp = join(root, 'out', 'built')
const sources = ['electron', 'renderer', 'shared', 'migrations', 'electron.vite.config.ts', 'package-lock.json']

function describe(path, hash) {
  const stat = statSync(path)
  if (!stat.isDirectory()) {
    hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
    return
  }
  for (const name of readdirSync(path).sort()) describe(join(path, name), hash)
}

function sourcesNow() {
  const hash = createHash('sha256')
  for (const name of sources) describe(join(root, name), hash)
  return hash.digest('hex')
}

export async function buildIfStale() {
  const now = sourcesNow()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building the window …')
  const { code, output } = await runNode([commandFile('electron-vite'), 'build'], { capture: true })
  if (code !== 0) {
    say(output)
    say('The build did not work; the lines above say where.')
    process.exit(1)
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, now)
}
