export { SettingsButton } from './settings-button.tsx'
export { changeLook, restoreSettings, stepText } from './settings-store.ts'
