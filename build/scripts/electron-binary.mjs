// Is Electron's program here, and if not, can it be fetched? Its npm package downloads it from elsewhere, which some networks refuse.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageJson, root, runNode, say } from './project.mjs'

const FETCH_TIMEOUT_MS = 120_000
const folder = join(root, 'node_modules', 'electron')
const remembered = join(root, '.cache', 'electron-not-to-be-had')

/** Path of the program, or null. Never `require('electron')`: that starts a download by itself. */
export function electronProgram() {
  const pointer = join(folder, 'path.txt')
  if (!existsSync(pointer)) return null
  const program = join(folder, 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(program) ? program : null
}

/** Tries the download once per version; `npm start -- --fetch-electron` tries again. */
export async function fetchElectronOnce(again) {
  const version = packageJson().devDependencies.electron
  if (!again && existsSync(remembered) && readFileSync(remembered, 'utf8') === version) return null
  say('Fetching Electron (once) …')
  const { code } = await runNode([join(folder, 'install.js')], { quiet: true, timeoutMs: FETCH_TIMEOUT_MS })
  const program = code === 0 ? electronProgram() : null
  if (!program) {
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(remembered, version)
  }
  return program
}
