import type { FormatId, FormatInfo, FormatRole } from './types.ts'

/**
 * Every kind of file Bobbin knows by name. What is known of each, and how surely, stands on its page of the format notes; `read`
 * and `write` give that confidence, the registry says what is built. Nothing here was verified on a machine.
 */
export function formatInfo(id: FormatId): FormatInfo {
  return catalogue[id]
}

export function allFormats(): readonly FormatInfo[] {
  return Object.values(catalogue)
}

/** The format a file's extension stands for, when nothing in the file says better; `unknown` for no or a strange extension. */
export function formatOfExtension(extension: string): FormatId {
  return byExtension.get(extension) ?? 'unknown'
}

/** The extension a file is written with: that of a dialect which is named like one of them, else the first. */
export function writtenExtension(id: FormatId, dialect?: string): string {
  const { extensions } = formatInfo(id)
  return extensions.find(extension => extension === dialect) ?? extensions[0] ?? id
}

/** Lower case, without the dot; empty when there is none. Only the last one counts: `feather.v2.qli` is a `qli`. */
export function extensionOf(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

type Facts = Omit<FormatInfo, 'id' | 'verifiedOnHardware'>

function design(
  name: string,
  machine: string,
  extensions: readonly string[],
  read: FormatInfo['read'],
  write: FormatInfo['write'],
): Facts {
  return { name, machine, extensions, role: 'design', read, write }
}

/** @param instead what the owner can use; the sentence begins by saying that this file cannot be opened */
function locked(name: string, machine: string, extension: string, instead: string): Facts {
  const insteadUse = `Only its own program opens ${extension.toUpperCase()} files. ${instead}`
  return { name, machine, extensions: [extension], role: 'locked', read: 'no', write: 'no', insteadUse }
}

function beside(name: string, role: FormatRole, ...extensions: string[]): Facts {
  return { name, machine: '', extensions, role, read: 'no', write: 'no' }
}

const SIBLING = 'Use a QLI, DXF or SVG file of the same pattern instead.'

// In this order an extension belongs to the first format that lists it: a .txt is prose and a .csv a table of names until every
// line of it proves to be two numbers.
const facts: Record<FormatId, Facts> = {
  qli: design('Gammill Statler (QLI)', 'Gammill Statler, CreativeStudio', ['qli'], 'confirmed', 'confirmed'),
  bqm: design('Bernina Q-matic (BQM)', 'Bernina Q-matic', ['bqm'], 'confirmed', 'confirmed'),
  dxf: design('Drawing exchange (DXF)', 'Most machines and drawing programs', ['dxf'], 'confirmed', 'confirmed'),
  svg: design('Drawing (SVG)', 'Drawing programs', ['svg', 'svgz'], 'confirmed', 'confirmed'),
  txt: beside('Text', 'document', 'txt'),
  csv: beside('Table (CSV)', 'catalogue', 'csv'),
  plt: later(design('QBOT and plotters (PLT)', 'QBOT', ['plt', 'hpgl', 'hpg'], 'confirmed', 'confirmed')),
  qcc: later(design('QuiltEZ (QCC)', 'QuiltEZ Quilt Butler', ['qcc'], 'confirmed', 'confirmed')),
  iqp: later(design('IntelliQuilter (IQP)', 'IntelliQuilter', ['iqp'], 'confirmed', 'experimental')),
  pointlist: design('PC Quilter point list (TXT, XY)', 'PC Quilter', ['txt', 'xy', 'csv'], 'confirmed', 'confirmed'),
  cqp: design('CompuQuilter (CQP, CMD)', 'CompuQuilter', ['cqp', 'cmd'], 'confirmed', 'experimental'),
  tap: design('G-code (TAP)', 'Mach-type controllers', ['tap'], 'confirmed', 'no'),
  qdata: design('QDATA', '', ['qdata'], 'confirmed', 'no'),
  emcsv: design('Embroidermodder table (CSV)', 'Embroidery programs', ['csv'], 'confirmed', 'no'),
  dst: later(design('Tajima embroidery (DST)', 'Embroidery machines', ['dst'], 'confirmed', 'confirmed')),
  exp: later(design('Melco embroidery (EXP)', 'Embroidery machines', ['exp'], 'confirmed', 'confirmed')),
  jef: later(design('Janome embroidery (JEF)', 'Embroidery machines', ['jef'], 'confirmed', 'confirmed')),
  pes: later(design('Brother embroidery (PES)', 'Baby Lock and Brother', ['pes'], 'confirmed', 'confirmed')),
  pec: later(design('Brother embroidery (PEC)', 'Baby Lock and Brother', ['pec'], 'confirmed', 'confirmed')),
  csq: locked(
    'CreativeStudio (CSQ)',
    'Gammill CreativeStudio',
    'csq',
    'Use the QLI or DXF file of the same pattern instead.',
  ),
  ans: locked(
    'Art & Stitch project (ANS)',
    'Art & Stitch',
    'ans',
    'Use the QLI, BQM or SVG file of the same pattern instead.',
  ),
  '4dq': locked('4DQ', 'Viking and Pfaff', '4dq', SIBLING),
  hqf: locked(
    'Handi Quilter Pro-Stitcher (HQF)',
    'Handi Quilter Pro-Stitcher',
    'hqf',
    'Use the QLI file of the same pattern instead.',
  ),
  hqv: locked('Handi Quilter Pro-Stitcher (HQV)', 'Handi Quilter Pro-Stitcher', 'hqv', SIBLING),
  gpf: locked('GPF', '', 'gpf', SIBLING),
  ess: locked('ESS', 'Gammill CreativeStudio', 'ess', 'Use the QLI or DXF file of the same pattern instead.'),
  mqr: locked('Machine Quilting Robot (MQR)', 'Machine Quilting Robot', 'mqr', SIBLING),
  ssd: locked('Side Saddle (SSD)', 'Quilting Solutions Side Saddle', 'ssd', SIBLING),
  pat: locked(
    'Innova AutoPilot (PAT)',
    'ABM / Innova AutoPilot',
    'pat',
    'Use the DXF file of the same pattern instead.',
  ),
  iqa: locked('IQA', '', 'iqa', SIBLING),
  qct: locked('QCT', "Quilter's Creative Touch", 'qct', SIBLING),
  dwg: {
    ...beside('AutoCAD drawing (DWG)', 'other', 'dwg'),
    insteadUse: 'Bobbin cannot open DWG files. Save the drawing as DXF and bring that in instead.',
  },
  gif: beside('Picture (GIF)', 'picture', 'gif'),
  jpg: beside('Picture (JPG)', 'picture', 'jpg', 'jpeg', 'jpe'),
  png: beside('Picture (PNG)', 'picture', 'png'),
  bmp: beside('Picture (BMP)', 'picture', 'bmp'),
  webp: beside('Picture (WEBP)', 'picture', 'webp'),
  wmf: beside('Picture (WMF)', 'picture', 'wmf', 'emf'),
  pdf: beside('Printed page (PDF)', 'document', 'pdf'),
  html: beside('Web page', 'other', 'html', 'htm'),
  zip: beside('ZIP', 'archive', 'zip'),
  unknown: beside('Unknown', 'other'),
}

/** A format whose structure is known and whose reader is still to come. */
function later(format: Facts): Facts {
  const name = format.extensions[0]?.toUpperCase() ?? format.name
  return { ...format, insteadUse: `Bobbin cannot open ${name} files yet. ${SIBLING}` }
}

const catalogue = Object.fromEntries(
  Object.entries(facts).map(([id, format]) => [id, { id, ...format, verifiedOnHardware: false }]),
) as Record<FormatId, FormatInfo>

const byExtension = new Map<string, FormatId>()
for (const { id, extensions } of Object.values(catalogue)) {
  for (const extension of extensions) if (!byExtension.has(extension)) byExtension.set(extension, id)
}
