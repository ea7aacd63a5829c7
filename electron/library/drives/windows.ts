/** Windows: PowerShell's storage cmdlets list, the Explorer's own Eject lets go. */
import { z } from 'zod'
import type { Drives, DrivesWorld, Ejected, Volume } from './types.ts'
import { confirmGone, jsonFrom, sticksOf } from './volumes.ts'

/**
 * Every value as text, because the two PowerShells in use write enumerations differently; the array written as a whole, because
 * a list of one would come as a bare object.
 */
const LIST = `
$ErrorActionPreference = 'SilentlyContinue'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$found = @(Get-Volume | Where-Object { $_.DriveLetter -and $_.Size -gt 0 } | ForEach-Object {
  $disk = Get-Partition -DriveLetter $_.DriveLetter | Get-Disk
  $logical = Get-CimInstance Win32_LogicalDisk -Filter "DeviceID='$($_.DriveLetter):'"
  [pscustomobject]@{
    Letter = [string]$_.DriveLetter; Label = [string]$_.FileSystemLabel; FileSystem = [string]$_.FileSystem
    DriveType = [string]$logical.DriveType; Size = [string]$_.Size; UniqueId = [string]$_.UniqueId
    Bus = [string]$disk.BusType; Model = [string]$disk.FriendlyName; ReadOnly = [string]$disk.IsReadOnly
    System = [string]($disk.IsSystem -or $disk.IsBoot -or ("$($_.DriveLetter):" -eq $env:SystemDrive))
  }
})
ConvertTo-Json -Compress -InputObject $found
`

export interface WindowsVolume extends Volume {
  /** One capital letter. */
  readonly letter: string
}

const words = z
  .string()
  .nullish()
  .transform(value => value?.trim() ?? '')
const volume = z.object({
  Letter: z.string().regex(/^[A-Za-z]$/),
  Label: words,
  FileSystem: words,
  DriveType: words,
  Size: words,
  UniqueId: words,
  Bus: words,
  Model: words,
  ReadOnly: words,
  System: words,
})

/** Win32_LogicalDisk.DriveType 2 is a removable disk (3 fixed, 4 network, 5 compact disc). */
const REMOVABLE = '2'
const FIXED = '3'
const OUTSIDE = new Set(['USB', 'SD', 'MMC', '7', '12', '13'])

/** Sticks in what the listing script wrote; null when it is not its output. */
export function parseWindowsVolumes(stdout: string): WindowsVolume[] | null {
  const parsed = z.array(volume).safeParse(jsonFrom(stdout.replace(/^\ufeff/, '')))
  if (!parsed.success) return null
  return parsed.data.filter(isStick).map(found => ({
    id: found.UniqueId || `${found.Letter}:`,
    label: found.Label || found.Model || 'Stick',
    path: `${found.Letter.toUpperCase()}:\\`,
    fileSystem: found.FileSystem,
    readOnly: found.ReadOnly === 'True',
    sizeBytes: Number(found.Size) || 0,
    letter: found.Letter.toUpperCase(),
  }))
}

function isStick(found: z.infer<typeof volume>): boolean {
  if (found.System === 'True') return false
  return found.DriveType === REMOVABLE || (found.DriveType === FIXED && OUTSIDE.has(found.Bus))
}

/** The verb works in the background: the script stays a moment, or the Explorer would be asked by nobody. */
function ejectScript(letter: string): string {
  return `(New-Object -ComObject Shell.Application).Namespace(17).ParseName('${letter}:').InvokeVerb('Eject'); Start-Sleep -Seconds 3`
}

/** Arguments for powershell.exe; encoded (UTF-16, base64), so that nothing is quoted twice. */
function powershell(script: string): string[] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64')
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded]
}

export function createWindowsDrives(world: DrivesWorld): Drives {
  const volumes = async (): Promise<WindowsVolume[] | null> =>
    parseWindowsVolumes((await world.run('powershell.exe', powershell(LIST))).stdout)

  return {
    list: async () => sticksOf((await volumes()) ?? [], world, true),
    eject: async (id): Promise<Ejected> => {
      const chosen = (await volumes())?.find(found => found.id === id)
      if (!chosen) return 'please-eject'
      await world.run('powershell.exe', powershell(ejectScript(chosen.letter)))
      return confirmGone(id, volumes, world)
    },
  }
}
