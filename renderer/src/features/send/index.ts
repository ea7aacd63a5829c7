export { MyMachines } from './my-machines.tsx'
export { SendSheet } from './send-sheet.tsx'
export { openSend, restoreSend } from './send-store.ts'
export { chosenMachineId, useMachineName } from './use-machine.ts'
