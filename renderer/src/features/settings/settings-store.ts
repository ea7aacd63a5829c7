import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import { drawInColour } from '#renderer/pictures/studio.ts'
import {
  applyLook,
  FIRST_LOOK,
  isDark,
  type LookChoice,
  LOOKS,
  NORMAL_TEXT,
  onSystemLook,
  TEXT_STEPS,
  textStep,
  THREADS,
  threadColour,
} from '#renderer/theme/theme.ts'

/** How she likes the window to look, remembered in the library's settings. */
export const useSettings = create<LookChoice>(() => FIRST_LOOK)

const KEY = 'window.look'

function apply(): void {
  const choice = useSettings.getState()
  applyLook(choice)
  drawInColour(threadColour(choice.thread, isDark(choice.look)))
}

/** Takes up what was remembered; anything unknown in it falls back to the first look. */
export function restoreSettings(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[KEY]
  if (typeof kept === 'object' && kept !== null) {
    const { look, text, thread } = kept as Record<string, unknown>
    useSettings.setState({
      look: LOOKS.find(one => one === look) ?? FIRST_LOOK.look,
      text: TEXT_STEPS.find(one => one === text) ?? FIRST_LOOK.text,
      thread: THREADS.find(one => one.id === thread)?.id ?? FIRST_LOOK.thread,
    })
  }
  apply()
  onSystemLook(apply)
}

export function changeLook(change: Partial<LookChoice>): void {
  useSettings.setState(change)
  apply()
  // The look is right on the screen already; if it could not be remembered she sees that next time, and nothing is lost.
  void library.call('settings.set', { key: KEY, value: useSettings.getState() }).catch(() => undefined)
}

/** Control and plus, minus or 0. */
export function stepText(direction: 1 | -1 | 0): void {
  const { text } = useSettings.getState()
  changeLook({ text: direction === 0 ? NORMAL_TEXT : textStep(text, direction) })
}
