/** "254 by 101.6 mm". */
export function sizeText({ widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number }): string {
  return `${short(widthMm)} by ${short(heightMm)} mm`
}

function short(mm: number): string {
  return String(Number(mm.toFixed(1)))
}
