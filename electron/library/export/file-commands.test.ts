import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { loadImage } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { convertFiles } from './convert-files.ts'
import { describeFiles } from './describe-files.ts'
import { renderFile } from './render-file.ts'

const FIXTURES = join(import.meta.dirname, '../../../shared/formats/fixtures')
const DRAGONS = join(FIXTURES, 'stitchables/border - viking stylized dragons v1.qli')
const LONGSHIP = join(FIXTURES, 'stitchables/e2e - viking longship v2.bqm')
const LINE_ARC = join(FIXTURES, 'generated/line-arc.qli')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bobbin-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('info', () => {
  test('tells size, stitching, start and end of a pattern in millimetres', async () => {
    const [line] = await describeFiles([LINE_ARC])
    expect(line).toMatchObject({
      file: LINE_ARC,
      format: 'qli',
      detectedBy: 'content',
      readable: true,
      locked: false,
      runs: 1,
      jumps: 0,
      pauses: 0,
      closed: false,
      start: [0, 0],
    })
    expect(line?.widthMm).toBeCloseTo(1.5 * 25.4, 3)
    expect(line?.heightMm).toBeCloseTo(25.4, 3)
    expect(line?.stitchedLengthMm).toBeCloseTo(25.4 + 12.7 * Math.PI, 3)
  })

  test('tells what is wrong with a file in one plain sentence, and goes on with the next', async () => {
    const broken = join(folder, 'broken.qli')
    const locked = join(folder, 'locked.qli')
    const closed = join(folder, 'feather.hqf')
    writeFileSync(broken, '#CAD2DMC\nCS\nVMXY\nVP 1000\nEN\n')
    writeFileSync(locked, Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 37) % 256)))
    writeFileSync(closed, Buffer.from([1, 2, 3, 0, 255]))
    const answers = await describeFiles([broken, locked, closed, join(folder, 'gone.qli'), folder, LINE_ARC])
    expect(
      answers.map(({ format, readable, locked, error }) => [format, readable, locked, error?.code ?? null]),
    ).toEqual([
      ['qli', false, false, expect.any(String)],
      ['qli', false, true, 'not-text'],
      ['hqf', false, true, 'locked-format'],
      ['qli', false, false, 'file-missing'],
      ['unknown', false, false, 'not-a-file'],
      ['qli', true, false, null],
    ])
    expect(answers[0]?.error?.line).toBe(4)
  })
})

