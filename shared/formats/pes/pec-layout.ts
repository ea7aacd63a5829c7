/** Where things stand in a PEC block, from its start. Source: the format notes, confirmed on files; pystitch and pyembroidery. */
export const LABEL_AT = 3
export const LABEL_LETTERS = 16
export const ICON_SIZE_AT = 34
/** Colours less one; NO_COLOURS for none. The colours follow. */
export const COLOURS_AT = 48
export const NO_COLOURS = 0xff
/** The stitch block: its length in three bytes at +2, width and height at +8 and +10. */
export const STITCH_BLOCK_AT = 512
export const STITCHES_AT = 532

/** Words of the stitch block. */
export const END = 0xff
export const STOP = 0xfe
export const STOP_MARK = 0xb0
/** Set in the first byte of a coordinate told in two. */
export const LONG = 0x80
export const TRIM = 0x20
export const JUMP = 0x10

/** The longest move a coordinate of two bytes holds. */
export const LONGEST = 2047

/** Icons: one of the whole and one for each thread, a bit a pixel, the lowest first. */
export const ICON_STRIDE = 6
export const ICON_HEIGHT = 38

/** In a PES or PEC file. */
export const PES_MAGIC = '#PES'
export const PEC_MAGIC = '#PEC'
/** The block of a PEC file follows its magic and version. */
export const PEC_BLOCK_AT = 8
