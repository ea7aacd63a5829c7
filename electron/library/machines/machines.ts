import type { CommandLabel } from '#shared/commands/labels.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { RuleEdit, Verdict } from '#shared/contract/library/machines.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { Context } from '../context.ts'
import { commit } from '../db/commit.ts'
import { machineMarkId } from '../db/derived-id.ts'
import type { Fields, FieldValue } from '../db/synced.ts'
import { formatNames } from '../export/choose-source.ts'
import { machineById } from '../export/machines/catalogue.ts'
import type { MachinePreset } from '../export/machines/preset.ts'
import { checkFree, holderOf, nameOf } from '../order/records.ts'
import { knownMachine } from './known.ts'
import { existingPatterns, type OwnMachine, ownMachine } from './queries.ts'
import { isKnownFormat, type RuleName, rulesOf } from './rules.ts'

export interface MarkOf {
  readonly patternId: string
  readonly format: string
}

/** The machines she owns: their names, what she changed of their rules, and what each took. */
export interface Machines {
  /** @throws BobbinError `machine-unknown`, `name-taken` */
  add(presetId: string, name: string | undefined): { id: string; change: Change }
  /** @throws BobbinError `machine-gone`, `name-taken` */
  rename(id: string, name: string): Change
  /** @throws BobbinError `machine-gone`, `format-unknown`, `no-format-on` */
  change(id: string, set: RuleEdit): Change
  /** @throws BobbinError `machine-gone` */
  trash(id: string): Change
  /** @throws BobbinError `machine-gone` */
  agree(id: string, formats: readonly string[], agreed: boolean): Change
  /** @throws BobbinError `machine-unknown` */
  mark(machineId: string, marks: readonly MarkOf[], verdict: Verdict): Change
}

export function createMachines(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Machines {
  const { db } = context

  function existing(id: string): OwnMachine {
    nameOf(db, 'machine', id)
    return ownMachine(db, id)!
  }

  function set(label: CommandLabel, id: string, name: string, fields: Fields): Change {
    return commit(context, { label, args: { name }, changes: [{ table: 'machine', id, set: fields }] })
  }

  return {
    add(presetId, asked) {
      const preset = machineById(presetId)
      if (!preset) throw unknownMachine(presetId)
      if (asked !== undefined) checkFree(db, 'machine', asked, null)
      const name = asked ?? freeName(preset)
      const id = context.newId()
      return { id, change: set('make-machine', id, name, { name, preset_id: presetId }) }
    },

    rename(id, name) {
      nameOf(db, 'machine', id)
      checkFree(db, 'machine', name, id)
      return set('rename-machine', id, name, { name })
    },

    change(id, edit) {
      const machine = existing(id)
      const preset = machineById(machine.presetId)
      if (!preset) throw unknownMachine(machine.presetId)
      checkFormats(edit)
      const fields = fieldsOf(edit, preset)
      const isBack = Object.values(fields).every(value => value === null)
      return set(isBack ? 'machine-rule-back' : 'change-machine', id, machine.name, fields)
    },

    trash(id) {
      return set('trash-machine', id, nameOf(db, 'machine', id), { trashed_at: context.clock.now() })
    },

    agree(id, formats, agreed) {
      const machine = existing(id)
      const others = machine.agreed.filter(format => !formats.includes(format))
      const now = agreed ? [...others, ...formats] : others
      const change = { table: 'machine', id, set: { experimental: JSON.stringify(now.toSorted()) } } as const
      const args = { machine: machine.name, name: formatNames(formats as FormatId[]) }
      return commit(context, { label: agreed ? 'allow-format' : 'disallow-format', args, changes: [change] })
    },

    mark(machineId, marks, verdict) {
      const { name } = knownMachine(db, machineId, [])
      const patterns = existingPatterns(
        db,
        marks.map(({ patternId }) => patternId),
      )
      const there = marks.filter(({ patternId }) => patterns.has(patternId))
      const formats = [...new Set(there.map(({ format }) => format))] as FormatId[]
      const args = { machine: name, name: formatNames(formats), count: there.length }
      const changes = there.map(
        ({ patternId, format }) =>
          ({
            table: 'machine_mark',
            id: machineMarkId(machineId, patternId, format),
            set: { machine_id: machineId, pattern_id: patternId, format, verdict, trashed_at: null },
          }) as const,
      )
      return commit(context, { label: LABELS[verdict], args, changes })
    },
  }

  /** "Gammill Statler", and "Gammill Statler 2" for the second. */
  function freeName(preset: MachinePreset): string {
    const base = shortName(preset.name)
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base} ${number}`
      if (holderOf(db, 'machine', name, null) === undefined) return name
    }
  }
}

const LABELS: Readonly<Record<Verdict, CommandLabel>> = {
  took: 'mark-took',
  refused: 'mark-refused',
  quiet: 'mark-quiet',
  sent: 'mark-open',
}

/** `Gammill Statler` of `Gammill Statler, CreativeStudio`: what fits on a button. */
export function shortName(name: string): string {
  return name.split(/[,(]/)[0]?.trim() || name
}

const COLUMNS: Readonly<Record<RuleName, string>> = {
  formats: 'formats',
  longestName: 'longest_name',
  letters: 'letters',
  perDesigner: 'per_designer',
  mostFiles: 'most_files',
  unit: 'unit',
  startAtOrigin: 'start_at_origin',
  toleranceMm: 'tolerance_mm',
  onPieces: 'on_pieces',
  mostPoints: 'most_points',
  smallestMm: 'smallest_mm',
  widestMm: 'widest_mm',
  highestMm: 'highest_mm',
  startEndMm: 'start_end_mm',
}

/** A rule set to what Bobbin has anyway is no change of hers. */
function fieldsOf(edit: RuleEdit, preset: MachinePreset): Record<string, FieldValue> {
  const base = rulesOf(preset)
  return Object.fromEntries(
    (Object.keys(COLUMNS) as RuleName[]).flatMap(rule => {
      const value = edit[rule]
      if (value === undefined) return []
      const isBobbins = value === null || JSON.stringify(value) === JSON.stringify(base[rule])
      return [[COLUMNS[rule], isBobbins ? null : stored(value)]]
    }),
  )
}

function stored(value: NonNullable<RuleEdit[RuleName]>): FieldValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** @throws BobbinError `format-unknown`, `no-format-on` */
function checkFormats({ formats }: RuleEdit): void {
  if (!formats) return
  const strange = formats.find(({ format }) => !isKnownFormat(format))
  if (strange)
    throw new BobbinError('format-unknown', `Bobbin knows no kind of file called “${strange.format}”.`, {
      format: strange.format,
    })
  if (formats.every(({ on }) => !on)) throw new BobbinError('no-format-on', 'At least one kind of file has to stay on.')
}

function unknownMachine(id: string): BobbinError {
  return new BobbinError('machine-unknown', 'Bobbin does not know this machine. Choose one from the list.', { id })
}
