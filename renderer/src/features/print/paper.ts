/** Papers a printer at home or in a copy shop takes. Pure. */
export const PAPERS = ['letter', 'a4', 'tabloid', 'a3'] as const
export type PaperId = (typeof PAPERS)[number]

export const DIRECTIONS = ['upright', 'sideways'] as const
export type Direction = (typeof DIRECTIONS)[number]

interface Size {
  readonly width: number
  readonly height: number
}

/** Millimetres, upright. The print style sheet names the same papers for the printer. */
const SIZES: Readonly<Record<PaperId, Size>> = {
  letter: { width: 215.9, height: 279.4 },
  a4: { width: 210, height: 297 },
  tabloid: { width: 279.4, height: 431.8 },
  a3: { width: 297, height: 420 },
}

export function paperSize(paper: PaperId, direction: Direction): Size {
  const { width, height } = SIZES[paper]
  return direction === 'upright' ? { width, height } : { width: height, height: width }
}

/** Where paper is sold as Letter (ISO 3166), everywhere else it is A4. */
const LETTER_LANDS = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'PA', 'PR', 'SV', 'DO', 'NI', 'VE'])

/** @param locale as the browser tells it: `en-US` */
export function paperOf(locale: string): PaperId {
  try {
    const land = new Intl.Locale(locale).maximize().region
    return land !== undefined && LETTER_LANDS.has(land) ? 'letter' : 'a4'
  } catch {
    return 'letter'
  }
}
