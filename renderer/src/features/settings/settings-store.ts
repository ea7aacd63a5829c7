import { create } from 'zustand'
import { library } from '#renderer/host/bobbin.ts'
import { speakIn, UNITS, type Units } from '#renderer/i18n/units.ts'
import { drawInColour } from '#renderer/pictures/studio.ts'
import {
  applyLook,
  FIRST_LOOK,
  isDark,
  type LookChoice,
  LOOKS,
  MOTIONS,
  NORMAL_TEXT,
  onSystemLook,
  TEXT_STEPS,
  textStep,
  THREADS,
  threadColour,
} from '#renderer/theme/theme.ts'

/** How she likes the window to look, remembered in the library's settings. */
export const useSettings = create<LookChoice>(() => FIRST_LOOK)

/** Whether letters alone do something while the wall has the focus. */
export const useKeyChoice = create<{ singleKeys: boolean }>(() => ({ singleKeys: true }))

const LOOK = 'window.look'
const UNITS_KEY = 'window.units'
const SINGLE_KEYS = 'window.single-keys'

/** What she sees is right already; if it could not be remembered she sees that next time, and nothing is lost. */
function remember(key: string, value: unknown): void {
  void library.call('settings.set', { key, value }).catch(() => undefined)
}

function apply(): void {
  const choice = useSettings.getState()
  applyLook(choice)
  drawInColour(threadColour(choice.thread, isDark(choice.look)))
}

/** Takes up what was remembered; anything unknown in it falls back to the first look. */
export function restoreSettings(settings: Readonly<Record<string, unknown>>): void {
  const kept = settings[LOOK]
  if (typeof kept === 'object' && kept !== null) {
    const { look, text, thread, motion } = kept as Record<string, unknown>
    useSettings.setState({
      look: LOOKS.find(one => one === look) ?? FIRST_LOOK.look,
      text: TEXT_STEPS.find(one => one === text) ?? FIRST_LOOK.text,
      thread: THREADS.find(one => one.id === thread)?.id ?? FIRST_LOOK.thread,
      motion: MOTIONS.find(one => one === motion) ?? FIRST_LOOK.motion,
    })
  }
  speakIn(UNITS.find(one => one === settings[UNITS_KEY]) ?? 'in')
  useKeyChoice.setState({ singleKeys: settings[SINGLE_KEYS] !== false })
  apply()
  onSystemLook(apply)
}

export function changeLook(change: Partial<LookChoice>): void {
  useSettings.setState(change)
  apply()
  remember(LOOK, useSettings.getState())
}

export function changeUnits(units: Units): void {
  speakIn(units)
  remember(UNITS_KEY, units)
}

export function changeSingleKeys(singleKeys: boolean): void {
  useKeyChoice.setState({ singleKeys })
  remember(SINGLE_KEYS, singleKeys)
}

/** Control and plus, minus or 0. */
export function stepText(direction: 1 | -1 | 0): void {
  const { text } = useSettings.getState()
  changeLook({ text: direction === 0 ? NORMAL_TEXT : textStep(text, direction) })
}
