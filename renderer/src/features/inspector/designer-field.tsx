import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { edit } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { Completer } from './completer.tsx'
import { useSubject } from './subject.ts'
import { useKnown } from './use-known.ts'

const designers = async () => (await library.call('designers.list', {})).designers

interface DesignerFieldProps {
  /** Null: none. */
  readonly designer: string | null
  /** They have different ones. */
  readonly isDifferent?: boolean
}

/** Who drew it: one of her designers, a new name, or nobody. */
export function DesignerField({ designer, isDifferent = false }: DesignerFieldProps) {
  const { t } = useTranslation()
  const { ids } = useSubject()
  // What she writes; null while she does not.
  const [written, setWritten] = useState<string | null>(null)
  const { known, come } = useKnown(designers)

  function keep(name: string) {
    setWritten(null)
    // An empty field of several with different designers was never touched.
    if (name === (designer ?? '') && !isDifferent) return
    if (name === '' && isDifferent && (written ?? '') === '') return
    void edit(ids, { designer: name })
  }

  return (
    <Completer
      label={t('inspector.designer')}
      placeholder={isDifferent ? t('inspector.different') : t('inspector.noDesigner')}
      text={written ?? designer ?? ''}
      onText={text => setWritten(current => (current === null && text === (designer ?? '') ? null : text))}
      known={known}
      onCome={come}
      makeWords={name => t('inspector.makeDesigner', { name })}
      onPick={keep}
      onLeave={() => {
        if (written !== null) keep(written.trim())
      }}
      onEscape={() => setWritten(null)}
      openWords={t('inspector.showDesigners')}
      emptyWords={t('inspector.nothingToChoose')}
    />
  )
}
