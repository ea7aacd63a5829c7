/** An import goes on while its window is reloaded or gone; whatever else nobody waits for any more is stopped. */
export function outlivesItsWindow(method: string): boolean {
  return method.startsWith('imports.')
}
