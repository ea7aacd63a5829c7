import { describe, expect, test } from 'vitest'
import type { DrivesWorld } from './types.ts'
import { createWindowsDrives, parseWindowsVolumes } from './windows.ts'

const SYSTEM = {
  Letter: 'C',
  Label: 'Windows',
  FileSystem: 'NTFS',
  DriveType: '3',
  Size: '511000000000',
  UniqueId: '\\\\?\\Volume{11111111-0000-0000-0000-100000000000}\\',
  Bus: 'NVMe',
  Model: 'SAMSUNG MZVLB512',
  ReadOnly: 'False',
  System: 'True',
}
const STICK = {
  Letter: 'E',
  Label: 'STATLER',
  FileSystem: 'FAT32',
  DriveType: '2',
  Size: '4003463168',
  UniqueId: '\\\\?\\Volume{22222222-0000-0000-0000-100000000000}\\',
  Bus: 'USB',
  Model: 'SanDisk Cruzer Blade',
  ReadOnly: 'False',
  System: 'False',
}
const DISK = {
  ...STICK,
  Letter: 'F',
  Label: '',
  FileSystem: 'exFAT',
  DriveType: '3',
  UniqueId: '\\\\?\\Volume{3}\\',
  Model: 'Elements 25A2',
  ReadOnly: 'True',
}
const DATA = { ...SYSTEM, Letter: 'D', Label: 'Data', System: 'False', UniqueId: '\\\\?\\Volume{4}\\' }
const DISC = { ...STICK, Letter: 'G', DriveType: '5', Bus: 'ATAPI' }
const SHARE = { ...STICK, Letter: 'Z', DriveType: '4', Bus: '' }

describe('sticks on Windows', () => {
  test('are removable drives and outer USB disks; never the system, an inner disk, a disc or a share', () => {
    const found = parseWindowsVolumes(JSON.stringify([SYSTEM, STICK, DISK, DATA, DISC, SHARE]))
    expect(found).toEqual([
      {
        id: STICK.UniqueId,
        label: 'STATLER',
        path: 'E:\\',
        fileSystem: 'FAT32',
        readOnly: false,
        sizeBytes: 4003463168,
        letter: 'E',
      },
      {
        id: DISK.UniqueId,
        label: 'Elements 25A2',
        path: 'F:\\',
        fileSystem: 'exFAT',
        readOnly: true,
        sizeBytes: 4003463168,
        letter: 'F',
      },
    ])
  })

  test('a Windows started from a USB drive does not offer that drive', () => {
    expect(parseWindowsVolumes(JSON.stringify([{ ...SYSTEM, Bus: 'USB' }]))).toEqual([])
  })

  test('no stick at all is an empty list; the mark at the front of the text does no harm', () => {
    expect(parseWindowsVolumes('\ufeff[]\r\n')).toEqual([])
  })

  test.each(['', 'Get-Volume : Access denied', '{"Letter":"E"}', '[{"Letter":"EE"}]'])(
    'output that is not the script’s is no listing: %j',
    text => {
      expect(parseWindowsVolumes(text)).toBeNull()
    },
  )

  test.each([
    [true, 'ejected'],
    [false, 'please-eject'],
  ])('the Explorer’s Eject counts only when the drive is gone afterwards (%s: %s)', async (leaves, expected) => {
    let gone = false
    const scripts: string[] = []
    const world: DrivesWorld = {
      run: async (program, args) => {
        expect(program).toBe('powershell.exe')
        const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le')
        scripts.push(script)
        if (script.includes('Eject')) gone = leaves
        return { code: 0, stdout: JSON.stringify(gone ? [SYSTEM] : [SYSTEM, STICK]), stderr: '' }
      },
      look: async () => ({ freeBytes: 1, totalBytes: 2, writable: true }),
      wait: async () => undefined,
    }
    const drives = createWindowsDrives(world)
    expect((await drives.list()).map(stick => stick.path)).toEqual(['E:\\'])
    expect(await drives.eject(STICK.UniqueId)).toBe(expected)
    expect(scripts.some(script => script.includes("ParseName('E:')"))).toBe(true)
  })
})
