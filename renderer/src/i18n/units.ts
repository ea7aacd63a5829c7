/** Inches or centimetres first: part of the language the window speaks, so every word of it is said anew when it changes. */
import i18next from 'i18next'
import { create } from 'zustand'

export const UNITS = ['in', 'cm'] as const
export type Units = (typeof UNITS)[number]

const useStore = create<{ units: Units }>(() => ({ units: 'in' }))

/** For words made outside of components; they are made again when the choice changes. */
export function unitsNow(): Units {
  return useStore.getState().units
}

/** For what is drawn: rulers and grids. */
export function useUnits(): Units {
  return useStore(state => state.units)
}

export function speakIn(units: Units): void {
  if (units === unitsNow()) return
  useStore.setState({ units })
  // Whoever uses the catalogue hears that the language changed and asks for its words again.
  void i18next.changeLanguage(i18next.language)
}
