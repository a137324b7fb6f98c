import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button.tsx";
import { roleNames } from "@/features/people/roles.ts";
import { sessionQuery, signOut } from "@/features/session/api.ts";
import { useUser } from "@/features/session/use-user.ts";
import { messageOf } from "@/lib/api-error.ts";

/** Who is signed in, and the way out. */
export function Account() {
  const user = useUser();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      toast.error(`You are still signed in. ${messageOf(error)}`);
      return;
    }
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: "/sign-in" });
  };

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
