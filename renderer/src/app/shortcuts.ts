import { useEffect } from 'react'
import { redo, undo } from '#renderer/changes/change.ts'
import { stepText } from '#renderer/features/settings/index.ts'

/** Keys that work everywhere. Each has a button somewhere; none is required. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === '+' || key === '=') stepText(1)
      else if (key === '-') stepText(-1)
      else if (key === '0') stepText(0)
      else if (key === 'f') document.getElementById('search')?.focus()
      // In a text field undo belongs to the text.
      else if (key === 'z' && !isTyping(event.target)) void (event.shiftKey ? redo() : undo())
      else if (key === 'y' && !isTyping(event.target)) void redo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))
}
