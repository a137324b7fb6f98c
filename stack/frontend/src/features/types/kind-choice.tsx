import { type FieldKind, fieldKinds } from "@/features/fields/field.ts";
import { kindFacts } from "@/features/types/kinds.ts";

/** Every kind of field there is, to begin one. */
export function KindChoice({ onChoose }: { onChoose: (kind: FieldKind) => void }) {
  return (
    <ul className="mt-6 grid gap-2 sm:grid-cols-2">
      {fieldKinds.map((kind) => {
        const { name, line, icon: Icon } = kindFacts[kind];
        return (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onChoose(kind)}
              className="flex h-full w-full items-start gap-3 rounded border border-rule px-4 py-3 text-left transition-colors hover:border-green hover:bg-raised"
            >
              <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-green" />
              <span className="min-w-0">
                <span className="block font-medium">{name}</span>
                <span className="block text-muted text-sm">{line}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
