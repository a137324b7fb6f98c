/** The mark: a deed with a folded corner, and on it a plan with one plot filled in. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <path d="M4 14h8v7.25H4z" className="fill-green" />
      <path
        d="M15 2.75H4v18.5h16V7.75zm0 0v5h5M4 14h16m-8 0v7.25"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
