import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { preparesNothing } from '#shared/contract/library/preparation.ts'
import { versionName } from '#shared/preparing/version-name.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { HelpCard } from '#renderer/features/help/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { DirectionPart } from './direction-part.tsx'
import { FactsPart } from './facts-part.tsx'
import { LinePart } from './line-part.tsx'
import { PicturesPart } from './pictures-part.tsx'
import { PointsPart } from './points-part.tsx'
import { closePrepare, keepVersion, putBack, setForSending, tryOut, usePrepare } from './prepare-store.ts'
import { SizePart } from './size-part.tsx'
import { TurnPart } from './turn-part.tsx'
import './prepare.css'

/** A pattern made ready: what it was and what it becomes in sight, everything that can be done to it beside. */
export function PrepareSheet() {
  const { t } = useTranslation()
  const isNarrow = useRoom() === 'narrow'
  const { patternId, name, before, after, problem } = usePrepare()
  return (
    <Sheet
      help={<HelpCard topic="prepare" />}
      size="large"
      open={patternId !== null}
      onClose={closePrepare}
      title={t('prepare.title', { name })}
      foot={<PrepareFoot />}
    >
      {before && after ? (
        <div className="prepare">
          <div className="prepare-shown">
            <PicturesPart before={before} after={after} />
            {problem ? (
              <Notice tone="warn" action={<Button onPress={tryOut}>{t('prepare.again')}</Button>}>
                {sentenceFor(problem)}
              </Notice>
            ) : (
              <FactsPart after={after} />
            )}
          </div>
          <div className="prepare-tools" role="group" aria-label={t('prepare.tools')}>
            <SizePart before={before} after={after} />
            <TurnPart />
            <DirectionPart after={after} />
            <LinePart />
            <PointsPart before={before} after={after} />
            {isNarrow ? (
              <section className="prepare-part">
                <KeepWishes />
              </section>
            ) : null}
          </div>
        </div>
      ) : (
        <p role="status">{t('prepare.working')}</p>
      )}
    </Sheet>
  )
}

/** What it will be called and whether it is sent. Where there is little room these stand at the end of the page, not in the foot. */
function KeepWishes() {
  const { t } = useTranslation()
  const unit = useUnits() === 'in' ? 'inch' : 'cm'
  const { name, recipe, forSending } = usePrepare()
  return (
    <>
      <p className="prepare-name">
        {preparesNothing(recipe) ? t('prepare.nothingYet') : versionName(name, recipe, unit)}
      </p>
      <Switch isOn={forSending} onChange={setForSending}>
        {t('prepare.forSending')}
      </Switch>
    </>
  )
}

function PrepareFoot() {
  const { t } = useTranslation()
  const isNarrow = useRoom() === 'narrow'
  const { recipe, before, problem, isKeeping, picking } = usePrepare()
  const isNothing = preparesNothing(recipe)
  return (
    <>
      {isNarrow ? null : <KeepWishes />}
      <Button
        look="plain"
        icon={<Undo2 aria-hidden="true" />}
        isDisabled={isNothing || before === null}
        onPress={putBack}
      >
        {t('prepare.reset')}
      </Button>
      <Button
        look="primary"
        isDisabled={isNothing || before === null || problem !== null || isKeeping || picking !== null}
        onPress={() => void keepVersion()}
      >
        {t('prepare.keep')}
      </Button>
    </>
  )
}
