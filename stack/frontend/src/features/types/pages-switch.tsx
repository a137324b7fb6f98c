import { Tick } from "@/features/types/tick.tsx";

type PagesSwitchProps = {
  typeKey: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** Whether entries of a type have pages on the site. */
export function PagesSwitch({ typeKey, checked, onChange }: PagesSwitchProps) {
  return (
    <Tick
      label="Each has a page on the site"
      hint={
        <>
          At <code>/{typeKey}/…</code>, with a list of what is public at <code>/{typeKey}</code>.
          Without pages, entries are there for the API and for other entries.
        </>
      }
      checked={checked}
      onChange={onChange}
    />
  );
}
