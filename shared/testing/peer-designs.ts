import type { Design } from '#shared/geometry/design.ts'
import { oneLine } from '#shared/formats/one-line.ts'
import { formatOf, readDesign } from '#shared/formats/registry.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { filesBelow, SAMPLES, samplesArePresent } from './files.ts'
import { valueOf } from './readings.ts'

/** A file another program wrote of a design of ours, or that was built from a format's page as those programs read it. */
export interface PeerFile {
  /** Path among the samples; the second folder says whose it is. */
  readonly name: string
  /** The design the file was made of, as far as its format holds it. */
  readonly given: Design
  /** What we read from the file. */
  readonly read: Design
  /** Step of the format's numbers in millimetres; 0 where they are fine. */
  readonly stepMm: number
}

/** Every such file among the samples whose format Bobbin reads (pystitch 1.0.1, ezdxf 1.4.4; ../shared/samples/SOURCES.md). */
export function peerFiles(): PeerFile[] {
  if (!samplesArePresent) return []
  const drawn = new Map(
    filesBelow(`${SAMPLES}/svg/bobbin-synthetic`).map(({ name, bytes }) => [
      name.slice(0, -4),
      valueOf(readDesign(bytes, name).reading),
    ]),
  )
  return filesBelow(SAMPLES).flatMap(({ name, bytes }) => {
    if (!/^[^/]+\/(peer-|derived-from-spec)/.test(name)) return []
    const { detection, reading } = readDesign(bytes, name)
    const format = formatOf(detection.format)
    const original = drawn.get(stemOf(name))
    if (original === undefined || format?.read === undefined) return []
    const { limits } = format
    const given = limits?.oneLine ? valueOf(oneLine(original, 'join', new WarningList())) : original
    return [{ name, given, read: valueOf(reading), stepMm: limits?.stepMm ?? 0 }]
  })
}

/** The design's name; flavours of DXF have theirs behind it. */
function stemOf(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/-r(12|2000).*$/, '')
}
