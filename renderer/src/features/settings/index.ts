export { SettingsButton } from './settings-button.tsx'
export { changeLook, restoreSettings, stepText, useKeyChoice } from './settings-store.ts'
