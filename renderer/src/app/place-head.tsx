import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { goTo, type Place } from '#renderer/features/places/index.ts'
import { SearchMenu } from '#renderer/features/searches/index.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { Button } from '#renderer/ui/button.tsx'

/** The page that has a named place in its list, and what the way there is called. */
const LIST_OF = {
  collection: 'collections',
  tag: 'tags',
  designer: 'designers',
  import: 'patterns',
  search: 'patterns',
} as const
const BACK_TO = {
  collection: 'places.allCollections',
  tag: 'places.allTags',
  designer: 'places.allDesigners',
  import: 'search.showAll',
  search: 'search.showAll',
} as const

/** What the place is called; pages of their own have a heading of their own. */
export function placeLabel(place: Place): string {
  if ('id' in place) return place.name
  return place.kind === 'new' || place.kind === 'doubles' ? '' : t(`places.${place.kind}`)
}

/** Where she is, and the way back; of the places at the side only for the ear, because it is marked there. */
export function PlaceHead({ place }: { place: Place }) {
  const { t } = useTranslation()
  if (!('id' in place)) return <h1 className="visually-hidden">{placeLabel(place)}</h1>
  return (
    <div className="place-head">
      <Button look="plain" icon={<ArrowLeft aria-hidden="true" />} onPress={() => goTo({ kind: LIST_OF[place.kind] })}>
        {t(BACK_TO[place.kind])}
      </Button>
      <h1 className="page-title">
        {place.kind === 'import' ? null : <span className="place-kind">{t(`places.of-${place.kind}`)}</span>}
        {place.name}
      </h1>
      {place.kind === 'search' ? <SearchMenu id={place.id} name={place.name} /> : null}
    </div>
  )
}
