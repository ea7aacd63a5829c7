import { useSyncExternalStore } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isDark, LOOKS, MOTIONS, onSystemLook, TEXT_STEPS, type TextStep, THREADS } from '#renderer/theme/theme.ts'
import { Segments } from '#renderer/ui/choice.tsx'
import { Sample } from './sample.tsx'
import { changeLook, useSettings } from './settings-store.ts'

const STEP_IDS = TEXT_STEPS.map(step => `${step}` as const)

/** Text size, colours, stillness and thread, with a pattern that shows what they do. */
export function LooksSection() {
  const { t } = useTranslation()
  const settings = useSettings()
  return (
    <>
      <Sample />
      <Segments
        label={t('settings.text')}
        showLabel
        options={STEP_IDS.map(id => ({ id, label: t('settings.textStep', { percent: id }) }))}
        value={`${settings.text}`}
        onChange={id => changeLook({ text: Number(id) as TextStep })}
      />
      <p className="settings-hint">{t('settings.textHint')}</p>
      <Segments
        label={t('settings.look')}
        showLabel
        options={LOOKS.map(id => ({ id, label: t(`settings.${id}`) }))}
        value={settings.look}
        onChange={look => changeLook({ look })}
      />
      <Threads />
      <Segments
        label={t('settings.motion')}
        showLabel
        options={MOTIONS.map(id => ({ id, label: t(`settings.motionOf.${id}`) }))}
        value={settings.motion}
        onChange={motion => changeLook({ motion })}
      />
      <p className="settings-hint">{t('settings.motionHint')}</p>
    </>
  )
}

function Threads() {
  const { t } = useTranslation()
  const { thread, look } = useSettings()
  // The computer may go dark while she looks at this.
  const dark = useSyncExternalStore(onSystemLook, () => isDark(look))
  return (
    <RadioGroup
      className="threads-group"
      value={thread}
      onChange={id => {
        const chosen = THREADS.find(one => one.id === id)
        if (chosen) changeLook({ thread: chosen.id })
      }}
    >
      <Label className="choice-label">{t('settings.thread')}</Label>
      <div className="threads">
        {THREADS.map(one => (
          <Radio key={one.id} value={one.id} className="thread">
            <svg viewBox="0 0 40 24" aria-hidden="true" className="thread-swatch">
              <path
                d="M3 18 C10 2 14 2 14 12 C14 22 20 22 22 12 C24 2 28 4 37 8"
                stroke={dark ? one.dark : one.light}
              />
            </svg>
            <span>{t(`thread.${one.id}`)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
