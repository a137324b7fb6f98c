import { UserMinus } from "lucide-react";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Person } from "@/features/people/api.ts";
import { roleNames } from "@/features/people/roles.ts";
import type { Role } from "@/features/session/api.ts";

type PersonRowProps = {
  person: Person;
  isMe: boolean;
  /** Those that can be chosen; without any the role is only shown. */
  roles: readonly Role[];
  busy: boolean;
  onChange: (role: Role) => void;
  onRemove: () => void;
};

export function PersonRow({ person, isMe, roles, busy, onChange, onRemove }: PersonRowProps) {
  const changeable = roles.length > 0;
  return (
    <li className="grid items-center gap-x-6 gap-y-3 border-rule border-b py-4 sm:grid-cols-[minmax(0,1fr)_10rem_2.5rem]">
      <div className="min-w-0">
        <p className="font-display text-[1.375rem] leading-snug [overflow-wrap:anywhere]">
          {person.name}
          {isMe && <span className="ml-2 font-sans text-base text-muted">you</span>}
        </p>
        <p className="mt-0.5 text-muted text-sm [overflow-wrap:anywhere]">
          {person.email}
          <span aria-hidden> · </span>
          {person.signedInAt ? (
            <>
              signed in <TimeAgo iso={person.signedInAt} />
            </>
          ) : (
            "not signed in yet"
          )}
          {!person.hasPassword && (
            <>
              <span aria-hidden> · </span>comes from the Freehold account
            </>
          )}
        </p>
      </div>
      {changeable ? (
        <Select
          aria-label={`Role of ${person.name}`}
          value={person.role}
          disabled={busy}
          onChange={(event) => {
            const role = roles.find((choice) => choice === event.target.value);
            if (role) onChange(role);
          }}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </Select>
      ) : (
        <div>
          <Badge tone="idle">{roleNames[person.role]}</Badge>
        </div>
      )}
      {changeable && (
        <Button
          variant="quiet"
          size="icon"
          className="text-muted hover:text-bad max-sm:w-auto max-sm:justify-self-start max-sm:px-3"
          title="Remove"
          onClick={onRemove}
        >
          <UserMinus aria-hidden />
          <span className="sm:sr-only">Remove</span>
          <span className="sr-only"> {person.name}</span>
        </Button>
      )}
    </li>
  );
}
