import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tempLibrary } from '#library/testing/temp-library.ts'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' })

/** A disk of so many megabytes, where mounting is allowed; else null. */
function smallDisk(megabytes: number): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-disk-'))
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', dir)
    return dir
  } catch {
    rmSync(dir, { recursive: true, force: true })
    return null
  }
}

const disk = process.platform === 'linux' ? smallDisk(6) : null
if (disk === null) process.stderr.write('Skipped: a small disk cannot be mounted here, so a full one is not tried.\n')

test.skipIf(disk === null)(
  'a full disk stops the import in plain words, leaves nothing half-written, and it can go on',
  async () => {
    const shelf = mkdtempSync(join(tmpdir(), 'bobbin-shelf-'))
    const temp = await tempLibrary({ dir: join(disk!, 'library') })
    onTestFinished(async () => {
      await temp.remove()
      run('umount', '--lazy', disk!)
      rmSync(disk!, { recursive: true, force: true })
      rmSync(shelf, { recursive: true, force: true })
    })
    for (let index = 0; index < 120; index++) {
      // Files of a machine's own program, as large as they come.
      writeFileSync(join(shelf, `p${index}.hqf`), Buffer.alloc(100_000, `design ${index} `))
    }
    const looked = await temp.call('imports.look', { paths: [shelf] })
    expect(looked).toMatchObject({
      paused: true,
      problem: { code: 'disk-full', message: expect.stringContaining('disk is full') },
    })
    const writing = join(temp.dir, 'originals', '.writing')
    mkdirSync(writing, { recursive: true })
    expect(readdirSync(writing)).toEqual([])
    expect((await temp.call('library.verify', {})).originals.damaged).toEqual([])

    run('mount', '-o', 'remount,size=200m', disk!)
    const resumed = await temp.call('imports.resume', { id: looked.id })
    expect(resumed).toMatchObject({ step: 'looked', problem: null, counts: { patterns: 120 } })
    expect(await temp.call('imports.add', { id: looked.id })).toMatchObject({ step: 'done', done: 120 })
  },
)
