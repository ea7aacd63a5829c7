export { SendSheet } from './send-sheet.tsx'
export { openSend, restoreSend } from './send-store.ts'
export { useMachineName } from './use-machine.ts'
