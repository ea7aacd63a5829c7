import { Check } from 'lucide-react'
import './steps.css'

interface StepsProps {
  readonly steps: readonly string[]
  /** Index of the step she is at; `steps.length`: all done. */
  readonly at: number
}

/** Where she is on the way, in words and marks. */
export function Steps({ steps, at }: StepsProps) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'step step-past' : index === at ? 'step step-now' : 'step'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="step-mark" aria-hidden="true">
            {index < at ? <Check strokeWidth={3} /> : index + 1}
          </span>
          <span className="step-word">{step}</span>
        </li>
      ))}
    </ol>
  )
}
