import { FileQuestionMark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { library } from '#renderer/host/bobbin.ts'
import { faceOf, Picture } from '#renderer/pictures/picture.tsx'

interface Face {
  readonly sketchKey: string | null
  readonly pictureKey: string | null
}

const NO_FACE: Face = { sketchKey: null, pictureKey: null }

/** The small picture of a pattern of which only the id is known. */
export function SentPicture({ id }: { id: string }) {
  const [face, setFace] = useState<Face | null>(null)
  useEffect(() => {
    let gone = false
    // Its name stands beside it: a picture that cannot be had leaves bare cloth.
    library.call('patterns.get', { id }).then(
      detail => {
        if (!gone) setFace(detail)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [id])
  return (
    <span className="send-picture">
      <Picture of={face ?? NO_FACE} />
      {face && !faceOf(face) ? <FileQuestionMark aria-hidden="true" /> : null}
    </span>
  )
}
