import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { COMMANDS } from './commands.ts'
import { writeQli } from '#library/testing/qli-file.ts'
import { bobbin } from './testing/run-bobbin.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-cli-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
})

describe('calling it wrongly ends with 2, one sentence and how it is called', () => {
  test.each([
    ['list', '--what'],
    ['list', 'feathers'],
    ['list', '--limit', 'many'],
    ['list', '--limit', '-1'],
    ['search'],
    ['search', 'rose', '--limit', '0'],
    ['search', 'rose', '--limit', '1.5'],
    ['info'],
    ['convert', 'a.qli', '--out', 'x'],
    ['convert', 'a.qli', '--to', 'bqm'],
    ['convert', '--to', 'bqm', '--out', 'x'],
    ['convert', 'a.qli', '--to', 'hqf', '--out', 'x'],
    ['convert', 'a.qli', '--to', 'qcc', '--out', 'x', '--dialect', 'm30'],
    ['convert', 'a.qli', '--to', 'dst', '--out', 'x', '--dialect', 'plain'],
    ['convert', 'a.qli', '--to', 'bqm', '--out', 'x', '--mirror', 'z'],
    ['convert', 'a.qli', '--to', 'bqm', '--out', 'x', '--width-mm', '0'],
    ['plan', 'a.qli'],
    ['plan', '--quilt', '60x72in'],
    ['plan', 'a.qli', '--quilt', 'large'],
    ['plan', 'a.qli', '--quilt', '60x72in', '--rows', '0'],
    ['prepare', '--out', 'x.qli'],
    ['prepare', 'a.qli'],
    ['prepare', 'a.qli', 'b.qli', '--out', 'x.qli'],
    ['prepare', 'a.qli', '--out', 'x.hqf'],
    ['prepare', 'a.qli', '--out', 'x.qli', '--width', '12'],
    ['prepare', 'a.qli', '--out', 'x.qli', '--mirror', 'z'],
    ['render', 'a.qli'],
    ['render', 'a.qli', 'b.qli', '--out', 'x.png'],
    ['render', 'a.qli', '--out', 'x.pdf'],
    ['import'],
    ['export', 'id', '--to', 'x'],
    ['export', 'id', '--machine', 'm'],
    ['export', '--machine', 'm', '--to', 'x'],
    ['export', 'id', '--machine', 'm', '--to', 'x', '--existing', 'burn'],
    ['sendings', 'go-on'],
    ['sendings', 'stop', 'x'],
    ['machines', 'all'],
    ['formats', '--limit', '3'],
    ['verify', 'it'],
    ['login'],
    ['login', 'anne'],
    ['sync', 'it'],
    ['status', 'it'],
    ['backup', 'it'],
    ['restore', '--to-day', 'soon'],
    ['save-all'],
    ['duplicates', 'all'],
    ['list', '--limit'],
    ['list', '--library', '--json'],
  ])('%s %s %s %s %s %s %s', async (...args) => {
    const { code, out, err } = await bobbin([...args, '--library', dir])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^.+\\nUse: bobbin ${args[0]!} .*\\n$`))
  })

  test('an empty --library is a mistake, and never the library of somebody else', async () => {
    for (const option of [['--library', ''], ['--library=']]) {
      const { code, out, err } = await bobbin(['list', ...option], { cwd: dir })
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^--library is missing its folder\.\nUse: /)
    }
    expect(readdirSync(dir)).toEqual([])
  })

  test('a command that is none, and none at all', async () => {
    for (const args of [['sew'], [], ['constructor'], ['--json']]) {
      const { code, out, err } = await bobbin(args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('bobbin import PATH...')
    }
  })
})

test('help lists every command, and each says how it is called', async () => {
  const all = await bobbin(['--help'])
  expect((await bobbin(['help'])).out).toBe(all.out)
  expect(all.code).toBe(0)
  for (const name of Object.keys(COMMANDS)) {
    expect(all.out).toContain(`bobbin ${name}`)
    expect((await bobbin([name, '--help'])).out).toMatch(new RegExp(`^Use: bobbin ${name} `))
  }
})

test('machines and formats are tables that say how sure we are', async () => {
  for (const name of ['machines', 'formats']) {
    const rows = (await bobbin([name, '--json'])).json<{ confidence: string; verifiedOnHardware: boolean }[]>()
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      expect(['confirmed', 'reported', 'unknown', 'experimental']).toContain(row.confidence)
      expect(row.verifiedOnHardware).toBe(false)
    }
    expect((await bobbin([name])).out.trim().split('\n')).toHaveLength(rows.length)
  }
})

describe('info', () => {
  test('describes what it can read and what it cannot, and fails only for what is not there', async () => {
    const drawing = join(dir, 'not-a-pattern.dxf')
    writeFileSync(drawing, 'hello')
    const described = await bobbin(['info', drawing, '--json'])
    expect(described.code).toBe(0)
    expect(described.json<unknown[]>()).toEqual([
      expect.objectContaining({
        file: drawing,
        readable: false,
        error: expect.objectContaining({ code: expect.any(String) as string }) as object,
      }),
    ])
    const missing = await bobbin(['info', drawing, join(dir, 'none.qli'), '--json'])
    expect(missing.code).toBe(1)
    expect(missing.json<unknown[]>()).toHaveLength(2)
    expect(missing.err).toBe(`${join(dir, 'none.qli')}: There is no file of this name.\n`)
  })

  test.skipIf(process.platform === 'win32')('does not wait for a pipe, and knows a folder from a device', async () => {
    const pipe = join(dir, 'pipe.qli')
    spawnSync('mkfifo', [pipe])
    const { code, err } = await bobbin(['info', pipe, dir, '/dev/null'])
    expect(code).toBe(1)
    expect(err).toBe(
      [
        `${pipe}: This is not a file but a device or a pipe.`,
        `${dir}: This is a folder. Name the files in it.`,
        '/dev/null: This is not a file but a device or a pipe.\n',
      ].join('\n'),
    )
  })
})

describe('a format that nobody has tried', () => {
  test('is written only when that is asked for, and it says why', async () => {
    const [drawing] = await bobbinFixture()
    const refused = await bobbin(['convert', drawing, '--to', 'iqp', '--out', dir])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('nobody has told us that a machine took a file made by Bobbin')
    const made = await bobbin(['convert', drawing, '--to', 'iqp', '--out', dir, '--experimental', '--json'])
    expect(made.json<{ ok: boolean }[]>()).toMatchObject([{ ok: true }])
  })
})

describe('an empty library', () => {
  test('lists nothing, finds nothing and is whole', async () => {
    expect((await bobbin(['list', '--library', dir, '--json'])).json()).toEqual([])
    expect((await bobbin(['list', '--library', dir])).out).toBe('The library is empty.\n')
    expect((await bobbin(['search', 'rose', '--library', dir, '--json'])).json()).toEqual([])
    expect((await bobbin(['verify', '--library', dir, '--json'])).json()).toEqual({
      originals: { checked: 0, missing: [], damaged: [] },
      database: 'ok',
      fixed: [],
    })
  })

  test('answers a query a line, as many as are asked', async () => {
    const { code, out } = await bobbin(['search', '-', '--library', dir], { input: 'rose\n\n  "feather border" \r\n' })
    expect(code).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as unknown),
    ).toEqual([
      { query: 'rose', ms: expect.any(Number) as number, results: [] },
      { query: '', ms: expect.any(Number) as number, results: [] },
      { query: '  "feather border" ', ms: expect.any(Number) as number, results: [] },
    ])
  })

  test('cannot be where there is a file, or where nothing can be made, and says so', async () => {
    writeFileSync(join(dir, 'file'), 'hers')
    const places = [
      join(dir, 'file'),
      join(dir, 'file', 'below'),
      ...(process.platform === 'linux' ? ['/proc/no'] : []),
    ]
    for (const place of places) {
      const { code, out, err } = await bobbin(['list', '--library', place, '--json'])
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^(?:There is a file where|The folder for your library cannot be made there).+\.\n$/)
    }
    expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('hers')
  })

  test('says in a sentence that a pattern is not there', async () => {
    const { code, out, err } = await bobbin([
      'export',
      'none',
      '--machine',
      'none',
      '--to',
      join(dir, 'stick'),
      '--library',
      dir,
      '--json',
    ])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^[A-Z].+\.\n$/)
  })
})

test("the program itself ends with the command's code and writes its answer whole", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'entry.ts'), ...args], { encoding: 'utf8' })
  const formats = run('formats', '--json')
  expect([formats.status, formats.stderr]).toEqual([0, ''])
  expect(JSON.parse(formats.stdout)).toBeInstanceOf(Array)
  expect(run('formats', '--what').status).toBe(2)
  expect(run('info', join(dir, 'none.qli')).status).toBe(1)
})

async function bobbinFixture(): Promise<[string]> {
  await writeQli(dir, 'Feather.qli', 254)
  return [join(dir, 'Feather.qli')]
}
