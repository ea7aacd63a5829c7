// npm start: Bobbin in Electron where its program is, otherwise in the browser; one line says which and why.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { electronProgram, fetchElectronOnce } from './electron-binary.mjs'
import { ensureInstalled } from './install.mjs'
import { coreFlags, projectNode, root, say } from './project.mjs'

const args = process.argv.slice(2)
const wantsWeb = args.includes('--web')
const again = args.includes('--fetch-electron')
const passOn = args.filter(arg => arg !== '--web' && arg !== '--fetch-electron')

function whyNoElectron() {
  if (wantsWeb) return 'you asked for it'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display here'
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  return null
}

function launch(program, programArgs) {
  const child = spawn(program, programArgs, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('close', code => process.exit(code ?? 0))
}

await ensureInstalled()
await buildIfStale()
let reason = whyNoElectron()
let program = null
if (!reason) {
  program = electronProgram() ?? (await fetchElectronOnce(again))
  if (!program) reason = "Electron's program is not on this computer and could not be fetched"
}
if (program) {
  say('Bobbin opens in its own window.')
  launch(program, [root, ...passOn])
} else {
  say(`Bobbin opens in your browser, because ${reason}.`)
  launch(projectNode, [...coreFlags, join(root, 'electron', 'web-shell', 'entry.ts'), ...passOn])
}
