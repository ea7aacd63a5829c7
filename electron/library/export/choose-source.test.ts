import { describe, expect, test } from 'vitest'
import type { FormatId } from '#shared/formats/types.ts'
import type { BundleFile, FormatAbilities, PatternToSend } from './bundle.ts'
import { chooseSource } from './choose-source.ts'
import { MACHINES, machineById } from './machines/catalogue.ts'

const abilities: FormatAbilities = {
  reads: format => ['qli', 'bqm', 'dxf', 'svg'].includes(format),
  writes: format => ['qli', 'bqm', 'dxf', 'svg'].includes(format),
  extensions: format => [format],
  writtenExtension: format => format,
  isExperimental: () => false,
  isClosed: format => ['hqf', 'csq', 'pat', 'mqr', 'ssd'].includes(format),
}

function file(format: FormatId, more: Partial<BundleFile> = {}): BundleFile {
  const closed = abilities.isClosed(format)
  return {
    hash: `hash of ${format}`,
    name: `plume.${format}`,
    format,
    role: closed ? 'locked' : 'design',
    bytes: 1,
    outcome: closed ? 'locked' : 'read',
    facts: null,
    curves: 0,
    ...more,
  }
}

function pattern(files: BundleFile[], more: Partial<PatternToSend> = {}): PatternToSend {
  return { id: 'p', name: 'Plume', designer: null, kind: 'motif', isTrashed: false, mainHash: null, files, ...more }
}

function chosen(machineId: string, files: BundleFile[], more: Partial<PatternToSend> = {}) {
  const source = chooseSource(pattern(files, more), machineById(machineId)!, abilities)
  return source.kind === 'skip' ? source.code : `${source.kind} ${source.file.format} as ${source.accepted.format}`
}

const stated = { size: 'stated', points: 1, runs: 1, pauses: 0, widthMm: 1, heightMm: 1, startY: 0, endY: 0 } as const

describe('which file a machine gets', () => {
  test("the designer's own file in the machine's own format, before anything converted", () => {
    expect(chosen('gammill-statler', [file('dxf'), file('qli'), file('svg')])).toBe('original qli as qli')
    expect(chosen('hq-pro-stitcher', [file('qli'), file('hqf')])).toBe('original hqf as hqf')
    expect(chosen('gammill-statler', [file('csq'), file('dxf')])).toBe('original csq as csq')
  })

  test("one made in the machine's favourite format, before the designer's file in a lesser one", () => {
    expect(chosen('gammill-statler', [file('dxf')])).toBe('converted dxf as qli')
  })

  test('a format Bobbin cannot write is passed on when it is there, else the next accepted one is made', () => {
    expect(chosen('innova-autopilot', [file('pat')])).toBe('original pat as pat')
    expect(chosen('innova-autopilot', [file('qli')])).toBe('converted qli as dxf')
    expect(chosen('hq-pro-stitcher', [file('dxf')])).toBe('converted dxf as qli')
  })

  test('made from the file with a true size, then from the one she sees, then from the one with true arcs', () => {
    expect(chosen('bernina-q-matic', [file('dxf'), file('svg', { facts: stated })])).toBe('converted svg as bqm')
    expect(chosen('bernina-q-matic', [file('qli'), file('svg')], { mainHash: 'hash of svg' })).toBe(
      'converted svg as bqm',
    )
    expect(chosen('bernina-q-matic', [file('qli'), file('dxf', { curves: 9 })])).toBe('converted dxf as bqm')
    expect(chosen('bernina-q-matic', [file('dxf'), file('qli')])).toBe('converted qli as bqm')
  })

  test('a file that Bobbin could not read is not passed on as if it were good', () => {
    const damaged = file('qli', { outcome: 'unreadable' })
    expect(chosen('gammill-statler', [damaged, file('svg')])).toBe('converted svg as qli')
    expect(chosen('gammill-statler', [damaged])).toBe('pattern-unreadable')
  })

  test('a file locked to her machine goes as it is, an open one before it', () => {
    const locked = file('qli', { role: 'locked', outcome: 'locked', hash: 'locked', name: 'a.qli' })
    expect(chosen('gammill-statler', [locked])).toBe('original qli as qli')
    expect(chooseSource(pattern([locked, file('qli')]), machineById('gammill-statler')!, abilities)).toMatchObject({
      file: { hash: 'hash of qli' },
    })
  })
})

/** A machine that takes nothing Bobbin can write. */
const ONLY_CLOSED = (() => {
  const statler = machineById('gammill-statler')!
  const [own] = statler.formats
  return { ...statler, formats: [{ ...own!, format: 'hqf' as const }] }
})()

describe('versions she prepared', () => {
  const version = file('svg', { hash: 'version', isVersion: true, facts: stated })

  test('stay at home unless she chose one, however good they are', () => {
    expect(chosen('bernina-q-matic', [file('qli'), version])).toBe('converted qli as bqm')
    expect(chosen('gammill-statler', [file('qli'), version])).toBe('original qli as qli')
  })

  test('go before everything the designer made once she chose one', () => {
    expect(chosen('gammill-statler', [file('qli'), version], { chosen: version })).toBe('converted svg as qli')
    expect(chosen('hq-pro-stitcher', [file('hqf'), version], { chosen: version })).toBe('converted svg as qli')
  })

  test('that a machine cannot get are said to be so, and the original is one press away', () => {
    const source = chooseSource(pattern([version], { chosen: version }), ONLY_CLOSED, abilities)
    expect(source).toMatchObject({ kind: 'skip', code: 'version-not-for-machine' })
    expect(source.kind === 'skip' && source.message).toContain('Choose the original again')
  })
})

describe('why a pattern stays at home', () => {
  test.each<[string, string, BundleFile[], Partial<PatternToSend>]>([
    ['locked to another machine', 'pattern-locked-to-machine', [file('qli', { outcome: 'locked' })], {}],
    ['only a format its own program opens', 'no-file-for-machine', [file('hqf')], {}],
    ['in the trash', 'in-trash', [file('bqm')], { isTrashed: true }],
    ['only a picture', 'no-stitching', [file('jpg', { role: 'picture', outcome: 'not-a-design' })], {}],
  ])('%s', (_, code, files, more) => {
    expect(chosen('bernina-q-matic', files, more)).toBe(code)
  })

  test('the machine takes one format only, nobody can make it, and the pattern has none', () => {
    const source = chooseSource(pattern([file('qli')]), machineById('quiltez')!, abilities)
    expect(source).toMatchObject({ kind: 'skip', code: 'no-file-for-machine' })
    expect(source.kind === 'skip' && source.message).toBe(
      'The QuiltEZ Quilt Butler (Grace frames) takes QCC. This pattern has no such file, and Bobbin cannot make one.',
    )
  })
})

describe('the list of machines', () => {
  test('names each machine once, says what is known and from whom, and claims no test on a machine', () => {
    expect(new Set(MACHINES.map(machine => machine.id)).size).toBe(MACHINES.length)
    for (const machine of MACHINES) {
      expect(machine.formats.length).toBeGreaterThan(0)
      expect(machine.verifiedOnHardware).toBe(false)
      expect(machine.source).not.toBe('')
      expect(machine.remark).toMatch(/stitch a test first\.$/)
    }
  })
})
