export function openBringIn(): void {}
export async function startStarter(): Promise<void> {}
