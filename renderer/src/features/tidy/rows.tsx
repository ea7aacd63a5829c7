import { Eye, RotateCw, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import type { TidyItem } from '#shared/contract/library/tidy.ts'
import { redraw } from '#renderer/changes/change.ts'
import { lookAt } from '#renderer/features/closely/index.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { rightSo, turn } from './doings.ts'
import { SizeForm } from './size-form.tsx'
import { Suggestions } from './suggestions.tsx'
import { TagForm } from './tag-form.tsx'

interface RowProps {
  readonly item: TidyItem
}

export function UntaggedRow({ item: { pattern, suggestions } }: RowProps) {
  const { t } = useTranslation()
  const ids = [pattern.id]
  return (
    <Row pattern={pattern}>
      {suggestions.length > 0 ? (
        <Suggestions ids={ids} suggestions={suggestions.map(one => ({ ...one, ids }))} />
      ) : (
        <p className="tidy-said">{t('tidy.nothingToSuggest')}</p>
      )}
      <TagForm pattern={pattern} />
    </Row>
  )
}

export function WayUpRow({ item: { pattern, wayUp } }: RowProps) {
  const { t } = useTranslation()
  if (!wayUp) return null
  return (
    <Row
      pattern={pattern}
      beside={
        <figure className="tidy-turned">
          <div className="tidy-face" style={{ rotate: `${-wayUp.turnDegrees}deg` }}>
            <Picture of={pattern} />
          </div>
          <figcaption>{t('tidy.turnedSo')}</figcaption>
        </figure>
      }
    >
      <p className="tidy-said">{t(`tidy.way.${wayUp.why}`)}</p>
      <div className="tidy-do">
        <Button icon={<RotateCw aria-hidden="true" />} onPress={() => void turn(pattern.id)}>
          {t('tidy.turn')}
        </Button>
        <RightSo pattern={pattern} group="way-up" />
        <Look pattern={pattern} />
      </div>
    </Row>
  )
}

export function PictureRow({ item: { pattern } }: RowProps) {
  const { t } = useTranslation()
  return (
    <Row pattern={pattern}>
      <p className="tidy-said">{t(`tidy.bare.${pattern.state}`)}</p>
      <div className="tidy-do">
        {pattern.state === 'locked' ? null : (
          <Button icon={<RefreshCw aria-hidden="true" />} onPress={() => void redraw([pattern.id])}>
            {t('tidy.redraw')}
          </Button>
        )}
        <RightSo pattern={pattern} group="no-picture" />
      </div>
    </Row>
  )
}

export function SizeRow({ item: { pattern } }: RowProps) {
  return (
    <Row pattern={pattern}>
      <SizeForm pattern={pattern} />
      <div className="tidy-do">
        <RightSo pattern={pattern} group="size-unknown" />
        <Look pattern={pattern} />
      </div>
    </Row>
  )
}

/** A pattern by its picture and its name, with what there is to say and to do. */
function Row({ pattern, beside, children }: { pattern: PatternCard; beside?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="tidy-faces">
        <div className="tidy-face">
          <Picture of={pattern} ends={beside !== undefined} />
        </div>
        {beside}
      </div>
      <div className="tidy-body">
        <h2 className="tidy-name">{pattern.name}</h2>
        {children}
      </div>
    </>
  )
}

function RightSo({ pattern, group }: { pattern: PatternCard; group: 'way-up' | 'no-picture' | 'size-unknown' }) {
  const { t } = useTranslation()
  return (
    <Button look="plain" onPress={() => void rightSo(pattern.id, group)}>
      {t(`tidy.right.${group}`)}
    </Button>
  )
}

function Look({ pattern }: { pattern: PatternCard }) {
  const { t } = useTranslation()
  return (
    <Button look="plain" icon={<Eye aria-hidden="true" />} onPress={() => lookAt(pattern.id)}>
      {t('tidy.look')}
    </Button>
  )
}
