import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { toast } from "sonner";
import { sessionQuery, signOut } from "@/features/session/api.ts";
import { messageOf } from "@/lib/api-error.ts";

/** Ends the session and forgets everything that it had shown. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useCallback(async () => {
    try {
      await signOut();
    } catch (error) {
      toast.error(`You are still signed in. ${messageOf(error)}`);
      return;
    }
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: "/sign-in" });
  }, [queryClient, navigate]);
}
