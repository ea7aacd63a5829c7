import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { libraryDir } from './default-dir.ts'
import { type ParentPort, runLibraryProcess } from './library-process.ts'
import { openLog } from './log.ts'
import { openLibraryHere } from './open-here.ts'

const { parentPort: parent } = process as unknown as { readonly parentPort?: ParentPort }
if (parent === undefined) throw new Error('this is the entry of a utility process')

// Chromium adds arguments of its own.
const { values } = parseArgs({ options: { library: { type: 'string' } }, strict: false })
const asked = typeof values.library === 'string' ? values.library : undefined
const dir = libraryDir(asked, { platform: process.platform, env: process.env, home: homedir() })
const log = openLog(dir)
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

void runLibraryProcess({
  parent,
  log,
  originalsDir: join(dir, 'originals'),
  exit: code => process.exit(code),
  open: () =>
    openLibraryHere({
      dir,
      log,
      threads: {
        reader: new URL(`./entry.reader${extension}`, import.meta.url),
        worker: new URL(`./entry.worker${extension}`, import.meta.url),
      },
    }),
})
