import type { Stick } from '#shared/contract/library/sending.ts'

export type KnownStick = Pick<Stick, 'id' | 'label' | 'totalBytes'>

/**
 * Whether a stick that was plugged in is the one that was taken out. In another socket the system gives it another device name, so its
 * own serial (behind the # of its id), its label and its size tell it.
 */
export function isSameStick(before: KnownStick, now: KnownStick): boolean {
  if (before.id === now.id) return true
  const serial = serialOf(before.id)
  return (
    serial !== '' && serial === serialOf(now.id) && before.label === now.label && before.totalBytes === now.totalBytes
  )
}

function serialOf(id: string): string {
  const mark = id.indexOf('#')
  return mark < 0 ? '' : id.slice(mark + 1)
}
