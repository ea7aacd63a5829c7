import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Has the focus from the first moment on. React Aria's `autoFocus` takes Enter in a form for a press by a screen reader and waits until
 * nothing moves; where the field with the focus has just gone, a sheet gives it to its first button meanwhile, and there it stays. For
 * steps that follow one another in one sheet: where a sheet closes, its way back would take the focus away again.
 */
export function useFocusAtOnce<Place extends HTMLElement>(isWanted: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null)
  const wanted = useRef(isWanted)
  useLayoutEffect(() => {
    if (wanted.current) place.current?.focus()
    wanted.current = false
  }, [])
  return place
}
