import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { sessionQuery } from "@/features/session/api.ts";
import { answer } from "@/features/session/reauthentication.ts";
import { SignInForm } from "@/features/session/sign-in-form.tsx";

/** Stands over whatever was being done until somebody has signed in again. */
export default function SessionExpiredDialog({ open }: { open: boolean }) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const password = useRef<HTMLInputElement>(null);
  const user = queryClient.getQueryData(sessionQuery.queryKey);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) answer(false);
      }}
      startAt={password}
      title="Your session has ended"
      description="Sign in again to go on. Everything you have typed is still here. Without a password, open this site from your Freehold account in another tab, then try again."
    >
      <div className="mt-6">
        <SignInForm
          email={user?.email ?? ""}
          passwordRef={password}
          onSignedIn={(next) => {
            answer(true);
            if (next.id !== user?.id) void router.invalidate();
          }}
          secondaryAction={
            <Button variant="quiet" size="lg" onClick={() => answer(false)}>
              Not now
            </Button>
          }
        />
      </div>
    </Dialog>
  );
}
