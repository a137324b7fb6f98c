import type { SampleKind } from "@/lib/domain/samples.ts";

/** What a site looks like that starts with a sample: drawn, as small as a stamp. */
export function SamplePreview({ kind }: { readonly kind: SampleKind | "keep" }) {
  return (
    <svg viewBox="0 0 120 76" aria-hidden="true" className="h-19 w-30 border border-rule bg-paper-raised">
      <path d="M0 10.5h120" className="stroke-rule" />
      <g className="fill-rule-strong">
        <circle cx="6" cy="5.5" r="1.5" />
        <circle cx="11" cy="5.5" r="1.5" />
        <circle cx="16" cy="5.5" r="1.5" />
      </g>
      {drawings[kind]}
    </svg>
  );
}

const drawings = {
  empty: (
    <g className="fill-none stroke-rule-strong">
      <rect x="12" y="20" width="96" height="46" strokeDasharray="3 3" />
      <path d="M60 37v12M54 43h12" className="stroke-ink-muted" />
    </g>
  ),
  studio: (
    <>
      <path d="M10 20h44v4H10zM10 27h30v4H10z" className="fill-ink" />
      <path d="M10 40h46v26H10zM64 20h46v18H64zM64 42h21v24H64z" className="fill-green" />
      <path d="M89 42h21v24H89z" className="fill-green-soft" />
    </>
  ),
  bakery: (
    <>
      <path d="M0 11h120v26H0z" className="fill-warn-soft" />
      <path d="M42 30c0-9 36-9 36 0v4H42z" className="fill-warn" />
      <path d="M52 25l3 8M60 24v9M68 25l-3 8" className="stroke-paper-raised" />
      <path d="M40 43h40v4H40z" className="fill-ink" />
      <path
        d="M12 54h28v3H12zM46 54h28v3H46zM80 54h28v3H80zM12 60h20v3H12zM46 60h22v3H46zM80 60h18v3H80z"
        className="fill-rule-strong"
      />
    </>
  ),
  festival: (
    <>
      <path d="M0 11h120v34H0z" className="fill-green" />
      <path d="M10 20l14 18M24 20L10 38M104 16v24M96 28h16" className="stroke-on-green" />
      <path d="M34 21h52v6H34zM44 31h32v4H44z" className="fill-on-green" />
      <path
        d="M10 52h20v16H10zM36 52h20v16H36zM62 52h20v16H62zM88 52h20v16H88z"
        className="fill-none stroke-rule-strong"
      />
    </>
  ),
  keep: (
    <>
      <path d="M12 20h96v46H12z" className="fill-green-soft stroke-green" />
      <path d="M48 43l8 8 16-17" className="fill-none stroke-green" strokeWidth="3" />
    </>
  ),
} as const;
