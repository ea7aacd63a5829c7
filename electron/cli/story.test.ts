import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { writeQli } from '#library/testing/qli-file.ts'
import { tempLibrary } from '#library/testing/temp-library.ts'
import { bobbin } from './testing/run-bobbin.ts'

interface Listed {
  id: string
  name: string
  designer: string | null
  tags: string[]
  files: { name: string; format: string }[]
  score?: number
}

let dir: string
let library: string[]

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-story-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))
  library = ['--library', join(dir, 'library')]
  await writeQli(join(dir, 'shop'), 'Feather Border.qli', 254)
  await writeQli(join(dir, 'shop'), 'Rose.qli', 127)
  writeFileSync(join(dir, 'shop', 'broken.qli'), 'this is no pattern')
})

const json = async <T>(...args: string[]): Promise<T> => {
  const said = await bobbin([...args, '--json', ...library], { cwd: dir })
  expect(said).toMatchObject({ code: 0, err: '' })
  return said.json<T>()
}

describe('a folder of patterns', () => {
  test('comes in once, however often it is brought', async () => {
    const first = await json<object>('import', 'shop')
    expect(first).toEqual({
      patterns: expect.any(Number) as number,
      files: 3,
      alreadyHere: 0,
      locked: 0,
      unreadable: [
        {
          file: expect.stringContaining('broken.qli') as string,
          code: expect.any(String) as string,
          message: expect.stringMatching(/\.$/) as string,
        },
      ],
      bundles: 0,
      seconds: expect.any(Number) as number,
    })
    expect(await json<object>('import', 'shop')).toMatchObject({ patterns: 0, alreadyHere: 3 })
  })

  test('is listed, found, written for a machine, and whole', async () => {
    await json('import', 'shop')
    const listed = await json<Listed[]>('list')
    const border = listed.find(pattern => pattern.name === 'Feather Border')!
    expect(border).toEqual({
      id: expect.any(String) as string,
      name: 'Feather Border',
      designer: null,
      tags: expect.any(Array) as string[],
      files: [{ name: 'Feather Border.qli', format: 'qli' }],
    })
    expect(await json<Listed[]>('list', '--limit', '1')).toHaveLength(1)

    const [best] = await json<Listed[]>('search', 'feather', 'bor')
    expect(best).toMatchObject({ id: border.id, score: expect.any(Number) as number })

    const sent = await json<{ written: { id: string; file: string; bytes: number; verified: boolean }[] }>(
      'export',
      border.id,
      'none-of-ours',
      '--machine',
      'gammill-statler',
      '--to',
      'stick',
    )
    expect(sent).toEqual({
      written: [
        {
          id: border.id,
          file: expect.stringMatching(/\.qli$/) as string,
          bytes: expect.any(Number) as number,
          format: 'qli',
          warnings: [],
          verified: true,
        },
      ],
      skipped: [{ id: 'none-of-ours', code: 'pattern-gone', message: expect.stringMatching(/\.$/) as string }],
    })
    expect(readFileSync(join(dir, 'stick', sent.written[0]!.file))).toEqual(
      readFileSync(join(dir, 'shop', 'Feather Border.qli')),
    )
    expect(await json('verify')).toEqual({
      originals: { checked: 3, missing: [], damaged: [] },
      database: 'ok',
      fixed: [],
    })
  })

  test('takes names, designers and keywords from a catalogue beside it', async () => {
    writeFileSync(
      join(dir, 'old.csv'),
      'file_name,name,designer,keywords,notes\r\nRose.qli,Climbing Rose,Anna Example,flowers; summer,Looks best large\r\n',
    )
    await json('import', 'shop', '--catalogue', 'old.csv')
    const rose = (await json<Listed[]>('list')).find(pattern => pattern.files[0]?.name === 'Rose.qli')!
    expect(rose).toMatchObject({ name: 'Climbing Rose', designer: 'Anna Example' })
    expect(rose.tags).toEqual(expect.arrayContaining(['flowers', 'summer']))
  })
})

