import { Link } from "@tanstack/react-router";
import { CopyCode } from "@/components/copy-code.tsx";
import { useMay } from "@/features/session/use-user.ts";
import type { ContentType } from "@/features/types/api.ts";
import { callsFor } from "@/features/types/calls.ts";

/** How a program works with entries of a type. */
export function TypeCalls({ type }: { type: ContentType }) {
  const makesTokens = useMay("tokens.manage");
  return (
    <section className="mt-14 border-rule border-t pt-8">
      <h2 className="font-display text-2xl">For programs</h2>
      <p className="mt-2 max-w-2xl text-muted">
        The calls of this site’s API for {type.plural.toLowerCase()}. <code>$TOKEN</code> is a token
        that may read or write entries
        {makesTokens ? (
          <>
            , made under{" "}
            <Link to="/tokens" className="text-green underline underline-offset-4">
              Tokens
            </Link>
            .
          </>
        ) : (
          "; an admin makes one."
        )}
      </p>
      <div className="mt-6 grid grid-cols-1 gap-6">
        {callsFor(type, location.origin).map(({ title, curl }) => (
          <CopyCode key={title} title={title} code={curl} />
        ))}
      </div>
    </section>
  );
}
