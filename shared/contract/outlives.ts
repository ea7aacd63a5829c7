/** These go on while their window is reloaded or gone; whatever else nobody waits for any more is stopped. */
export function outlivesItsWindow(method: string): boolean {
  return method.startsWith('imports.') || method === 'sending.start' || method === 'sending.goOn'
}
