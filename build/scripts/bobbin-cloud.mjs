// npm run -s bobbin-cloud -- <command>: the operator's command line, from the folder it was typed in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { projectNode, root } from './project.mjs'

await ensureInstalled()
const child = spawn(projectNode, [join(root, 'sync-server', 'src', 'cli', 'entry.ts'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', code => process.exit(code ?? 1))
