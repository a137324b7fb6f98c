import { RowTh, Th } from "@/components/ui/table.tsx";

interface PersonThProps {
  name: string | null;
  email: string;
  isYou: boolean;
}

/** Who a row is about. */
export function PersonTh({ name, email, isYou }: PersonThProps) {
  return (
    <RowTh className="min-w-40 wrap-anywhere">
      {name ?? email}
      {isYou && <span className="font-normal text-ink-muted"> (you)</span>}
      {name && <span className="block font-normal text-ink-muted">{email}</span>}
    </RowTh>
  );
}

/** Over what can be done about each of them. */
export function ActionsTh() {
  return (
    <Th>
      <span className="sr-only">Actions</span>
    </Th>
  );
}
