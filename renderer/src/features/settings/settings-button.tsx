import { Settings } from 'lucide-react'
import { useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Segments } from '#renderer/ui/choice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { isDark, LOOKS, TEXT_STEPS, THREADS, type TextStep } from '#renderer/theme/theme.ts'
import { changeLook, useSettings } from './settings-store.ts'
import './settings.css'

const STEP_IDS = TEXT_STEPS.map(step => `${step}` as const)

/** Text size, light or dark, and the colour of the thread. */
export function SettingsButton() {
  const { t } = useTranslation()
  const settings = useSettings()
  const [open, setOpen] = useState(false)
  const dark = isDark(settings.look)
  return (
    <>
      <Button className="place" onPress={() => setOpen(true)}>
        <Settings aria-hidden="true" />
        <span className="place-word">{t('places.settings')}</span>
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('settings.title')} size="small">
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
        <RadioGroup
          className="threads-group"
          value={settings.thread}
          onChange={id => {
            const thread = THREADS.find(one => one.id === id)
            if (thread) changeLook({ thread: thread.id })
          }}
        >
          <Label className="choice-label">{t('settings.thread')}</Label>
          <div className="threads">
            {THREADS.map(thread => (
              <Radio key={thread.id} value={thread.id} className="thread">
                <svg viewBox="0 0 40 24" aria-hidden="true" className="thread-swatch">
                  <path
                    d="M3 18 C10 2 14 2 14 12 C14 22 20 22 22 12 C24 2 28 4 37 8"
                    stroke={dark ? thread.dark : thread.light}
                  />
                </svg>
                <span>{t(`thread.${thread.id}`)}</span>
              </Radio>
            ))}
          </div>
        </RadioGroup>
      </Sheet>
    </>
  )
}
