import { useMemo, useState } from 'react'
import { Input, Label, Radio, RadioGroup, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { sortKey } from '#shared/text/fold.ts'
import { lookAlikes } from '#shared/text/look-alike.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { mergeEntries } from './doings.ts'
import type { Entry, OrderKind, Shelf } from './kinds.ts'
import { setApart } from './apart-store.ts'
import { closeSheet, type MergeReason } from './view-store.ts'
import './merge-sheet.css'

interface MergeProps {
  readonly kind: OrderKind
  readonly shelf: Shelf
  readonly ids: readonly string[]
  readonly why: MergeReason
}

/** So many names are shown, those with the most patterns or the first found. */
const MOST_SHOWN = 40

/** Two or more become one; she says which name stays. */
export function MergeSheet({ kind, shelf, ids, why }: MergeProps) {
  const { t } = useTranslation()
  const [otherId, setOther] = useState<string | null>(null)
  const wanted = useMemo(() => (otherId === null ? ids : [...ids, otherId]), [ids, otherId])
  const entries = useMemo(() => {
    const among = new Set(wanted)
    return shelf.entries.filter(({ id }) => among.has(id)).toSorted((a, b) => b.patterns - a.patterns)
  }, [shelf, wanted])
  const [stays, setStays] = useState<string | null>(null)
  // The name with the most patterns is likeliest to stay; where she named the other one, that.
  const likeliest = why === 'taken' || otherId !== null ? wanted.at(-1) : entries[0]?.id
  const into = entries.find(({ id }) => id === (stays ?? likeliest))
  const going = entries.filter(({ id }) => id !== into?.id)
  const patterns = going.reduce((sum, entry) => sum + entry.patterns, 0)
  const [first] = entries
  const isComplete = entries.length > 1

  function notTheSame() {
    closeSheet(kind)
    void setApart(ids)
  }

  return (
    <Sheet
      open
      size="small"
      title={t(`order.mergeSheet.title.${kind}`)}
      onClose={() => closeSheet(kind)}
      foot={
        <>
          {why === 'alike' ? (
            <Button look="plain" onPress={notTheSame}>
              {t('order.alike.apart')}
            </Button>
          ) : null}
          <Button look="plain" onPress={() => closeSheet(kind)}>
            {t('app.cancel')}
          </Button>
          {into && isComplete ? (
            <Button look="primary" onPress={() => void mergeEntries(kind, wanted, into)}>
              {entries.length === 2
                ? t('order.mergeSheet.do_two')
                : t('order.mergeSheet.do_many', counted(entries.length))}
            </Button>
          ) : null}
        </>
      }
    >
      {!isComplete && first ? (
        <OtherOne shelf={shelf} entry={first} onChoose={setOther} />
      ) : (
        <>
          {why === 'taken' && into ? <p>{t('order.mergeSheet.taken', { name: into.name })}</p> : null}
          <RadioGroup className="merge-names" value={into?.id ?? null} onChange={setStays}>
            <Label className="choice-label">{t('order.mergeSheet.stays')}</Label>
            {entries.slice(0, MOST_SHOWN).map(entry => (
              <NameChoice key={entry.id} entry={entry} />
            ))}
          </RadioGroup>
          {entries.length > MOST_SHOWN ? (
            <p>{t('order.mergeSheet.more', counted(entries.length - MOST_SHOWN))}</p>
          ) : null}
          {into ? <p>{t('order.mergeSheet.what', { ...counted(patterns), name: into.name })}</p> : null}
        </>
      )}
    </Sheet>
  )
}

function NameChoice({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  return (
    <Radio value={entry.id} className="merge-name">
      <span className="merge-dot" aria-hidden="true" />
      <span className="merge-word">{entry.name}</span>
      <span className="order-count">{t('order.patterns', counted(entry.patterns))}</span>
    </Radio>
  )
}

function OtherOne({ shelf, entry, onChoose }: { shelf: Shelf; entry: Entry; onChoose: (id: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const others = useMemo(() => othersOf(shelf.entries, entry), [shelf, entry])
  const wanted = sortKey(text)
  const found = others.filter(other => sortKey(other.name).includes(wanted)).slice(0, MOST_SHOWN)
  return (
    <>
      <SearchField value={text} onChange={setText}>
        <Label className="choice-label">{t('order.mergeSheet.with', { name: entry.name })}</Label>
        <Input className="input" maxLength={300} spellCheck={false} />
      </SearchField>
      <ul className="merge-others">
        {found.map(other => (
          <li key={other.id}>
            <Button look="plain" wide onPress={() => onChoose(other.id)}>
              <span className="merge-word">{other.name}</span>{' '}
              <span className="order-count">{t('order.patterns', counted(other.patterns))}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p>{t('order.nothing', { text })}</p> : null}
    </>
  )
}

/** Those that look like it first, then by name. */
function othersOf(entries: readonly Entry[], entry: Entry): Entry[] {
  const alike = new Set(lookAlikes(entries, new Set()).find(group => group.some(({ id }) => id === entry.id)))
  return entries.filter(({ id }) => id !== entry.id).toSorted((a, b) => Number(alike.has(b)) - Number(alike.has(a)))
}
