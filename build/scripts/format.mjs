import { ensureInstalled } from './install.mjs'
import { commandFile, runNode } from './project.mjs'

await ensureInstalled()
const { code } = await runNode([commandFile('@biomejs/biome', 'biome'), 'format', '--write', '.'])
process.exit(code)
