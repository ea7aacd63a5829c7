// npm run package [-- --win --mac --linux --x64 --arm64 --dir --publish --electron-dist DIR]: installers for people (build/deploy/RELEASE.md).
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { electronProgram, fetchElectronOnce } from './electron-binary.mjs'
import { ensureInstalled } from './install.mjs'
import { root, runNode, say } from './project.mjs'

const args = process.argv.slice(2)
await ensureInstalled()
if (!args.includes('--electron-dist') && !electronProgram() && !(await fetchElectronOnce(true))) {
  say("Bobbin cannot be packed here: Electron's program is not on this computer and could not be fetched.")
  say('Where it can be had elsewhere: npm run package -- --electron-dist FOLDER (build/deploy/RELEASE.md).')
  process.exit(1)
}
await buildIfStale()
const { code } = await runNode([join(root, 'build', 'package', 'package.ts'), ...args])
process.exit(code)
