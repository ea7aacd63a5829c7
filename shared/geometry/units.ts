/** Millimetres, the one unit of length in the program. Branded where a bare number would be mistaken for inches. */
export type Mm = number & { readonly unit: 'mm' }
/** Radians, counter-clockwise positive, Y up. */
export type Radians = number & { readonly unit: 'rad' }

export const MM_PER_INCH = 25.4

export function mm(value: number): Mm {
  return value as Mm
}

export function fromInches(inches: number): Mm {
  return mm(inches * MM_PER_INCH)
}

export function toInches(millimetres: number): number {
  return millimetres / MM_PER_INCH
}

export function radians(value: number): Radians {
  return value as Radians
}

export function fromDegrees(degrees: number): Radians {
  return radians((degrees * Math.PI) / 180)
}
