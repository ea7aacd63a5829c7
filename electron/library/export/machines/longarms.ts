import { accepts, own, preset } from './preset.ts'

const DXF_GUESS = 'nothing public; DXF is the common exchange format'

/** The other quilting systems, one entry each. */
export const LONGARMS = [
  preset({
    id: 'bernina-q-matic',
    name: 'Bernina Q-matic',
    formats: [own('bqm', 'confirmed', '19 real BQM files examined')],
    confidence: 'reported',
    source: 'the format from real files; that the Q-matic takes it, from a blog (thequiltquine)',
    remark: 'Takes BQM. Patterns in several pieces are normal in real files.',
    pieces: 'yes',
  }),
  preset({
    id: 'intelliquilter',
    name: 'IntelliQuilter (also on APQS, Nolting and Innova)',
    formats: [
      own('iqp', 'reported', 'inkstitch issue 2107, pystitch'),
      accepts('dxf', 'unknown', 'a blog of 2009 says DXF worked with IQ designers on the PC', { dialect: 'polyline' }),
    ],
    confidence: 'reported',
    source: 'inkstitch issue 2107; chubbymother blog, 2009',
    remark:
      'Its own format is IQP, known only from programs that read it. DXF worked for an owner in 2009; nothing newer is public.',
    pieces: 'unknown',
  }),
  preset({
    id: 'apqs-quilt-path',
    name: 'APQS Quilt Path',
    formats: [accepts('dxf', 'unknown', DXF_GUESS, { dialect: 'polyline' })],
    confidence: 'unknown',
    source: 'nothing public',
    remark: 'Nothing public says what it takes; DXF is the safe guess.',
    pieces: 'unknown',
  }),
  preset({
    id: 'innova-autopilot',
    name: 'Innova AutoPilot',
    formats: [
      own('pat', 'reported', 'inkstitch issue 2107: "PAT - ABM AutoPilot"'),
      accepts('dxf', 'unknown', DXF_GUESS, { dialect: 'polyline' }),
    ],
    confidence: 'reported',
    source: 'inkstitch issue 2107',
    remark: 'Its own format is PAT, which Bobbin passes on but cannot write. Whether it takes DXF is not known.',
    pieces: 'unknown',
  }),
  preset({
    id: 'grace-qct',
    name: "Grace Quilter's Creative Touch, QuiltMotion",
    formats: [
      accepts(
        'dxf',
        'reported',
        'a LINE-only DXF is its own export; that it reads one, the author of Quiltscape reports',
        {
          dialect: 'lines',
          lineEnd: 'crlf',
        },
      ),
    ],
    confidence: 'reported',
    source: 'metzdigital/Quiltscape',
    remark: 'Takes DXF made of straight lines only. It asks for the size by itself.',
    pieces: 'unknown',
  }),
  preset({
    id: 'quiltez',
    name: 'QuiltEZ Quilt Butler (Grace frames)',
    formats: [own('qcc', 'reported', 'inkstitch/pystitch')],
    confidence: 'reported',
    source: 'inkstitch/pystitch',
    remark: 'Its own format is QCC, which cannot lift the needle. Nothing says that it takes anything else.',
    pieces: 'unknown',
  }),
  preset({
    id: 'qbot',
    name: 'QBOT',
    formats: [own('plt', 'reported', 'inkstitch/pystitch', { dialect: 'qbot' })],
    confidence: 'reported',
    source: 'inkstitch/pystitch, HPGL references',
    remark: 'Its own format is PLT. Pen up between pieces is part of the format.',
    pieces: 'yes',
    unit: 'mm',
  }),
  preset({
    id: 'pc-quilter',
    name: 'PC Quilter',
    formats: [own('pointlist', 'reported', 'metzdigital/Quiltscape')],
    confidence: 'reported',
    source: 'metzdigital/Quiltscape',
    remark:
      'Its own format is a TXT list of points. It holds no size and cannot lift the needle. Nothing says that it takes anything else.',
    pieces: 'unknown',
  }),
  preset({
    id: 'compuquilter',
    name: 'CompuQuilter',
    formats: [own('cqp', 'reported', 'metzdigital/Quiltscape')],
    confidence: 'reported',
    source: 'metzdigital/Quiltscape',
    remark:
      'Its own formats are CQP and CMD, seen from one program only. They hold no size: a text beside says it. Nothing says that it takes anything else.',
    pieces: 'yes',
  }),
  preset({
    id: 'machine-quilting-robot',
    name: 'Machine Quilting Robot',
    formats: [own('mqr', 'reported', 'quilting-tidbits, inkstitch issue 2107')],
    confidence: 'reported',
    source: 'quilting-tidbits, inkstitch issue 2107: the name only',
    remark: 'Its own format is MQR, which nobody outside has described. Bobbin passes it on but cannot write it.',
    pieces: 'unknown',
  }),
  preset({
    id: 'side-saddle',
    name: 'Quilting Solutions Side Saddle',
    formats: [own('ssd', 'reported', 'quilting-tidbits, inkstitch issue 2107')],
    confidence: 'reported',
    source: 'quilting-tidbits, inkstitch issue 2107: the name only',
    remark: 'Its own format is SSD, which nobody outside has described. Bobbin passes it on but cannot write it.',
    pieces: 'unknown',
  }),
]
