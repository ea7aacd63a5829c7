import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { type ProblemGroup, QUIET } from './problems.ts'
import { SentPicture } from './sent-picture.tsx'

/** Pictures beside one sentence. */
const FACES = 6

/** One problem: its sentence, the pictures it is about, and their names. */
export function ProblemGroupLine({ group: { code, sentence, patterns } }: { group: ProblemGroup }) {
  const { t } = useTranslation()
  const more = patterns.length - FACES
  if (QUIET.has(code)) return <p>{sentence}</p>
  const names = patterns.slice(0, FACES).map(one => one.name)
  const told = more > 0 ? [...names, t('send.moreFiles', counted(more))] : names
  return (
    <div className="send-group">
      <span className="send-faces" aria-hidden="true">
        {patterns.slice(0, FACES).map(one => (
          <SentPicture key={one.id} id={one.id} />
        ))}
      </span>
      <p className="send-group-words">
        {sentence}
        <span className="send-file-how">{told.join(', ')}</span>
      </p>
    </div>
  )
}
