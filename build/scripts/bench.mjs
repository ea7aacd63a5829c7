// npm run bench [-- name …]: the figures, each beside a reference measured in the same run.
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { root, runNode, serverFlags } from './project.mjs'

await ensureInstalled()
await buildIfStale()
const chromium = await ensureChromium()
// Core and server of a bench are in its own process: started as they are.
const args = [...serverFlags, '--expose-gc', join(root, 'build/bench/index.ts'), ...process.argv.slice(2)]
const { code } = await runNode(args, { env: chromium ? { BOBBIN_CHROMIUM: chromium } : {} })
process.exit(code)
