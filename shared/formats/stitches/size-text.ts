/** "254 mm by 101.6 mm": each length with its unit, so that the window can tell it in hers. */
export function sizeText({ widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number }): string {
  return `${short(widthMm)} mm by ${short(heightMm)} mm`
}

function short(mm: number): string {
  return String(Number(mm.toFixed(1)))
}
