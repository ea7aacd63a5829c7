import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ParentPort, runLibraryProcess } from './library-process.ts'
import { openLog } from './log.ts'
import { openLibraryHere } from './open-here.ts'
import { createParentKeeper } from './sync/auth/parent-keeper.ts'

const { parentPort: parent } = process as unknown as { readonly parentPort?: ParentPort }
if (parent === undefined) throw new Error('this is the entry of a utility process')

// Chromium adds arguments of its own.
const { values } = parseArgs({ options: { library: { type: 'string' }, logs: { type: 'string' } }, strict: false })
const dir = values.library
if (typeof dir !== 'string') throw new Error('main says which library to open')
const log = openLog(typeof values.logs === 'string' ? values.logs : dir)
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
      tokens: createParentKeeper(parent),
      threads: {
        reader: new URL(`./entry.reader${extension}`, import.meta.url),
        worker: new URL(`./entry.worker${extension}`, import.meta.url),
      },
    }),
})
