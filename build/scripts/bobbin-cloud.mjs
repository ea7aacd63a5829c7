// npm run -s bobbin-cloud -- <command>: the operator's command line, from the folder it was typed in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { projectNode, root, serverFlags } from './project.mjs'

await ensureInstalled()
const entry = join(root, 'sync-server', 'src', 'cli', 'entry.ts')
const child = spawn(projectNode, [...serverFlags, entry, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', code => process.exit(code ?? 1))
