import { isOwnAddress } from './origin.ts'

/** What is looked at of an IPC event. */
export interface SenderEvent {
  readonly sender: { readonly id: number }
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** Whether a message came from the top frame of one of our windows, showing our page. */
export function isTrustedSender(event: SenderEvent, windowIds: ReadonlySet<number>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnAddress(frame.url) && windowIds.has(event.sender.id)
}
