import { LogOut } from "lucide-react";
import { useSignOut } from "@/app/use-sign-out.ts";
import { Button } from "@/components/ui/button.tsx";
import { roleNames } from "@/features/people/roles.ts";
import { useUser } from "@/features/session/use-user.ts";

/** Who is signed in, and the way out. */
export function Account() {
  const user = useUser();
  const leave = useSignOut();
  return (
    <div className="flex items-center gap-1 pl-2">
      <p className="min-w-0 flex-1 text-[0.9375rem] leading-snug">
        <span className="block truncate">
          {user.name}
          <span className="text-muted text-sm"> · {roleNames[user.role]}</span>
        </span>
        <span className="block truncate text-muted text-sm">{user.email}</span>
      </p>
      <Button variant="quiet" size="icon" title="Sign out" onClick={() => void leave()}>
        <LogOut aria-hidden />
        <span className="sr-only">Sign out</span>
      </Button>
    </div>
  );
}
