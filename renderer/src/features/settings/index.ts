export { SettingsButton } from './settings-button.tsx'
export { closeSettings, openSettings, SECTIONS } from './sections.ts'
export { changeLook, restoreSettings, stepText, useKeyChoice, useSettings } from './settings-store.ts'
