// The instructions of HP-GL and HP-GL/2 (their references) that draw no line, besides those the reader follows.

/** They tell speed, force, paper, pens, writing and what the plotter answers, or are set by other programs without a meaning here: nothing of them could be stitched. */
const PLAIN_WORDS =
  'AC AP AS BP CA CC CF CM CO CP CR CS CT CV DI DL DR DS DV EC ES FI FN FR FS FT GC GM IM IV KY LA LM LO MC ND NP NR OA OC OD OE OF OG OH OI OL OO OP OS OT OW PB PP PS PT PV PW QL RP SA SB SD SG SI SL SR SS ST SV TD TL TR UC VA VN VS WU XT YT HT HS TT TS'

/** They change how the drawing looks or lies, so that it is told when they stand in a file. */
const TELLING_WORDS = 'IW LT UL RO RF'

const words = (list: string): string[] => list.split(' ')

/** Left out without a word. */
export const QUIET: ReadonlySet<string> = new Set(words(PLAIN_WORDS))

/** Known, and left out. */
export const IGNORED: ReadonlySet<string> = new Set([...words(PLAIN_WORDS), ...words(TELLING_WORDS)])
