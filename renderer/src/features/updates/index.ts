export { UpdateSetting } from './update-setting.tsx'
export { followUpdates, lookForUpdate } from './updates-store.ts'
