export { LossesSheet, tellCopies, tellLosses } from './losses-sheet.tsx'
export { SendSheet } from './send-sheet.tsx'
export { openSend, restoreSend } from './send-store.ts'
