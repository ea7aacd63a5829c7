import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { counted, formatWord } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { agreeTo } from './changes.ts'
import { useMachines } from './machines-store.ts'
import './machines.css'

interface Asked {
  readonly machineId: string
  /** How many patterns would go in each kind of file that nobody has tried. */
  readonly formats: ReadonlyMap<string, number>
  readonly answer: (agreed: boolean | null) => void
}

const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }))

/** Asks once before a kind of file that nobody has tried. True: yes, and remembered. False: without them. Null: left. */
export function askToAgree(machineId: string, formats: ReadonlyMap<string, number>): Promise<boolean | null> {
  if (formats.size === 0) return Promise.resolve(true)
  return new Promise(resolve => {
    useAsked.setState({
      asked: {
        machineId,
        formats,
        answer: agreed => {
          useAsked.setState({ asked: null })
          resolve(agreed)
        },
      },
    })
  })
}

/** The question, wherever in the window it is asked. */
export function AgreeSheet() {
  const { t } = useTranslation()
  const { asked } = useAsked()
  const machine = useMachines(state => state.mine.find(one => one.id === asked?.machineId)?.name ?? '')
  if (!asked) return null
  const { machineId, formats, answer } = asked

  async function agree() {
    if (await agreeTo(machineId, [...formats.keys()])) answer(true)
  }

  return (
    <Sheet
      open
      size="small"
      onClose={() => answer(null)}
      title={t('machines.agree.title')}
      foot={
        <>
          <Button autoFocus onPress={() => answer(false)}>
            {t('machines.agree.no')}
          </Button>
          <Button look="primary" onPress={() => void agree()}>
            {t('machines.agree.yes')}
          </Button>
        </>
      }
    >
      {[...formats].map(([id, count]) => {
        const format = formatWord(id)
        return (
          <div key={id} className="agree-format">
            <p className="changed-rule-name">{t('machines.agree.body', { ...counted(count), format })}</p>
            <p>{t('machines.agree.why', { format, machine })}</p>
          </div>
        )
      })}
      <p className="machine-quiet">{t('machines.agree.once')}</p>
    </Sheet>
  )
}
