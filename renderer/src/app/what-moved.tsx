import { useTranslation } from 'react-i18next'
import { openSettings } from '#renderer/features/settings/index.ts'
import { shell } from '#renderer/host/bobbin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sawNews, useOnce } from './once.ts'

/** After an update, once: a quiet line with the way to what is new. */
export function WhatMoved() {
  const { t } = useTranslation()
  const seen = useOnce(state => state.seen)
  const { version } = shell().capabilities
  if (seen === version) return null
  return (
    <div className="banner">
      <Notice
        tone="plain"
        action={
          <>
            <Button
              onPress={() => {
                sawNews()
                openSettings('about')
              }}
            >
              {t('command.what-is-new')}
            </Button>
            <Button look="plain" onPress={sawNews}>
              {t('app.gotIt')}
            </Button>
          </>
        }
      >
        {t('app.updated', { version })}
      </Notice>
    </div>
  )
}
