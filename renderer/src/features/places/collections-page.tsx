import { Layers, Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button as AriaButton, Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { goTo, refreshCollections, usePlaces } from './places-store.ts'
import './collections-page.css'

/** Every collection, and the way to make one. */
export function CollectionsPage() {
  const { t } = useTranslation()
  const collections = usePlaces(state => state.collections)
  return (
    <section className="collections-page" aria-label={t('places.collections')}>
      <h1 className="page-title">{t('places.collections')}</h1>
      <NewCollection />
      {collections.length === 0 ? (
        <Empty drawing="heart" sentence={t('places.noCollections')} />
      ) : (
        <ul className="collections">
          {collections.map(({ id, name, patterns }) => (
            <li key={id}>
              <AriaButton className="collection" onPress={() => goTo({ kind: 'collection', id, name })}>
                <Layers aria-hidden="true" />
                <span className="collection-name">{name}</span>
                <span className="collection-count">{t('places.collectionCount', counted(patterns))}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NewCollection() {
  const { t } = useTranslation()
  const [name, setName] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = name.trim()
    if (!wanted) return
    try {
      await library.call('collections.create', { name: wanted })
      setName('')
      toast(t('change.collectionMade', { name: wanted }))
      await refreshCollections()
    } catch (error) {
      say(error)
    }
  }

  return (
    <form className="new-collection" onSubmit={event => void submit(event)}>
      <TextField className="field" value={name} onChange={setName}>
        <Label className="choice-label">{t('places.collectionName')}</Label>
        <Input className="input" maxLength={300} />
      </TextField>
      <Button type="submit" icon={<Plus aria-hidden="true" />} isDisabled={!name.trim()}>
        {t('places.makeCollection')}
      </Button>
    </form>
  )
}
