import { formatWord } from '#renderer/i18n/words.ts'
import { FileQuestionMark, Lock } from 'lucide-react'
import { useCallback } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportCandidate } from '#shared/contract/library/imports.ts'
import { library } from '#renderer/host/bobbin.ts'
import { faceOf, Picture } from '#renderer/pictures/picture.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import { tick } from './bring-in-store.ts'
import { PictureWall } from './picture-wall.tsx'
import { usePages } from './use-pages.ts'

/** The wall of what was found, each with its tick. */
export function Candidates({ id }: { id: string }) {
  const { t } = useTranslation()
  const fetch = useCallback(
    async (offset: number, limit: number) => {
      const { total, candidates } = await library.call('imports.candidates', { id, offset, limit })
      return { total, list: candidates }
    },
    [id],
  )
  const pages = usePages(fetch)

  function tickOne(index: number, chosen: boolean) {
    const one = pages.at(index)
    if (!one) return
    pages.change((other, at) => (at === index ? { ...other, chosen } : other))
    void tick(chosen, { keys: [one.key] })
  }

  function tickAll(chosen: boolean) {
    pages.change(one => ({ ...one, chosen }))
    void tick(chosen, {})
  }

  return (
    <section aria-label={t('bringIn.candidates')}>
      <div className="candidates-head">
        <h3 className="candidates-title">{t('bringIn.candidates')}</h3>
        <Button look="plain" onPress={() => tickAll(true)}>
          {t('bringIn.tickAll')}
        </Button>
        <Button look="plain" onPress={() => tickAll(false)}>
          {t('bringIn.tickNone')}
        </Button>
      </div>
      <PictureWall
        total={pages.total}
        onShow={pages.show}
        renderCard={index => {
          const candidate = pages.at(index)
          return candidate ? (
            <Candidate key={candidate.key} candidate={candidate} onTick={chosen => tickOne(index, chosen)} />
          ) : null
        }}
      />
    </section>
  )
}

function Candidate({ candidate, onTick }: { candidate: ImportCandidate; onTick: (chosen: boolean) => void }) {
  const { t } = useTranslation()
  const formats = [...new Set(candidate.files.map(file => formatWord(file.format)))].join(', ')
  return (
    <Checkbox
      className="candidate"
      aria-label={t('bringIn.tick', { name: candidate.name })}
      isSelected={candidate.chosen}
      onChange={onTick}
    >
      <span className="candidate-picture">
        <Picture of={candidate} />
        {faceOf(candidate) ? null : (
          <span className="candidate-none">
            {candidate.state === 'locked' ? <Lock aria-hidden="true" /> : <FileQuestionMark aria-hidden="true" />}
            {candidate.state === 'locked' ? t('wall.locked') : t('wall.unreadable')}
          </span>
        )}
        <TickBox corner />
      </span>
      <span className="candidate-name" title={candidate.name}>
        {candidate.name}
      </span>
      <span className="candidate-formats" title={formats}>
        {formats}
      </span>
    </Checkbox>
  )
}