describe('things that go wrong are said in a sentence', () => {
  test('a folder that is not there, a machine nobody knows', async () => {
    for (const args of [
      ['import', 'nowhere'],
      ['export', 'x', '--machine', 'loom', '--to', 'stick'],
    ]) {
      const said = await bobbin([...args, '--json', ...library], { cwd: dir })
      expect([said.code, said.out]).toEqual([1, ''])
      expect(said.err).toMatch(/^[A-Z][^\n]+[.?]\n$/)
    }
  })

  test('a catalogue that is not there, and nothing is left waiting for it', async () => {
    const said = await bobbin(['import', 'shop', '--catalogue', 'none.csv', '--json', ...library], { cwd: dir })
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/^[A-Z][^\n]+[.?]\n$/)
    expect(await json<object>('import', 'shop')).toMatchObject({ files: 3 })
  })

  test('a library that is open elsewhere', async () => {
    const shell = spawn(process.execPath, [
      join(import.meta.dirname, '..', 'web-shell', 'entry.ts'),
      '--no-open',
      '--json',
      ...library,
    ])
    onTestFinished(() => void shell.kill('SIGKILL'))
    await new Promise(resolve => shell.stdout.once('data', resolve))
    const said = await bobbin(['list', '--json', ...library])
    expect([said.code, said.out]).toEqual([1, ''])
    expect(said.err).toMatch(/open/i)
  })
})

test('an import that is stopped by a signal ends properly and leaves the library whole', async () => {
  for (let number = 0; number < 150; number++) await writeQli(join(dir, 'many'), `Pattern ${number}.qli`, 50 + number)
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'entry.ts'),
    'import',
    join(dir, 'many'),
    '--json',
    ...library,
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  await vi.waitUntil(() => existsSync(join(dir, 'library', 'bobbin.db')), { timeout: 25_000 })
  child.kill('SIGINT')
  // Done already on a fast machine, stopped on any other.
  expect([0, 1]).toContain(await ended)
  expect(await json<object>('verify')).toMatchObject({ originals: { missing: [], damaged: [] }, database: 'ok' })
  await json('import', 'many')
  expect((await json<Listed[]>('list')).length).toBe(150)
})

describe('what was cut off while it was written', () => {
  /** As when Bobbin was ended half way. */
  async function cutOff(): Promise<void> {
    await json('import', 'shop')
    const patternIds = (await json<Listed[]>('list')).map(pattern => pattern.id)
    const temp = await tempLibrary({ dir: join(dir, 'library') })
    const ender = new AbortController()
    const target = { kind: 'folder', path: mkdtempSync(join(dir, 'stick-')) } as const
    const asked = { patternIds, machineId: 'gammill-statler', target, onExisting: 'skip' } as const
    const progress = ({ step, done }: { step: string; done: number }): void => {
      if (step === 'writing' && done === 0) ender.abort()
    }
    await expect(temp.library.handlers['sending.start'](asked, { signal: ender.signal, progress })).rejects.toThrow(
      'This was stopped',
    )
    await temp.library.close()
  }

  test('is listed, gone on with, and then no more', async () => {
    expect((await bobbin(['sendings', ...library], { cwd: dir })).out).toBe('Nothing is left open.\n')
    await cutOff()
    const [open] = await json<{ id: string }[]>('sendings')
    expect(open).toMatchObject({ machine: 'Gammill Statler, CreativeStudio', done: 1, total: 3, problem: null })
    const report = await json<{ written: object[] }>('sendings', 'go-on', open!.id)
    expect(report.written).toHaveLength(2)
    expect(await json('sendings')).toEqual([])
  })

  test('can be let be', async () => {
    await cutOff()
    const [open] = await json<{ id: string }[]>('sendings')
    const said = await bobbin(['sendings', 'leave', open!.id, ...library], { cwd: dir })
    expect(said.out).toContain('It is not offered again.')
    expect(await json('sendings')).toEqual([])
  })
})
