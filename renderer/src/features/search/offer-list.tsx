import { Bookmark, Clock, Layers, type LucideIcon, Search, Shapes, Tag, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Offer } from './offers.ts'

const ICONS: Readonly<Record<Offer['kind'], LucideIcon>> = {
  recent: Clock,
  kept: Bookmark,
  word: Search,
  tag: Tag,
  designer: UserRound,
  collection: Layers,
  pattern: Shapes,
}

interface OfferListProps {
  readonly id: string
  readonly offers: readonly Offer[]
  /** The line the keyboard stands on; -1: none. */
  readonly active: number
  readonly onTake: (offer: Offer) => void
}

export const offerId = (id: string, index: number): string => `${id}-${index}`

/**
 * The lines under the box, as ARIA's combobox has them: the focus stays in the box, which names the line it stands on. So the words stay
 * hers, and a press beside the list goes where it was meant to go.
 */
export function OfferList({ id, offers, active, onTake }: OfferListProps) {
  const { t } = useTranslation()
  return (
    <ul id={id} className="offers" role="listbox" data-floating aria-label={t('search.offers')}>
      {offers.map((offer, index) => {
        const Icon = ICONS[offer.kind]
        const kind = offer.kind === 'word' ? null : t(`search.offer-${offer.kind}`)
        return (
          <li
            key={offer.id}
            id={offerId(id, index)}
            className="offer"
            role="option"
            aria-selected={index === active}
            // The box keeps the focus.
            onPointerDown={event => event.preventDefault()}
            onMouseDown={event => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <Icon aria-hidden="true" />
            <span className="offer-text">{offer.text}</span>
            {kind === null ? null : <span className="offer-kind"> {kind}</span>}
          </li>
        )
      })}
    </ul>
  )
}
