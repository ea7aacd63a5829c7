/** A longarm in three lines: head, frame, carriage. */
export function MachineDrawing() {
  return (
    <svg className="machine-drawing" viewBox="0 0 64 40" aria-hidden="true">
      <path d="M6 34H58M12 34V28H52V34M20 28V10C20 7 22 6 25 6H46C49 6 50 8 50 11V16H44V12H28V22H20M47 16V24" />
    </svg>
  )
}
