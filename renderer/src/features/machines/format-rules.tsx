import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AcceptedFormat, FormatChoice, MyMachine } from '#shared/contract/library/machines.ts'
import { formatWord } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Picker } from '#renderer/ui/choice.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { changeRules } from './changes.ts'
import { MachinePart } from './machine-part.tsx'
import { useMachines } from './machines-store.ts'
import { confidenceOf, wayWords } from './words.ts'

/** The kinds of file the machine gets, in her order, each with what is known of it. */
export function FormatRules({ machine }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const { id, accepts } = machine
  const { formats } = machine.rules
  const others = useOtherFormats(formats)

  function keep(next: readonly FormatChoice[]) {
    void changeRules(id, { formats: [...next] })
  }

  function move(from: number, to: number) {
    const next = [...formats]
    next.splice(to, 0, ...next.splice(from, 1))
    keep(next)
    const isAtEnd = to === 0 || to === formats.length - 1
    const moved = next[to]
    // The button she pressed can do no more here; the keyboard goes on with its twin.
    if (isAtEnd && moved)
      requestAnimationFrame(() => document.getElementById(buttonId(to === 0 ? 'down' : 'up', moved))?.focus())
  }

  return (
    <MachinePart title={t('machines.rule.formats')}>
      <p className="machine-quiet">{t('machines.formats.hint')}</p>
      <ol className="format-rules">
        {formats.map((choice, at) => {
          const known = accepts.find(one => one.format === choice.format)
          return known ? (
            <FormatRow
              key={choice.format}
              choice={choice}
              known={known}
              isOnlyOne={choice.on && formats.filter(one => one.on).length === 1}
              onUp={at === 0 ? null : () => move(at, at - 1)}
              onDown={at === formats.length - 1 ? null : () => move(at, at + 1)}
              onChange={next => keep(formats.map(one => (one.format === next.format ? next : one)))}
            />
          ) : null
        })}
      </ol>
      {others.length > 0 ? (
        <Picker
          label={t('machines.formats.more')}
          several={t('machines.formats.more')}
          options={others.map(format => ({ id: format, label: formatWord(format) }))}
          value={null}
          onChange={format => keep([...formats, { format, on: true, dialect: null }])}
        />
      ) : null}
    </MachinePart>
  )
}

/** Kinds of file that Bobbin makes and that are not in the list yet. */
function useOtherFormats(formats: readonly FormatChoice[]): string[] {
  const presets = useMachines(state => state.presets)
  const made = presets.flatMap(({ accepts }) => accepts.filter(one => one.writes !== 'no').map(one => one.format))
  return [...new Set(made)].filter(format => !formats.some(one => one.format === format)).toSorted()
}

interface FormatRowProps {
  readonly choice: FormatChoice
  readonly known: AcceptedFormat
  readonly isOnlyOne: boolean
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onChange: (choice: FormatChoice) => void
}

function FormatRow({ choice, known, isOnlyOne, onUp, onDown, onChange }: FormatRowProps) {
  const { t } = useTranslation()
  const format = formatWord(choice.format)
  const [usual] = known.dialects
  return (
    <li className="format-rule" data-off={choice.on ? undefined : true}>
      <span className="format-words">
        <span className="format-name">
          {format}
          {known.own ? <span className="format-own"> {t('machines.formats.own')}</span> : null}
        </span>
        <span className="machine-remark">
          {t('machines.formats.from', {
            confidence: t(`machines.known.short.${confidenceOf(known.confidence)}`),
            source: known.source,
          })}
        </span>
        <span className={known.writes === 'experimental' ? 'format-new' : 'machine-remark'}>
          {t(`machines.formats.${known.writes}`)}
        </span>
      </span>
      <span className="format-tools">
        <Switch
          isOn={choice.on}
          onChange={on => {
            if (!isOnlyOne || on) onChange({ ...choice, on })
          }}
        >
          {t('machines.formats.use', { format })}
        </Switch>
        <Button
          look="plain"
          icon={<ArrowUp aria-hidden="true" />}
          aria-label={t('machines.formats.upOf', { format })}
          id={buttonId('up', choice)}
          isDisabled={onUp === null}
          onPress={() => onUp?.()}
        >
          {t('machines.formats.up')}
        </Button>
        <Button
          look="plain"
          icon={<ArrowDown aria-hidden="true" />}
          aria-label={t('machines.formats.downOf', { format })}
          id={buttonId('down', choice)}
          isDisabled={onDown === null}
          onPress={() => onDown?.()}
        >
          {t('machines.formats.down')}
        </Button>
      </span>
      {known.dialects.length > 1 && usual !== undefined ? (
        <span className="format-tools">
          <span aria-hidden="true">{t('machines.formats.way')}</span>
          <Picker
            label={t('machines.formats.wayOf', { format })}
            options={known.dialects.map(({ id, says }) => ({ id, label: wayWords(id, says) }))}
            value={choice.dialect ?? usual.id}
            onChange={dialect => onChange({ ...choice, dialect })}
          />
        </span>
      ) : null}
      {isOnlyOne ? <p className="machine-remark">{t('machines.formats.lastOne')}</p> : null}
    </li>
  )
}

function buttonId(way: 'up' | 'down', { format }: FormatChoice): string {
  return `move-${way}-${format}`
}
