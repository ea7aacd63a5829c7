/** Linux: `lsblk` lists (util-linux 2.34 and newer), `udisksctl` lets go, `umount` where there is no udisks. */
import { z } from 'zod'
import type { Drives, DrivesWorld, Ejected, Volume } from './types.ts'
import { confirmGone, jsonFrom, sticksOf } from './volumes.ts'

const COLUMNS = 'NAME,PATH,TYPE,LABEL,MODEL,SIZE,FSTYPE,MOUNTPOINT,RM,HOTPLUG,RO,TRAN,UUID'
const LSBLK = ['--json', '--bytes', '--output', COLUMNS]

export interface LinuxVolume extends Volume {
  /** The partition, /dev/sdb1. */
  readonly device: string
  /** The whole drive, /dev/sdb. */
  readonly drive: string
}

// lsblk before 2.33 wrote numbers and flags as text.
const flag = z
  .union([z.boolean(), z.string(), z.number(), z.null()])
  .transform(value => value === true || value === '1' || value === 1)
const whole = z.union([z.number(), z.string(), z.null()]).transform(value => Number(value ?? 0))
const words = z
  .string()
  .nullish()
  .transform(value => value?.trim() ?? '')

interface Node {
  name: string
  path: string
  type: string
  label: string
  model: string
  size: number
  fstype: string
  mountpoint: string
  rm: boolean
  hotplug: boolean
  ro: boolean
  tran: string
  uuid: string
  children: Node[]
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    name: words,
    path: words,
    type: words,
    label: words,
    model: words,
    size: whole.optional().default(0),
    fstype: words,
    mountpoint: words,
    rm: flag.optional().default(false),
    hotplug: flag.optional().default(false),
    ro: flag.optional().default(false),
    tran: words,
    uuid: words,
    children: z.array(node).optional().default([]),
  }),
) as z.ZodType<Node>

const listing = z.object({ blockdevices: z.array(node) })

/** Mounted volumes of removable and USB drives in the output of lsblk; null when it is not lsblk's. */
export function parseLsblk(stdout: string): LinuxVolume[] | null {
  const parsed = listing.safeParse(jsonFrom(stdout))
  if (!parsed.success) return null
  return parsed.data.blockdevices.filter(isStick).flatMap(drive =>
    withChildren(drive)
      .filter(volume => volume.mountpoint !== '' && volume.fstype !== '')
      .map(volume => ({
        id: `${volume.path}#${volume.uuid}`,
        label: volume.label || drive.model || 'Stick',
        path: volume.mountpoint,
        fileSystem: FILE_SYSTEMS[volume.fstype] ?? volume.fstype,
        readOnly: volume.ro,
        sizeBytes: volume.size,
        device: volume.path,
        drive: drive.path,
      })),
  )
}

const FILE_SYSTEMS: Readonly<Record<string, string>> = { vfat: 'FAT', exfat: 'exFAT', ntfs: 'NTFS' }

function isStick(drive: Node): boolean {
  if (drive.type !== 'disk') return false
  const isCard = drive.name.startsWith('mmcblk') && drive.hotplug
  if (drive.tran !== 'usb' && !drive.rm && !isCard) return false
  // A system started from a USB drive lives on it.
  return !withChildren(drive).some(part => isSystemPlace(part.mountpoint))
}

/** Sticks are mounted below /media, /run/media or /mnt by every desktop; a drive with a place of the system is not a stick. */
function isSystemPlace(mountpoint: string): boolean {
  return (
    mountpoint === '/' || mountpoint === '[SWAP]' || /^\/(boot|usr|var|home|etc|opt|srv|nix)(\/|$)/.test(mountpoint)
  )
}

function withChildren(parent: Node): Node[] {
  return [parent, ...parent.children.flatMap(withChildren)]
}

export function createLinuxDrives(world: DrivesWorld): Drives {
  const volumes = async (): Promise<LinuxVolume[] | null> => parseLsblk((await world.run('lsblk', LSBLK)).stdout)
  let udisks: Promise<boolean> | undefined
  const hasUdisks = (): Promise<boolean> =>
    (udisks ??= world.run('udisksctl', ['status']).then(({ code }) => code === 0))

  async function unmount(volume: LinuxVolume): Promise<void> {
    const asked = await world.run('udisksctl', ['unmount', '--block-device', volume.device, '--no-user-interaction'])
    if (asked.code !== 0) await world.run('umount', [volume.path])
  }

  return {
    list: async () => sticksOf((await volumes()) ?? [], world, true),
    eject: async (id): Promise<Ejected> => {
      const all = await volumes()
      const chosen = all?.find(volume => volume.id === id)
      if (!all || !chosen) return 'please-eject'
      // A drive may hold several volumes; it is safe to pull out when all of them are let go.
      const together = all.filter(volume => volume.drive === chosen.drive)
      for (const volume of together) await unmount(volume)
      for (const volume of together)
        if ((await confirmGone(volume.id, volumes, world)) === 'please-eject') return 'please-eject'
      // Unmounted is flushed and safe; switching the drive off is a courtesy that may be refused.
      if (await hasUdisks())
        await world.run('udisksctl', ['power-off', '--block-device', chosen.drive, '--no-user-interaction'])
      return 'ejected'
    },
  }
}
