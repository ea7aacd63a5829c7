import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { endOfDay, isRestorable } from './days.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A month to choose a day of, by hand or by arrow keys; days the backup does not remember cannot be chosen. */
export function DayPicker({ onChoose }: { onChoose: (endOfDay: number) => void }) {
  const { t } = useTranslation()
  return (
    <Calendar
      className="day-picker"
      aria-label={t('computers.dayWhich')}
      isDateUnavailable={day => !isRestorable(day.toDate(zone).getTime(), Date.now())}
      onChange={day => onChoose(endOfDay(day.toDate(zone).getTime()))}
    >
      <header className="day-head">
        <Button slot="previous" className="day-step">
          <ChevronLeft aria-hidden="true" />
        </Button>
        <Heading className="day-month" />
        <Button slot="next" className="day-step">
          <ChevronRight aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid className="day-grid" weekdayStyle="short">
        <CalendarGridHeader>
          {name => <CalendarHeaderCell className="day-name">{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{date => <CalendarCell date={date} className="day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
