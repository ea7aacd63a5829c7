import { create } from 'zustand'

/** The pages of Settings, in their order. */
export const SECTIONS = [
  'looks',
  'units',
  'machines',
  'bringing',
  'meaning',
  'backup',
  'place',
  'keys',
  'about',
] as const
export type Section = (typeof SECTIONS)[number]

/** Settings opens where it was left. */
export const useSettingsSheet = create<{ open: boolean; section: Section }>(() => ({ open: false, section: 'looks' }))

export function openSettings(section?: Section): void {
  useSettingsSheet.setState({ open: true, ...(section === undefined ? {} : { section }) })
}

export function closeSettings(): void {
  useSettingsSheet.setState({ open: false })
}

export function showSection(section: Section): void {
  useSettingsSheet.setState({ section })
}
