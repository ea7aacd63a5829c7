import { accepts, own, preset } from './preset.ts'

/** Embroidery machines, and two entries for owners whose machine is not in the list. */
export const OTHERS = [
  preset({
    id: 'embroidery',
    name: 'Baby Lock, Brother or Juki embroidery machine',
    formats: [
      own('pes', 'confirmed', 'pystitch, pyembroidery, real files'),
      accepts('dst', 'confirmed', 'pystitch, pyembroidery, real files'),
    ],
    confidence: 'reported',
    source: 'documentation of the embroidery formats',
    remark: 'Takes PES and DST. The hoop limits the size of the pattern.',
    pieces: 'yes',
    unit: 'mm',
  }),
  preset({
    id: 'any-dxf',
    name: 'Another machine or program that takes DXF',
    formats: [accepts('dxf', 'unknown', "the machine's own manual", { dialect: 'polyline' })],
    confidence: 'unknown',
    source: "the machine's own manual",
    remark: "DXF is what most programs can exchange. Look in your machine's manual whether it does.",
    pieces: 'unknown',
  }),
  preset({
    id: 'any-svg',
    name: 'A drawing program (SVG)',
    formats: [accepts('svg', 'confirmed', 'W3C standard')],
    confidence: 'confirmed',
    source: 'W3C standard',
    remark: 'Inkscape and other drawing programs open SVG. No longarm is known to.',
    pieces: 'yes',
  }),
]
