import type { Choice } from "@/components/bulk/use-bulk.ts";
import { cn } from "@/lib/cn.ts";

type ChoiceBoxProps = {
  choice: Choice;
  /** What is chosen with it. */
  title: string;
  className?: string;
};

/** Chooses one of a list; with the shift key, all from the one that was chosen last. */
export function ChoiceBox({ choice, title, className }: ChoiceBoxProps) {
  return (
    <label
      className={cn(
        "grid size-8 shrink-0 cursor-pointer select-none place-items-center",
        className,
      )}
    >
      <input
        type="checkbox"
        className="size-4 accent-green"
        checked={choice.chosen}
        onChange={({ nativeEvent }) =>
          choice.toggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
      <span className="sr-only">Choose “{title}”</span>
    </label>
  );
}
