import type { FileHead } from './file-head.ts'
import { rootElement } from './root-element.ts'
import type { FormatFacts, FormatRole } from './types.ts'

/** A kind of file Bobbin knows and does not open as a pattern. */
interface Kind extends FormatFacts {
  /** Whether the beginning of a file proves it to be of this kind. Without it the name decides. */
  readonly sniff?: (head: FileHead) => boolean
}

const SIBLING = 'Use a QLI, DXF or SVG file of the same pattern instead.'

/** What else lies in the folders of a quilter: patterns that only their own program opens, pictures, papers, packed files. */
export const otherKinds = {
  csq: locked(
    'CreativeStudio (CSQ)',
    'Gammill CreativeStudio',
    'csq',
    'Use the QLI or DXF file of the same pattern instead.',
  ),
  ans: {
    ...locked(
      'Art & Stitch project (ANS)',
      'Art & Stitch',
      'ans',
      'Use the QLI, BQM or SVG file of the same pattern instead.',
    ),
    sniff: begins(0x58, 0x25, 0x14, 0x00),
  },
  '4dq': { ...locked('4DQ', 'Viking and Pfaff', '4dq', SIBLING), sniff: begins('%GPFVSM%') },
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
    sniff: head => head.startsWith('AC10') && isDigit(head.bytes[4]) && isDigit(head.bytes[5]),
  },
  txt: beside('Text', 'document', 'txt'),
  csv: beside('Table (CSV)', 'catalogue', 'csv'),
  gif: { ...beside('Picture (GIF)', 'picture', 'gif'), sniff: begins('GIF8') },
  jpg: { ...beside('Picture (JPG)', 'picture', 'jpg', 'jpeg', 'jpe'), sniff: begins(0xff, 0xd8, 0xff) },
  png: {
    ...beside('Picture (PNG)', 'picture', 'png'),
    sniff: begins(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a),
  },
  bmp: {
    ...beside('Picture (BMP)', 'picture', 'bmp'),
    // "BM" alone begins many a note; the four reserved bytes of a bitmap are zero.
    sniff: head => head.startsWith('BM') && head.bytes.length > 26 && head.holdsAt(6, 0, 0, 0, 0),
  },
  webp: {
    ...beside('Picture (WEBP)', 'picture', 'webp'),
    sniff: head => head.startsWith('RIFF') && head.holdsAt(8, 'WEBP'),
  },
  wmf: { ...beside('Picture (WMF)', 'picture', 'wmf', 'emf'), sniff: isMetafile },
  pdf: { ...beside('Printed page (PDF)', 'document', 'pdf'), sniff: begins('%PDF-') },
  html: { ...beside('Web page', 'other', 'html', 'htm'), sniff: head => rootElement(head.text) === 'html' },
  zip: {
    ...beside('ZIP', 'archive', 'zip'),
    sniff: head =>
      head.startsWith('PK') &&
      [
        [3, 4],
        [5, 6],
        [7, 8],
      ].some(mark => head.holdsAt(2, ...mark)),
  },
  unknown: beside('Unknown', 'other'),
} satisfies Readonly<Record<string, Kind>>

/** @param instead what the owner can use; the sentence begins by saying that this file cannot be opened */
function locked(name: string, machine: string, extension: string, instead: string): Kind {
  const insteadUse = `Only its own program opens ${extension.toUpperCase()} files. ${instead}`
  return { name, machine, extensions: [extension], role: 'locked', read: 'no', write: 'no', insteadUse }
}

function beside(name: string, role: FormatRole, ...extensions: string[]): Kind {
  return { name, machine: '', extensions, role, read: 'no', write: 'no' }
}

function begins(...magic: readonly (string | number)[]): (head: FileHead) => boolean {
  return head => head.startsWith(...magic)
}

function isMetafile(head: FileHead): boolean {
  return (
    head.startsWith(0xd7, 0xcd, 0xc6, 0x9a) ||
    head.startsWith(0x01, 0x00, 0x09, 0x00) ||
    head.startsWith(0x02, 0x00, 0x09, 0x00) ||
    (head.startsWith(0x01, 0x00, 0x00, 0x00) && head.holdsAt(40, ' EMF'))
  )
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}
