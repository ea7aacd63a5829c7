export { SettingsButton } from './settings-button.tsx'
export { restoreSettings, stepText, useSettings } from './settings-store.ts'
