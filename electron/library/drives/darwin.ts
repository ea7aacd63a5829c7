/** macOS: `diskutil list -plist` and `diskutil info -plist` list, `diskutil eject` lets go. */
import { z } from 'zod'
import { parsePlist } from './plist.ts'
import type { Drives, DrivesWorld, Ejected, Volume } from './types.ts'
import { confirmGone, sticksOf } from './volumes.ts'

export interface DarwinVolume extends Volume {
  /** The whole drive, disk4. */
  readonly drive: string
}

const device = z.string().regex(/^disk\d+(s\d+)*$/)
const mounted = z.object({ DeviceIdentifier: device, MountPoint: z.string().optional() })
const listing = z.object({
  AllDisksAndPartitions: z.array(
    mounted.extend({ Partitions: z.array(mounted).optional(), APFSVolumes: z.array(mounted).optional() }),
  ),
})

/** Identifiers of everything mounted below /Volumes; null when the text is not diskutil's. The system itself is mounted at /. */
export function parseDiskutilList(stdout: string): string[] | null {
  const parsed = listing.safeParse(parsePlist(stdout))
  if (!parsed.success) return null
  return parsed.data.AllDisksAndPartitions.flatMap(disk => [
    disk,
    ...(disk.Partitions ?? []),
    ...(disk.APFSVolumes ?? []),
  ])
    .filter(volume => volume.MountPoint?.startsWith('/Volumes/'))
    .map(volume => volume.DeviceIdentifier)
}

const info = z.object({
  DeviceIdentifier: device,
  ParentWholeDisk: device,
  MountPoint: z.string(),
  VolumeName: z.string().optional().default(''),
  VolumeUUID: z.string().optional().default(''),
  FilesystemUserVisibleName: z.string().optional(),
  FilesystemType: z.string().optional().default(''),
  BusProtocol: z.string().optional().default(''),
  Internal: z.boolean().optional().default(false),
  SystemImage: z.boolean().optional().default(false),
  RemovableMedia: z.boolean().optional().default(false),
  RemovableMediaOrExternalDevice: z.boolean().optional().default(false),
  WritableVolume: z.boolean().optional().default(true),
  Size: z.number().optional().default(0),
})

/** One volume, or null when it is no stick: an inner disk, a disk image, a share, or not diskutil's text. */
export function parseDiskutilInfo(stdout: string): DarwinVolume | null {
  const parsed = info.safeParse(parsePlist(stdout))
  if (!parsed.success) return null
  const volume = parsed.data
  if (volume.BusProtocol === 'Disk Image' || volume.SystemImage) return null
  if (!volume.MountPoint.startsWith('/Volumes/')) return null
  // A card reader built into the computer is internal, its card is removable.
  const isStick = volume.RemovableMedia || (volume.RemovableMediaOrExternalDevice && !volume.Internal)
  if (!isStick) return null
  return {
    id: `${volume.DeviceIdentifier}#${volume.VolumeUUID}`,
    label: volume.VolumeName || 'Stick',
    path: volume.MountPoint,
    fileSystem: volume.FilesystemUserVisibleName ?? volume.FilesystemType,
    readOnly: !volume.WritableVolume,
    sizeBytes: volume.Size,
    drive: volume.ParentWholeDisk,
  }
}

export function createDarwinDrives(world: DrivesWorld): Drives {
  async function volumes(): Promise<DarwinVolume[] | null> {
    const ids = parseDiskutilList((await world.run('diskutil', ['list', '-plist'])).stdout)
    if (!ids) return null
    const found: DarwinVolume[] = []
    for (const id of ids) {
      const volume = parseDiskutilInfo((await world.run('diskutil', ['info', '-plist', id])).stdout)
      if (volume) found.push(volume)
    }
    return found
  }

  return {
    list: async () => sticksOf((await volumes()) ?? [], world, true),
    eject: async (id): Promise<Ejected> => {
      const chosen = (await volumes())?.find(volume => volume.id === id)
      if (!chosen) return 'please-eject'
      const asked = await world.run('diskutil', ['eject', chosen.drive])
      return asked.code === 0 ? confirmGone(id, volumes, world) : 'please-eject'
    },
  }
}
