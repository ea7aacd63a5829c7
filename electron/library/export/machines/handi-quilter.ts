import { accepts, own, preset } from './preset.ts'

const HQF_UNKNOWN =
  "HQF is the machine's own format and nobody outside has described it, so Bobbin passes it on but never writes it."

export const HANDI_QUILTER = [
  preset({
    id: 'hq-pro-stitcher',
    name: 'Handi Quilter Pro-Stitcher',
    formats: [
      own('hqf', 'reported', 'quilting-tidbits, quiltrecipes'),
      own('hqv', 'reported', 'trade lists'),
      accepts('qli', 'reported', 'quiltrecipes: "the best format for the Pro-Stitcher"'),
      accepts('pointlist', 'reported', 'quilting-tidbits and quiltrecipes say yes, inkstitch issue 2107 says no'),
      accepts('dxf', 'unknown', 'nothing public'),
    ],
    confidence: 'reported',
    source: 'quiltrecipes, quilting-tidbits, inkstitch issue 2107',
    remark: `Takes QLI, as shops report. ${HQF_UNKNOWN}`,
    pieces: 'unknown',
  }),
  preset({
    id: 'hq-pro-stitcher-lite',
    name: 'Handi Quilter Pro-Stitcher Lite (Moxie)',
    formats: [
      own('hqf', 'unknown', 'nothing public'),
      own('hqv', 'unknown', 'nothing public'),
      accepts('qli', 'unknown', 'taken over from the Pro-Stitcher'),
    ],
    confidence: 'unknown',
    source: 'taken over from the Pro-Stitcher',
    remark: 'Nothing public says what it takes; Bobbin treats it like a Pro-Stitcher.',
    pieces: 'unknown',
  }),
  preset({
    id: 'hq-fusion',
    name: 'Handi Quilter Fusion, Shirley Stitcher',
    formats: [
      own('hqf', 'reported', 'quilting-tidbits'),
      accepts('qli', 'reported', 'quilting-tidbits'),
      accepts('pointlist', 'reported', 'quilting-tidbits'),
    ],
    confidence: 'reported',
    source: 'quilting-tidbits',
    remark: `Takes QLI, as a shop reports. ${HQF_UNKNOWN}`,
    pieces: 'unknown',
  }),
  preset({
    id: 'babylock-juki-pro-stitcher',
    name: 'Baby Lock, Juki or Nolting with Pro-Stitcher',
    formats: [
      own('hqf', 'unknown', 'taken over from the Pro-Stitcher'),
      own('hqv', 'unknown', 'taken over from the Pro-Stitcher'),
      accepts('qli', 'unknown', 'taken over from the Pro-Stitcher'),
    ],
    confidence: 'unknown',
    source: 'assumed by brand family',
    remark: 'Bobbin treats it like a Pro-Stitcher because the system is the same; nothing public says so.',
    pieces: 'unknown',
  }),
]