describe('convert', () => {
  test('writes what stitches the same, and measures how much it strays', async () => {
    const [answer] = await convertFiles({ files: [DRAGONS], to: 'bqm', out: join(folder, 'new/deep') })
    expect(answer).toMatchObject({
      from: DRAGONS,
      to: join(folder, 'new/deep/border - viking stylized dragons v1.bqm'),
      ok: true,
    })
    expect(answer?.maxDeviationMm).toBeLessThan(0.02)
    expect(answer?.points).toBeGreaterThan(100)
    const [there] = await describeFiles([answer!.to!])
    const [before] = await describeFiles([DRAGONS])
    expect(there?.stitchedLengthMm).toBeCloseTo(before!.stitchedLengthMm!, 0)
  })

  test('sizes, turns and mirrors', async () => {
    const options = { to: 'bqm', out: folder } as const
    await convertFiles({ ...options, files: [LINE_ARC], widthMm: 100, rotateDegrees: 90, mirror: 'x' })
    const [made] = await describeFiles([join(folder, 'line-arc.bqm')])
    expect(made?.widthMm).toBeCloseTo(100, 2)
    expect(made?.heightMm).toBeCloseTo(150, 2)
    // To the right, mirrored to the left, turned a quarter to the left: down.
    expect(made!.end![1]).toBeLessThan(0)
  })

  test('what loses its size gets it in words beside, and the extension of what was asked for', async () => {
    const [answer] = await convertFiles({ files: [LINE_ARC], to: 'pointlist', dialect: 'csv', out: folder })
    expect(answer).toMatchObject({ to: join(folder, 'line-arc.csv'), ok: true })
    expect(answer?.warnings.map(warning => warning.code)).toContain('size-lost')
    expect(answer?.maxDeviationMm).toBeLessThan(0.05)
    expect(readFileSync(join(folder, 'line-arc notes.txt'), 'utf8')).toMatch(/[\d.]+ inches wide .* mm\)/)
  })

  test('for a machine keeps to its names and says what may go wrong there', async () => {
    const source = join(folder, 'Größe & Söhne mit einem sehr langen Namen.bqm')
    copyFileSync(LONGSHIP, source)
    const [answer] = await convertFiles({
      files: [source],
      to: 'qli',
      machineId: 'gammill-ascend-elevate',
      out: join(folder, 'out'),
      widthMm: 5,
    })
    expect(answer?.to).toBe(join(folder, 'out/Grosse and Sohne mit einem sehr.qli'))
    expect(answer?.warnings.map(warning => warning.code)).toContain('very-small')
    const [other] = await convertFiles({ files: [source], to: 'bqm', machineId: 'gammill-statler', out: folder })
    expect(other?.warnings).toContainEqual({
      code: 'format-not-for-machine',
      message: 'Nothing says that the Gammill Statler, CreativeStudio takes BQM.',
    })
  })

  test('goes on after a file that cannot be read, and leaves nothing of it', async () => {
    const broken = join(folder, 'broken.qli')
    writeFileSync(broken, 'nothing')
    const out = join(folder, 'out')
    const answers = await convertFiles({ files: [broken, join(folder, 'gone.qli'), LINE_ARC], to: 'bqm', out })
    expect(answers.map(answer => [answer.ok, answer.to === null, answer.error === undefined])).toEqual([
      [false, true, false],
      [false, true, false],
      [true, false, true],
    ])
    expect(readdirSync(out)).toEqual(['line-arc.bqm'])
  })

  test('never takes the place of a source, and gives two sources of one name a result each', async () => {
    mkdirSync(join(folder, 'a'))
    const [one, two] = [join(folder, 'line.qli'), join(folder, 'a/line.qli')]
    copyFileSync(LINE_ARC, one)
    copyFileSync(LINE_ARC, two)
    const answers = await convertFiles({ files: [one, two], to: 'qli', out: folder })
    expect(answers.map(answer => answer.to)).toEqual([join(folder, 'line 2.qli'), join(folder, 'line 3.qli')])
    expect(readFileSync(one)).toEqual(readFileSync(LINE_ARC))
  })

  test('takes a result away that strays more than was allowed', async () => {
    const [answer] = await convertFiles({ files: [LONGSHIP], to: 'qli', out: folder, toleranceMm: 0.0001 })
    expect(answer).toMatchObject({ ok: false, to: null, error: { code: 'check-failed' } })
    expect(answer?.maxDeviationMm).toBeGreaterThan(0.0001)
    expect(readdirSync(folder)).toEqual([])
  })

  test('says so when Bobbin cannot make the format, or does not know the machine', async () => {
    expect((await convertFiles({ files: [LINE_ARC], to: 'hqf', out: folder }))[0]?.error?.code).toBe(
      'format-not-written',
    )
    await expect(convertFiles({ files: [], to: 'qli', out: folder, machineId: 'loom' })).rejects.toMatchObject({
      code: 'machine-unknown',
    })
  })
})

describe('render', () => {
  test.each(['png', 'webp'])('draws a %s of the size asked for', async kind => {
    const out = join(folder, `dragons.${kind}`)
    const drawn = await renderFile({ file: DRAGONS, out, sizePx: 300 })
    expect(drawn).toEqual({ file: DRAGONS, out, width: 300, height: expect.any(Number) as number })
    const image = await loadImage(out)
    expect([image.width, image.height]).toEqual([drawn.width, drawn.height])
  })

  test('draws an SVG in black with a green start, a red end and dashed travel', async () => {
    const out = join(folder, 'dragons.svg')
    await renderFile({ file: DRAGONS, out })
    const svg = readFileSync(out, 'utf8')
    expect(svg).toContain('width="1024"')
    expect(svg).toMatch(/<path d="M[^"]*A[^"]*" [^>]*stroke="#000000"/)
    expect(svg).toContain('stroke-dasharray')
    expect(svg).toContain('<circle')
    expect(svg).toContain('<title>border - viking stylized dragons v1</title>')
  })

  test('does not draw over the pattern, into an unknown kind of picture, or in a size no screen has', async () => {
    const file = join(folder, 'line.svg')
    copyFileSync(LINE_ARC, file)
    await expect(renderFile({ file, out: file })).rejects.toMatchObject({ code: 'would-overwrite-source' })
    await expect(renderFile({ file, out: join(folder, 'x.bmp') })).rejects.toMatchObject({
      code: 'picture-kind-unknown',
    })
    await expect(renderFile({ file, out: join(folder, 'x.png'), sizePx: 1e6 })).rejects.toMatchObject({
      code: 'size-not-possible',
    })
  })

  test('says why a file cannot be drawn', async () => {
    const file = join(folder, 'broken.qli')
    writeFileSync(file, gzipSync('x').subarray(0, 12))
    await expect(renderFile({ file, out: join(folder, 'x.png') })).rejects.toMatchObject({ code: 'file-damaged' })
  })
})
