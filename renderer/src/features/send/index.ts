export function openSend(_ids: readonly string[]): void {}
