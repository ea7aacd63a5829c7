import { expect, test } from 'vitest'
import { formatOf } from '#shared/formats/registry.ts'
import { MACHINES, machineById } from './catalogue.ts'

/** The machines of the format notes, each with the formats said of it in the order Bobbin prefers them. */
test.each([
  ['gammill-statler', 'qli csq dxf', 'reported', 'send'],
  ['gammill-precisionstitch', 'qli', 'reported', 'send'],
  ['gammill-ascend-elevate', 'qli', 'reported', 'warn'],
  ['hq-pro-stitcher', 'hqf hqv qli pointlist dxf', 'reported', 'warn'],
  ['hq-pro-stitcher-lite', 'hqf hqv qli', 'unknown', 'warn'],
  ['hq-fusion', 'hqf qli pointlist', 'reported', 'warn'],
  ['babylock-juki-pro-stitcher', 'hqf hqv qli', 'unknown', 'warn'],
  ['bernina-q-matic', 'bqm', 'reported', 'send'],
  ['intelliquilter', 'iqp dxf', 'reported', 'warn'],
  ['apqs-quilt-path', 'dxf', 'unknown', 'warn'],
  ['innova-autopilot', 'pat dxf', 'reported', 'warn'],
  ['grace-qct', 'dxf', 'reported', 'warn'],
  ['quiltez', 'qcc', 'reported', 'warn'],
  ['qbot', 'plt', 'reported', 'send'],
  ['pc-quilter', 'pointlist', 'reported', 'warn'],
  ['compuquilter', 'cqp', 'reported', 'send'],
  ['machine-quilting-robot', 'mqr', 'reported', 'warn'],
  ['side-saddle', 'ssd', 'reported', 'warn'],
  ['embroidery', 'pes dst', 'reported', 'send'],
  ['janome-embroidery', 'jef dst', 'reported', 'send'],
  ['bernina-melco-embroidery', 'exp dst', 'reported', 'send'],
])('the %s takes %s', (id, formats, confidence, onPieces) => {
  const machine = machineById(id)
  expect(machine?.formats.map(({ format }) => format).join(' ')).toBe(formats)
  expect(machine).toMatchObject({ confidence, onPieces })
})

test('no file name, folder or limit is claimed as a fact: all are within what FAT32 and Windows hold', () => {
  for (const { names, folders, limits } of MACHINES) {
    expect(names.longest).toBeLessThanOrEqual(32)
    expect(names.marks).toBe(' -_')
    expect(folders.mostFiles).toBeLessThanOrEqual(500)
    expect(limits.smallestMm).toBeLessThan(limits.highestMm)
  }
})

test('a way of writing named for a machine is one that the format has', () => {
  for (const { id, formats } of MACHINES) {
    for (const { format, write } of formats) {
      const ways = formatOf(format)?.dialects?.map(dialect => dialect.id)
      if (write?.dialect !== undefined && ways) expect(ways, `${id} ${format}`).toContain(write.dialect)
    }
  }
})
