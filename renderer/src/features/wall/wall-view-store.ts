import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import { PICTURE_SIZES, type PictureSize } from './grid-shape.ts'

/** How the wall is looked at, remembered between days. */
export const useWallView = create<{ size: PictureSize }>(() => ({ size: 'medium' }))

const KEY = 'window.picture-size'

export function restoreWallView(settings: Readonly<Record<string, unknown>>): void {
  const size = PICTURE_SIZES.find(one => one === settings[KEY])
  if (size) useWallView.setState({ size })
}

export function setPictureSize(size: PictureSize): void {
  useWallView.setState({ size })
  // A size that was not remembered is no reason to bother her; it is asked for again tomorrow.
  void library.call('settings.set', { key: KEY, value: size }).catch(() => undefined)
}
