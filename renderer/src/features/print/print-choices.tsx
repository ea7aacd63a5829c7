import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { DIRECTIONS, PAPERS } from './paper.ts'
import { changePrint, type PrintOrder, usePrintChoice } from './print-store.ts'
import { CAPTION_LINES, FEWEST_ACROSS, MOST_ACROSS } from './sheet-layout.ts'

export const WHAT = ['chosen', 'found'] as const
export type What = (typeof WHAT)[number]

interface PrintChoicesProps {
  readonly order: PrintOrder
  readonly what: What
  readonly onWhat: (what: What) => void
  readonly title: string
  readonly onTitle: (title: string) => void
}

const LONGEST_TITLE = 120

/** What is printed, on which paper, how large, and what stands under each picture. */
export function PrintChoices({ order, what, onWhat, title, onTitle }: PrintChoicesProps) {
  const { t } = useTranslation()
  const { paper, direction, across, lines } = usePrintChoice()
  return (
    <div className="print-choices">
      {order.chosen.length > 0 ? (
        <Segments
          label={t('print.what')}
          showLabel
          options={[
            { id: 'chosen', label: t('print.chosen', counted(order.chosen.length)) },
            { id: 'found', label: t('print.found', counted(order.found.length)) },
          ]}
          value={what}
          onChange={onWhat}
        />
      ) : null}
      <TextField value={title} onChange={onTitle} maxLength={LONGEST_TITLE}>
        <Label className="choice-label">{t('print.heading')}</Label>
        <Input className="input" />
      </TextField>
      <Picker
        label={t('print.paper')}
        showLabel
        options={PAPERS.map(id => ({ id, label: t(`print.${id}`) }))}
        value={paper}
        onChange={next => changePrint({ paper: next })}
      />
      <Segments
        label={t('print.direction')}
        showLabel
        options={DIRECTIONS.map(id => ({ id, label: t(`print.${id}`) }))}
        value={direction}
        onChange={next => changePrint({ direction: next })}
      />
      <NumberField
        label={t('print.across')}
        value={across}
        min={FEWEST_ACROSS}
        max={MOST_ACROSS}
        onChange={next => changePrint({ across: next })}
        less={t('print.fewer')}
        more={t('print.more')}
      />
      <fieldset className="print-under">
        <legend>{t('print.under')}</legend>
        <p className="print-hint">{t('print.underHint')}</p>
        {CAPTION_LINES.map(line => (
          <Switch
            key={line}
            isOn={lines.includes(line)}
            onChange={on =>
              changePrint({ lines: CAPTION_LINES.filter(one => (one === line ? on : lines.includes(one))) })
            }
          >
            {t(`print.${line}`)}
          </Switch>
        ))}
      </fieldset>
    </div>
  )
}
