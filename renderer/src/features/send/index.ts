export { SendSheet } from './send-sheet.tsx'
export { openSend, restoreSend } from './send-store.ts'
