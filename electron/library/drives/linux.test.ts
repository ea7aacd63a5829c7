import { describe, expect, test } from 'vitest'
import { createLinuxDrives, parseLsblk } from './linux.ts'
import type { CommandOutput, DrivesWorld } from './types.ts'

/** `lsblk --json --bytes` of a laptop with an NVMe disk, a FAT stick, a card in its reader, and a compact disc drive. */
const LAPTOP = JSON.stringify({
  blockdevices: [
    {
      name: 'nvme0n1',
      path: '/dev/nvme0n1',
      type: 'disk',
      label: null,
      model: 'SAMSUNG MZVLB512',
      size: 512110190592,
      fstype: null,
      mountpoint: null,
      rm: false,
      hotplug: false,
      ro: false,
      tran: 'nvme',
      uuid: null,
      children: [
        {
          name: 'nvme0n1p1',
          path: '/dev/nvme0n1p1',
          type: 'part',
          label: null,
          model: null,
          size: 536870912,
          fstype: 'vfat',
          mountpoint: '/boot/efi',
          rm: false,
          hotplug: false,
          ro: false,
          tran: 'nvme',
          uuid: '7C2A-11D0',
        },
        {
          name: 'nvme0n1p2',
          path: '/dev/nvme0n1p2',
          type: 'part',
          label: null,
          model: null,
          size: 511000000000,
          fstype: 'ext4',
          mountpoint: '/',
          rm: false,
          hotplug: false,
          ro: false,
          tran: 'nvme',
          uuid: 'b0f1',
        },
      ],
    },
    {
      name: 'sda',
      path: '/dev/sda',
      type: 'disk',
      label: null,
      model: 'Cruzer Blade',
      size: 4004511744,
      fstype: null,
      mountpoint: null,
      rm: true,
      hotplug: true,
      ro: false,
      tran: 'usb',
      uuid: null,
      children: [
        {
          name: 'sda1',
          path: '/dev/sda1',
          type: 'part',
          label: 'STATLER',
          model: null,
          size: 4003463168,
          fstype: 'vfat',
          mountpoint: '/media/anna/STATLER',
          rm: true,
          hotplug: true,
          ro: false,
          tran: null,
          uuid: '5A3B-22FE',
        },
      ],
    },
    {
      name: 'mmcblk0',
      path: '/dev/mmcblk0',
      type: 'disk',
      label: null,
      model: null,
      size: 8000000000,
      fstype: null,
      mountpoint: null,
      rm: false,
      hotplug: true,
      ro: true,
      tran: null,
      uuid: null,
      children: [
        {
          name: 'mmcblk0p1',
          path: '/dev/mmcblk0p1',
          type: 'part',
          label: null,
          model: null,
          size: 7900000000,
          fstype: 'exfat',
          mountpoint: '/media/anna/my card',
          rm: false,
          hotplug: true,
          ro: true,
          tran: null,
          uuid: '1111-2222',
        },
      ],
    },
    {
      name: 'sr0',
      path: '/dev/sr0',
      type: 'rom',
      label: 'INSTALL',
      model: 'DVDRW',
      size: 1073741312,
      fstype: 'iso9660',
      mountpoint: '/media/anna/INSTALL',
      rm: true,
      hotplug: true,
      ro: false,
      tran: 'sata',
      uuid: '2020',
    },
  ],
})

/** An older lsblk (2.31) writes flags and sizes as text; the whole system runs from a USB drive, and a second one is plain. */
const LIVE_SYSTEM = JSON.stringify({
  blockdevices: [
    {
      name: 'sda',
      path: '/dev/sda',
      type: 'disk',
      label: null,
      model: 'Extreme ',
      size: '31000000000',
      fstype: null,
      mountpoint: null,
      rm: '1',
      hotplug: '1',
      ro: '0',
      tran: 'usb',
      uuid: null,
      children: [
        {
          name: 'sda1',
          path: '/dev/sda1',
          type: 'part',
          label: 'LIVE',
          model: null,
          size: '30000000000',
          fstype: 'ext4',
          mountpoint: '/',
          rm: '1',
          hotplug: '1',
          ro: '0',
          tran: null,
          uuid: 'aa',
        },
        {
          name: 'sda2',
          path: '/dev/sda2',
          type: 'part',
          label: 'REST',
          model: null,
          size: '1000000000',
          fstype: 'vfat',
          mountpoint: '/media/rest',
          rm: '1',
          hotplug: '1',
          ro: '0',
          tran: null,
          uuid: 'bb',
        },
      ],
    },
    {
      name: 'sdb',
      path: '/dev/sdb',
      type: 'disk',
      label: null,
      model: 'Flash Disk',
      size: '2000000000',
      fstype: 'vfat',
      mountpoint: '/media/x',
      rm: '1',
      hotplug: '1',
      ro: '0',
      tran: 'usb',
      uuid: 'cc',
    },
    {
      name: 'sdc',
      path: '/dev/sdc',
      type: 'disk',
      label: null,
      model: 'Not mounted',
      size: '2000000000',
      fstype: 'vfat',
      mountpoint: null,
      rm: '1',
      hotplug: '1',
      ro: '0',
      tran: 'usb',
      uuid: 'dd',
    },
  ],
})

