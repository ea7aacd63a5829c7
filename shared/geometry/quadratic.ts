/** Real roots of a t^2 + b t + c in the form that does not cancel; none for a constant. */
export function quadraticRoots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / b]
  const discriminant = b * b - 4 * a * c
  if (discriminant < 0) return []
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2
  if (q === 0) return [0]
  return [q / a, c / q]
}
