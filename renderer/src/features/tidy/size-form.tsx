import { Check } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { shortSizeWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { giveSize } from './doings.ts'

const LARGEST_MM = 100_000

/** Its real width, from which the height follows: only the proportions are known. */
export function SizeForm({ pattern }: { pattern: PatternCard }) {
  const { t } = useTranslation()
  const isInches = useUnits() === 'in'
  const unitMm = isInches ? MM_PER_INCH : 10
  const [width, setWidth] = useState(Number.NaN)
  const widthMm = width * unitMm
  const isGiven = widthMm >= 1 && widthMm <= LARGEST_MM
  const heightMm = pattern.widthMm && pattern.heightMm ? (widthMm * pattern.heightMm) / pattern.widthMm : null
  return (
    <Form
      className="tidy-form"
      onSubmit={event => {
        event.preventDefault()
        if (isGiven) void giveSize(pattern.id, widthMm)
      }}
    >
      <NumberField
        label={t(isInches ? 'prepare.width' : 'prepare.widthCm')}
        value={width}
        min={0.1}
        max={LARGEST_MM / unitMm}
        step={null}
        less={t('prepare.less')}
        more={t('prepare.more')}
        onChange={setWidth}
      />
      <Button type="submit" icon={<Check aria-hidden="true" />} isDisabled={!isGiven}>
        {isGiven && heightMm !== null
          ? t('tidy.saveSize', { size: shortSizeWords(widthMm, heightMm) })
          : t('tidy.saveSizeShort')}
      </Button>
    </Form>
  )
}
