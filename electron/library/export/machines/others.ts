import { accepts, BOBBIN_DEFAULTS, own, preset } from './preset.ts'

const FORMAT_SEEN = 'pystitch, pyembroidery, real files'

/** Our choice and no machine's fact: about the largest hoop sold for a home machine. She sets her own hoop. */
const HOOP = { ...BOBBIN_DEFAULTS.limits, smallestMm: 10, widestMm: 360, highestMm: 240 } as const

/** Embroidery machines, and two entries for owners whose machine is not in the list. */
export const OTHERS = [
  preset({
    id: 'embroidery',
    name: 'Baby Lock, Brother or Juki embroidery machine',
    formats: [own('pes', 'confirmed', FORMAT_SEEN), accepts('dst', 'confirmed', FORMAT_SEEN)],
    confidence: 'reported',
    source: 'documentation of the embroidery formats',
    remark: 'Takes PES and DST. The hoop limits the size of the pattern: set yours below.',
    pieces: 'yes',
    unit: 'mm',
    limits: HOOP,
  }),
  preset({
    id: 'janome-embroidery',
    name: 'Janome embroidery machine',
    formats: [
      own('jef', 'confirmed', FORMAT_SEEN),
      accepts('dst', 'unknown', 'nothing public; DST is the common exchange format of embroidery'),
    ],
    confidence: 'reported',
    source: 'documentation of the embroidery formats',
    remark: 'Its own format is JEF, which knows hoops up to 200 by 200 mm: set yours below.',
    pieces: 'yes',
    unit: 'mm',
    limits: { ...HOOP, widestMm: 200, highestMm: 200 },
  }),
  preset({
    id: 'bernina-melco-embroidery',
    name: 'Bernina or Melco embroidery machine',
    formats: [
      own('exp', 'confirmed', FORMAT_SEEN),
      accepts('dst', 'unknown', 'nothing public; DST is the common exchange format of embroidery'),
    ],
    confidence: 'reported',
    source: 'documentation of the embroidery formats',
    remark: 'Its own format is EXP, which says nothing of a hoop: set yours below.',
    pieces: 'yes',
    unit: 'mm',
    limits: HOOP,
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
