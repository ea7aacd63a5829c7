/** A stick, in the line of the other icons: theirs shows the plug's sign, which means nothing to most people. */
export function StickIcon() {
  return (
    <svg
      className="lucide"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M8 9V3h8v6" />
      <rect x="5.5" y="9" width="13" height="12" rx="2" />
      <path d="M10.5 6h.01M13.5 6h.01" />
    </svg>
  )
}
