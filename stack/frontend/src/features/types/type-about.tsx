import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { ContentType } from "@/features/types/api.ts";
import { PagesSwitch } from "@/features/types/pages-switch.tsx";
import type { TypeDraft } from "@/features/types/type-draft.ts";

type TypeAboutProps = {
  type: ContentType;
  draft: TypeDraft;
  errors: Readonly<Record<string, string>>;
  onChange: (draft: TypeDraft) => void;
};

/** What a type is called, and whether its entries have pages. */
export function TypeAbout({ type, draft, errors, onChange }: TypeAboutProps) {
  const texts = [
    { name: "name", label: "One is called", required: true, longest: 80 },
    { name: "plural", label: "Several are called", required: true, longest: 80 },
    { name: "description", label: "What it is for", required: false, longest: 300 },
  ] as const;
  return (
    <section aria-label="About the type" className="mt-8 grid gap-5 sm:grid-cols-2">
      {texts.map(({ name, label, required, longest }) => (
        <div key={name} className={name === "description" ? "sm:col-span-2" : undefined}>
          <Field label={label} error={errors[name]}>
            {(control) => (
              <Input
                {...control}
                required={required}
                maxLength={longest}
                value={draft[name]}
                onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
      <div className="sm:col-span-2">
        <PagesSwitch
          typeKey={type.key}
          checked={draft.public}
          onChange={(next) => onChange({ ...draft, public: next })}
        />
      </div>
    </section>
  );
}
