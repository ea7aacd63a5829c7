import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import { type NamedSize, positionFrom, positionOf } from './picture-size.ts'

/** How the wall is looked at, remembered between days. `size`: a place on the slider of picture-size.ts. */
export const useWallView = create<{ size: number }>(() => ({ size: positionOf('medium') }))

const KEY = 'window.picture-size'

export function restoreWallView(settings: Readonly<Record<string, unknown>>): void {
  const size = positionFrom(settings[KEY])
  if (size !== null) useWallView.setState({ size })
}

export function setPictureSize(size: number | NamedSize): void {
  const position = typeof size === 'number' ? size : positionOf(size)
  useWallView.setState({ size: position })
  keepSoon(position)
}

let timer: ReturnType<typeof setTimeout> | null = null

/** A hand on the slider passes many sizes; the one it rests on is remembered. */
function keepSoon(value: number): void {
  if (timer) clearTimeout(timer)
  timer = setTimeout(() => {
    // A size that was not remembered is no reason to bother her; it is asked for again tomorrow.
    void library.call('settings.set', { key: KEY, value }).catch(() => undefined)
  }, 400)
}
