export { SettingsButton } from './settings-button.tsx'
export { restoreSettings, stepText } from './settings-store.ts'
