export { SettingsButton } from './settings-button.tsx'
export { changeLook, restoreSettings, stepText, useKeyChoice, useSettings } from './settings-store.ts'
