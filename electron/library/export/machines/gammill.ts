import { accepts, own, preset } from './preset.ts'

/** Statler computers run Windows, so their text files end lines the Windows way. */
const WINDOWS_TEXT = { lineEnd: 'crlf' } as const

export const GAMMILL = [
  preset({
    id: 'gammill-statler',
    name: 'Gammill Statler, CreativeStudio',
    formats: [
      own('qli', 'reported', 'kimquilt.com; 17 real QLI files examined', WINDOWS_TEXT),
      own('csq', 'reported', 'kimquilt.com: CreativeStudio exports CSQ'),
      accepts('dxf', 'reported', 'kimquilt.com; inkstitch issue 2107 ("Statler compliant poly-line DXF")', {
        dialect: 'polyline',
        lineEnd: 'crlf',
      }),
    ],
    confidence: 'reported',
    source: 'kimquilt.com, inkstitch issue 2107, onesongneedlearts; needle up, down and pauses seen in real QLI files',
    remark: 'Takes QLI and DXF, as owners and shops report.',
    pieces: 'yes',
  }),
  preset({
    id: 'gammill-precisionstitch',
    name: 'Gammill Statler, PrecisionStitch (older)',
    formats: [own('qli', 'reported', 'Gammill PrecisionStitch v8 manual, contents', WINDOWS_TEXT)],
    confidence: 'reported',
    source: 'Gammill PrecisionStitch v8 manual, contents',
    remark: 'Takes QLI with its real size ("As Designed"). It skips lines below a shortest length that is not known.',
    pieces: 'yes',
  }),
  preset({
    id: 'gammill-ascend-elevate',
    name: 'Gammill Statler Ascend, Elevate',
    formats: [
      accepts(
        'qli',
        'reported',
        'knowledgebase.gammill.com: unlocked patterns work on Statler, Ascend and Elevate',
        WINDOWS_TEXT,
      ),
    ],
    confidence: 'reported',
    source: 'knowledgebase.gammill.com, "Encrypted Patterns" and glossary',
    remark: 'Takes the same unlocked patterns as a Statler, as Gammill says.',
    pieces: 'unknown',
  }),
]
