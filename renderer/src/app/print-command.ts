/** Printing what is on the wall: the chosen patterns, or everything that was found. */
import { say } from '#renderer/changes/change.ts'
import { useCommand } from '#renderer/commands/commands.ts'
import { openPrint } from '#renderer/features/print/index.ts'
import { everyId, useSelection, useWall } from '#renderer/features/wall/index.ts'

/** @param title name of the place she is in */
export function usePrintCommand(title: string): void {
  const isAnything = useWall(state => (state.total ?? 0) > 0)
  useCommand('print', { run: () => void printWall(title).catch(say), enabled: isAnything })
}

async function printWall(title: string): Promise<void> {
  const { chosen } = useSelection.getState()
  const found = await everyId()
  const onWall = found.filter(id => chosen.has(id))
  // Those chosen earlier that the wall does not show now come after the others.
  const here = new Set(onWall)
  const elsewhere = [...chosen].filter(id => !here.has(id))
  openPrint({ title, found, chosen: [...onWall, ...elsewhere] })
}
