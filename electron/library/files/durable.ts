import { open, rename, rm, type FileHandle } from 'node:fs/promises'

/**
 * Makes the names in a folder survive a power cut. Windows has no such call and needs none: NTFS journals its names.
 */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a whole file beside its final place, lets it reach the disk, and only then gives it its name. The name itself is on
 * the disk once its folder is synced. Whatever fails leaves nothing behind.
 */
export async function writeWhole(
  temp: string,
  final: () => string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(temp, 'wx')
  try {
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temp, final())
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined)
    throw error
  }
}
