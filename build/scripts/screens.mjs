// npm run screens [-- part of a name]: walks through every screen and keeps its picture. Look at test-results/screens before you commit.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { commandFile, root, runNode, say } from './project.mjs'

await ensureInstalled()
await buildIfStale()
const chromium = await ensureChromium()
if (!chromium) {
  say('No Chromium here and none could be installed: no pictures were made.')
  process.exit(1)
}
rmSync(join(root, 'test-results/screens'), { recursive: true, force: true })
const config = join(root, 'renderer/e2e/playwright.config.ts')
const names = process.argv.slice(2).flatMap(name => ['-g', name])
const { code } = await runNode(
  [commandFile('@playwright/test', 'playwright'), 'test', '-c', config, 'visual/screens', ...names, '--reporter=list'],
  { env: { BOBBIN_CHROMIUM: chromium, BOBBIN_SCREENS: 'keep' } },
)
process.exit(code)
