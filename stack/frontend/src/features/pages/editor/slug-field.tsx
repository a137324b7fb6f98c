import { slugify } from "@/lib/slugify.ts";

type SlugFieldProps = {
  value: string;
  /** Whether readers know the present address, so that changing it breaks their links. */
  published: boolean;
  changed: boolean;
  onChange: (value: string) => void;
  error?: string | undefined;
};

/** The page's address on the site, editable where it stands. */
export function SlugField({ value, published, changed, onChange, error }: SlugFieldProps) {
  const breaksLinks = published && changed;
  return (
    <div className="mt-3 text-[0.9375rem]">
      <label className="flex max-w-full items-baseline text-muted">
        <span className="sr-only">Address</span>
        <span aria-hidden className="max-w-[50%] shrink-0 truncate">
          {location.host}/
        </span>
        <input
          className="min-w-0 flex-1 border-transparent border-b bg-transparent text-ink outline-none hover:border-rule-strong focus:border-green aria-invalid:border-bad"
          placeholder={value === "" ? "chosen from the title" : undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error || breaksLinks ? "slug-note" : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value.toLowerCase().replace(/\s/g, "-"))}
          onBlur={() => {
            const clean = slugify(value);
            if (clean !== value) onChange(clean);
          }}
        />
      </label>
      {(error || breaksLinks) && (
        <p id="slug-note" className={`mt-1 text-sm ${error ? "text-bad" : "text-warn"}`}>
          {error ?? "Links to the present address will stop working."}
        </p>
      )}
    </div>
  );
}
