import { useTranslation } from 'react-i18next'

/** The bobbin and its name. */
export function Brand() {
  const { t } = useTranslation()
  return (
    <div className="brand">
      <svg viewBox="0 0 32 32" className="brand-mark" aria-hidden="true">
        <rect x="5" y="3" width="22" height="5" rx="2" className="brand-wood" />
        <rect x="5" y="24" width="22" height="5" rx="2" className="brand-wood" />
        <path d="M8 10.5H24M8 13.5H24M8 16.5H24M8 19.5H24M8 22H24" className="brand-thread" />
      </svg>
      <span>{t('app.name')}</span>
    </div>
  )
}
