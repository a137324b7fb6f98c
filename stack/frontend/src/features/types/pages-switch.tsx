type PagesSwitchProps = {
  typeKey: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** Whether entries of a type have pages on the site. */
export function PagesSwitch({ typeKey, checked, onChange }: PagesSwitchProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5">
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-green"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0 text-[0.9375rem]">
        <span className="font-medium">Each has a page on the site</span>
        <span className="block text-muted text-sm [overflow-wrap:anywhere]">
          At <code>/{typeKey}/…</code>, with a list of all at <code>/{typeKey}</code>. Without
          pages, entries are there for the API and for other entries.
        </span>
      </span>
    </label>
  );
}
