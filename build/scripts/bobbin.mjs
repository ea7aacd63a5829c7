// npm run -s bobbin -- <command>: the command line, from the folder she typed it in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { coreFlags, projectNode, root } from './project.mjs'

await ensureInstalled()
const child = spawn(projectNode, [...coreFlags, join(root, 'electron', 'cli', 'entry.ts'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', code => process.exit(code ?? 1))