describe('sticks on Linux', () => {
  test('are the mounted USB and card volumes, and never the disk of the system', () => {
    expect(parseLsblk(LAPTOP)).toEqual([
      {
        id: '/dev/sda1#5A3B-22FE',
        label: 'STATLER',
        path: '/media/anna/STATLER',
        fileSystem: 'FAT',
        readOnly: false,
        sizeBytes: 4003463168,
        device: '/dev/sda1',
        drive: '/dev/sda',
      },
      {
        id: '/dev/mmcblk0p1#1111-2222',
        label: 'Stick',
        path: '/media/anna/my card',
        fileSystem: 'exFAT',
        readOnly: true,
        sizeBytes: 7900000000,
        device: '/dev/mmcblk0p1',
        drive: '/dev/mmcblk0',
      },
    ])
  })

  test('do not include the USB drive that the system itself runs from; a stick without partitions counts, an unmounted one does not', () => {
    expect(parseLsblk(LIVE_SYSTEM)?.map(volume => [volume.label, volume.path])).toEqual([['Flash Disk', '/media/x']])
  })

  test.each(['', 'lsblk: unknown column: TRAN', '{"blockdevices":', '{"other":1}'])(
    'output that is not lsblk’s is no listing: %j',
    output => {
      expect(parseLsblk(output)).toBeNull()
    },
  )
})

/** A computer with the laptop's stick; `answers` plays the programs. */
function computer(answers: { unmounts: boolean; udisks: boolean }) {
  const calls: string[] = []
  let mounted = true
  const run = async (program: string, args: readonly string[]): Promise<CommandOutput> => {
    calls.push([program, ...args.slice(0, 3)].join(' '))
    const ok: CommandOutput = { code: 0, stdout: '', stderr: '' }
    if (program === 'lsblk')
      return { ...ok, stdout: mounted ? LAPTOP : LAPTOP.replaceAll('"/media/anna/STATLER"', 'null') }
    if (program === 'udisksctl' && !answers.udisks) return { code: null, stdout: '', stderr: '' }
    if (program === 'umount' || args[0] === 'unmount') {
      if (!answers.unmounts) return { code: 32, stdout: '', stderr: 'target is busy' }
      mounted = false
    }
    return ok
  }
  const world: DrivesWorld = {
    run,
    look: async () => ({ freeBytes: 3e9, totalBytes: 4e9, writable: true }),
    wait: async () => undefined,
  }
  return { drives: createLinuxDrives(world), calls }
}

describe('letting a stick go on Linux', () => {
  test('unmounts it, sees that it is gone, and switches it off', async () => {
    const { drives, calls } = computer({ unmounts: true, udisks: true })
    expect(await drives.eject('/dev/sda1#5A3B-22FE')).toBe('ejected')
    expect(calls).toContain('udisksctl unmount --block-device /dev/sda1')
    expect(calls).toContain('udisksctl power-off --block-device /dev/sda')
  })

  test('works without udisks through umount', async () => {
    const { drives, calls } = computer({ unmounts: true, udisks: false })
    expect(await drives.eject('/dev/sda1#5A3B-22FE')).toBe('ejected')
    expect(calls).toContain('umount /media/anna/STATLER')
  })

  test('asks her to use the system’s button when the stick is busy', async () => {
    const { drives } = computer({ unmounts: false, udisks: true })
    expect(await drives.eject('/dev/sda1#5A3B-22FE')).toBe('please-eject')
  })

  test('never touches another stick that came into the same socket', async () => {
    const { drives, calls } = computer({ unmounts: true, udisks: true })
    expect(await drives.eject('/dev/sda1#OTHER-ID')).toBe('please-eject')
    expect(calls.some(call => call.includes('unmount'))).toBe(false)
  })

  test('lists a stick with its room, and leaves one out that went away meanwhile', async () => {
    const { drives } = computer({ unmounts: true, udisks: true })
    expect(await drives.list()).toContainEqual({
      id: '/dev/sda1#5A3B-22FE',
      label: 'STATLER',
      path: '/media/anna/STATLER',
      freeBytes: 3e9,
      totalBytes: 4e9,
      fileSystem: 'FAT',
      readOnly: false,
      ejectable: true,
    })
    const gone: DrivesWorld = {
      run: async () => ({ code: 0, stdout: LAPTOP, stderr: '' }),
      look: async () => null,
      wait: async () => undefined,
    }
    expect(await createLinuxDrives(gone).list()).toEqual([])
  })
})
