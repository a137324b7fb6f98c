import { slugify } from "@/lib/slugify.ts";

type SlugFieldProps = {
  value: string;
  /** The address of what it stands below; null for what has no page on the site. */
  above: string | null;
  /** Whether readers know the present address; it then leads to the new one. */
  published: boolean;
  changed: boolean;
  onChange: (value: string) => void;
  error?: string | undefined;
};

/** The entry's address on the site, editable where it stands. */
export function SlugField({ value, above, published, changed, onChange, error }: SlugFieldProps) {
  const moves = published && changed && above !== null;
  return (
    <div className="mt-3 text-[0.9375rem]">
      <label className="flex max-w-full items-baseline text-muted">
        <span className="sr-only">{above === null ? "Name in the API" : "Address"}</span>
        <span aria-hidden className="max-w-[50%] shrink-0 truncate">
          {above === null ? "Name in the API: " : `${location.host}${above}`}
        </span>
        <input
          className="ml-px min-w-0 flex-1 border-transparent border-b bg-transparent text-ink outline-none hover:border-rule-strong focus:border-green aria-invalid:border-bad"
          placeholder={value === "" ? "chosen from the title" : undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error || moves ? "slug-note" : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value.toLowerCase().replace(/\s/g, "-"))}
          onBlur={() => {
            const clean = slugify(value);
            if (clean !== value) onChange(clean);
          }}
        />
      </label>
      {(error || moves) && (
        <p id="slug-note" className={`mt-1 text-sm ${error ? "text-bad" : "text-muted"}`}>
          {error ?? "Once published, the present address leads to this one."}
        </p>
      )}
    </div>
  );
}
