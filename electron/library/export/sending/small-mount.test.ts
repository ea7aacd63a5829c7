import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SendReport } from '#shared/contract/library/sending.ts'
import { addRealPattern, fixture } from '#library/testing/real-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'

/** A real file system of one megabyte; null where this account may not mount. */
function mountSmall(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const at = mkdtempSync(join(tmpdir(), 'bobbin-mount-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at]).status === 0) return at
  rmSync(at, { recursive: true })
  return null
}

function unmount(at: string): void {
  spawnSync('umount', ['--lazy', at])
  rmSync(at, { recursive: true, force: true })
}

const trial = mountSmall()
if (trial) unmount(trial)
const mayMount = trial !== null

const where = mayMount ? '' : ' (skipped: this account may not mount a file system)'

describe.skipIf(!mayMount)(`a real small file system${where}`, () => {
  let temp: TempLibrary
  let ids: string[]
  let mount: string

  beforeAll(async () => {
    temp = await tempLibrary()
    ids = []
    for (const name of ['One', 'Two', 'Three']) {
      // Each is made a file of its own by a note, 100 kB long.
      const remark = `\nREM ${name} ${'.'.repeat(100_000)}\n`
      const text = new TextDecoder().decode(fixture('generated/line-arc.qli')).replace('\n', remark)
      ids.push(
        await addRealPattern(temp.context, {
          name,
          files: [{ name: `${name}.qli`, bytes: new TextEncoder().encode(text) }],
        }),
      )
    }
  })
  afterAll(() => temp.remove())
  beforeEach(() => {
    mount = mountSmall()!
  })
  afterEach(() => unmount(mount))

  const request = () =>
    ({ patternIds: ids, machineId: 'gammill-statler', target: { kind: 'folder', path: mount } }) as const

  function start(onWriting: (done: number) => void = () => undefined): Promise<SendReport> {
    return Promise.resolve(
      temp.library.handlers['sending.start'](
        { ...request(), onExisting: 'skip' },
        {
          signal: new AbortController().signal,
          progress: ({ step, done }) => {
            if (step === 'writing') onWriting(done)
          },
        },
      ),
    )
  }

  const fill = (bytes: number, name = 'holiday.jpg') => writeFileSync(join(mount, name), Buffer.alloc(bytes))
  const files = () => readdirSync(mount, { recursive: true }).map(String).sort()

  test('with room takes everything', async () => {
    expect((await start()).written.map(file => file.verified)).toEqual([true, true, true])
  })

  test('without room is told before anything is written', async () => {
    fill(900_000)
    const { problem, neededBytes, freeBytes } = await temp.call('sending.plan', request())
    expect(problem?.code).toBe('stick-full')
    expect(neededBytes).toBeGreaterThan(freeBytes ?? Number.POSITIVE_INFINITY)
    await expect(start()).rejects.toMatchObject({ code: 'stick-full' })
    expect(files()).toEqual(['holiday.jpg'])
  })

  test('that fills up while writing keeps what is checked, nothing half-written, and everything else', async () => {
    const fillUp = (done: number): void => {
      if (done === 1) fill(850_000)
    }
    await expect(start(fillUp)).rejects.toMatchObject({
      code: 'stick-full',
      message: expect.stringContaining('1 of 3 are in it, checked.') as string,
      detail: { done: 1, total: 3 },
    })
    expect(files()).toEqual(['Patterns', 'Patterns/One.qli', 'holiday.jpg'])
  })

  test('that lets nobody write gets a plain sentence, before and while writing', async () => {
    mkdirSync(join(mount, 'Patterns'))
    const lock = () => spawnSync('mount', ['-o', 'remount,ro', mount])
    await expect(start(done => void (done === 1 && lock()))).rejects.toMatchObject({
      code: 'stick-read-only',
      detail: { done: 1, total: 3 },
    })
    expect((await temp.call('sending.plan', request())).problem).toEqual({
      code: 'stick-read-only',
      message: 'This folder does not let us write. Choose another folder.',
    })
    expect(files()).toEqual(['Patterns', 'Patterns/One.qli'])
  })

  test('that is pulled out while writing is told as such', async () => {
    await expect(start(done => void (done === 1 && spawnSync('umount', ['--lazy', mount])))).rejects.toMatchObject({
      code: 'stick-removed',
      detail: { done: 1, total: 3 },
    })
    expect(readdirSync(mount)).toEqual([])
  })
})
