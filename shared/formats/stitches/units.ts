/** Embroidery files count in tenths of a millimetre. */
export const UNITS_PER_MM = 10
