import { describe, expect, test } from 'vitest'
import { createDarwinDrives, parseDiskutilInfo, parseDiskutilList } from './darwin.ts'
import type { DrivesWorld } from './types.ts'

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`
const LIST = `${HEAD}<dict>
	<key>AllDisks</key>
	<array><string>disk0</string><string>disk3</string><string>disk3s1</string><string>disk4</string><string>disk4s1</string><string>disk5</string></array>
	<key>AllDisksAndPartitions</key>
	<array>
		<dict>
			<key>Content</key><string>GUID_partition_scheme</string>
			<key>DeviceIdentifier</key><string>disk0</string>
			<key>OSInternal</key><false/>
			<key>Partitions</key>
			<array>
				<dict><key>Content</key><string>Apple_APFS</string><key>DeviceIdentifier</key><string>disk0s2</string><key>Size</key><integer>494384795648</integer></dict>
			</array>
			<key>Size</key><integer>500277792768</integer>
		</dict>
		<dict>
			<key>APFSVolumes</key>
			<array>
				<dict><key>DeviceIdentifier</key><string>disk3s1</string><key>MountPoint</key><string>/</string><key>VolumeName</key><string>Macintosh HD</string></dict>
				<dict><key>DeviceIdentifier</key><string>disk3s5</string><key>MountPoint</key><string>/System/Volumes/Data</string></dict>
			</array>
			<key>DeviceIdentifier</key><string>disk3</string>
		</dict>
		<dict>
			<key>Content</key><string>FDisk_partition_scheme</string>
			<key>DeviceIdentifier</key><string>disk4</string>
			<key>Partitions</key>
			<array>
				<dict><key>Content</key><string>DOS_FAT_32</string><key>DeviceIdentifier</key><string>disk4s1</string><key>MountPoint</key><string>/Volumes/STATLER</string><key>Size</key><integer>4003463168</integer><key>VolumeName</key><string>STATLER</string></dict>
			</array>
			<key>Size</key><integer>4004511744</integer>
		</dict>
		<dict><key>DeviceIdentifier</key><string>disk5</string><key>MountPoint</key><string>/Volumes/Install &amp; Co</string></dict>
	</array>
	<key>VolumesFromDisks</key><array><string>STATLER</string></array>
	<key>WholeDisks</key><array><string>disk0</string><string>disk4</string></array>
</dict>
</plist>
`

function info(values: Record<string, string | boolean | number>): string {
  const lines = Object.entries(values).map(([key, value]) => {
    const text =
      typeof value === 'boolean'
        ? `<${value}/>`
        : typeof value === 'number'
          ? `<integer>${value}</integer>`
          : `<string>${value}</string>`
    return `\t<key>${key}</key>\n\t${text}`
  })
  return `${HEAD}<dict>\n${lines.join('\n')}\n</dict>\n</plist>\n`
}

const STICK = {
  BusProtocol: 'USB',
  DeviceIdentifier: 'disk4s1',
  Ejectable: true,
  FilesystemType: 'msdos',
  FilesystemUserVisibleName: 'MS-DOS (FAT32)',
  Internal: false,
  MountPoint: '/Volumes/STATLER',
  ParentWholeDisk: 'disk4',
  RemovableMedia: true,
  RemovableMediaOrExternalDevice: true,
  Size: 4003463168,
  SystemImage: false,
  VolumeName: 'STATLER',
  VolumeUUID: 'EE3C8B7F-2D0B-3D5C-8C6C-0B8D8F6F0A11',
  WritableVolume: true,
}

describe('sticks on a Mac', () => {
  test('are looked for among what is mounted below /Volumes', () => {
    expect(parseDiskutilList(LIST)).toEqual(['disk4s1', 'disk5'])
  })

  test('carry the name, the file system and the drive they are on', () => {
    expect(parseDiskutilInfo(info(STICK))).toEqual({
      id: 'disk4s1#EE3C8B7F-2D0B-3D5C-8C6C-0B8D8F6F0A11',
      label: 'STATLER',
      path: '/Volumes/STATLER',
      fileSystem: 'MS-DOS (FAT32)',
      readOnly: false,
      sizeBytes: 4003463168,
      drive: 'disk4',
    })
  })

  test('a card in the built-in reader is one, though it is called internal', () => {
    expect(parseDiskutilInfo(info({ ...STICK, BusProtocol: 'Secure Digital', Internal: true }))).not.toBeNull()
  })

  test.each([
    ['a mounted disk image', { BusProtocol: 'Disk Image' }],
    [
      'a second inner disk',
      { BusProtocol: 'PCI-Express', Internal: true, RemovableMedia: false, RemovableMediaOrExternalDevice: false },
    ],
    ['the system', { MountPoint: '/', RemovableMedia: false }],
  ])('%s is none', (_, values) => {
    expect(parseDiskutilInfo(info({ ...STICK, ...values }))).toBeNull()
  })

  test.each(['', 'Could not find disk: disk9', '<plist><dict><key>', '<plist/>'])(
    'output that is not diskutil’s is no listing: %j',
    text => {
      expect(parseDiskutilList(text)).toBeNull()
      expect(parseDiskutilInfo(text)).toBeNull()
    },
  )

  test.each([
    [0, true, 'ejected'],
    [1, false, 'please-eject'],
    [0, false, 'please-eject'],
  ])('ejecting that answers %i and leaves it gone: %s is %s', async (code, leaves, expected) => {
    let gone = false
    const world: DrivesWorld = {
      run: async (_program, args) => {
        if (args[0] === 'eject') {
          expect(args[1]).toBe('disk4')
          gone = leaves
          return { code, stdout: 'Disk disk4 ejected', stderr: '' }
        }
        const stdout =
          args[0] === 'list'
            ? gone
              ? LIST.replace('/Volumes/STATLER', '')
              : LIST
            : args[2] === 'disk4s1'
              ? info(STICK)
              : ''
        return { code: 0, stdout, stderr: '' }
      },
      look: async () => ({ freeBytes: 1, totalBytes: 2, writable: true }),
      wait: async () => undefined,
    }
    const drives = createDarwinDrives(world)
    expect((await drives.list()).map(stick => stick.label)).toEqual(['STATLER'])
    expect(await drives.eject('disk4s1#EE3C8B7F-2D0B-3D5C-8C6C-0B8D8F6F0A11')).toBe(expected)
  })
})
